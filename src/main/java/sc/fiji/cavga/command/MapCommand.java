package sc.fiji.cavga.command;

import java.io.IOException;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import sc.fiji.cavga.command.input.Inputs;
import sc.fiji.cavga.localize.Localizer;
import sc.fiji.cavga.model.examination.MapKind;

/** What every command that makes anomaly maps is given besides a model: which of its maps. */
abstract class MapCommand extends ModelCommand {

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

  /** Whether pictures that cannot be judged are. */
  boolean judgesAnyway() {
    return judge_anyway;
  }

  /** With the command's choices. */
  Localizer localizer(MapKind kind) throws IOException {
    return new Localizer(readModel(), kind, Localizer.SMALLEST_REGION, judge_anyway);
  }

  /**
   * @throws IllegalArgumentException with one sentence when there is no such map
   */
  MapKind mapKind() {
    return MapKind.of(map);
  }
}
