package sc.fiji.cavga.command;

import java.io.File;
import java.io.IOException;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.widget.Button;
import org.scijava.widget.FileWidget;
import sc.fiji.cavga.command.input.Inputs;
import sc.fiji.cavga.localize.Localizer;
import sc.fiji.cavga.model.ShippedModels;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.examination.MapKind;

/** What every command that makes anomaly maps is given: a model, and which of its maps. */
abstract class MapCommand extends CavgaCommand {

  @Parameter(
      label = "Model",
      description =
          "healthy-fundus, which comes with CAVGA, or a file NAME.cavga that Train CAVGA... has"
              + " written.",
      style = FileWidget.OPEN_STYLE,
      required = false,
      persist = false)
  private File model = new File(ShippedModels.HEALTHY_FUNDUS);

  @Parameter(
      label = "Use healthy-fundus",
      callback = "useShipped",
      required = false,
      persist = false)
  private Button shipped;

  @Parameter(
      label = "Anomaly map",
      description =
          "Which anomaly map: default (what the model's method finds anomalies with), attention or"
              + " reconstruction (of models of the method cavga alone).",
      choices = {"default", "attention", "reconstruction"},
      attrs =
          @Attr(
              name = Inputs.WORDS,
              value =
                  "what the model finds anomalies with|attention of CAVGA's network|reconstruction"
                      + " by CAVGA's network"),
      persist = false)
  private String map = MapKind.DEFAULT.label();

  @Parameter(
      label = "Judge what cannot be judged",
      description =
          "Judges also what cannot be judged, such as pictures that are no fundus photographs, and"
              + " warns.",
      attrs = @Attr(name = Inputs.ADVANCED),
      persist = false)
  private boolean judge_anyway;

  @Parameter(label = "Advanced...", callback = "askAdvanced", required = false, persist = false)
  private Button advanced;

  /** Called by SciJava when the button of that name is pressed. */
  void useShipped() {
    model = new File(ShippedModels.HEALTHY_FUNDUS);
  }

  /** Whether pictures that cannot be judged are. */
  boolean judgesAnyway() {
    return judge_anyway;
  }

  /** With the command's choices. */
  Localizer localizer(MapKind kind) throws IOException {
    return new Localizer(readModel(), kind, Localizer.SMALLEST_REGION, judge_anyway);
  }

  /**
   * @throws IOException with one sentence when there is none, or it cannot be read
   * @throws IllegalArgumentException with one sentence when none was chosen
   */
  TrainedModel readModel() throws IOException {
    return ShippedModels.read(chosen(model, "a model, such as " + ShippedModels.HEALTHY_FUNDUS));
  }

  /**
   * @throws IllegalArgumentException with one sentence when there is no such map
   */
  MapKind mapKind() {
    return MapKind.of(map);
  }
}
