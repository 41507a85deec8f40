package sc.fiji.cavga.cli.option;

import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import sc.fiji.cavga.dataset.mask.MaskRule;

/** Which values of masks are anomalous. */
public final class MaskOptions {

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--mask-inverted",
      description = "Black is anomalous in masks, and everything else is not")
  private boolean inverted;

  @Option(
      names = "--mask-label",
      paramLabel = "N",
      split = ",",
      description = "Only these values of masks are anomalous, 0 to 255, such as 0,128")
  private List<Integer> labels = List.of();

  @Option(
      names = "--mask-cut",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "From this value on masks are anomalous, 1 to 255; 128 for masks with soft rims; default:"
              + " ${DEFAULT-VALUE}")
  private int cut;

  /**
   * @throws ParameterException with one sentence when a value is none
   */
  public MaskRule rule() {
    try {
      return new MaskRule(inverted, Set.copyOf(labels), cut);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
