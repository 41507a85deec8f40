package sc.fiji.cavga.cli.option;

import picocli.CommandLine.Option;
import sc.fiji.cavga.model.examination.MapKind;

/** Which anomaly map is used. */
public final class MapOption {

  @Option(
      names = "--map",
      paramLabel = "KIND",
      defaultValue = "DEFAULT",
      description =
          "default (what the model's method finds anomalies with), attention (CAVGA's 1 - A) or"
              + " reconstruction (CAVGA's difference from its reconstruction); a model of the method"
              + " local has the default one alone")
  private MapKind kind;

  public MapKind kind() {
    return kind;
  }
}
