package sc.fiji.cavga.command;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.util.Map;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;
import sc.fiji.cavga.command.input.ChosenPictures;
import sc.fiji.cavga.command.input.EyeSides;
import sc.fiji.cavga.command.input.Inputs;
import sc.fiji.cavga.command.task.CancellableTask;
import sc.fiji.cavga.localize.Localizer;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.settings.DecimalNumber;
import sc.fiji.cavga.ui.Desktop;
import sc.fiji.cavga.ui.LocalizationTables;
import sc.fiji.cavga.ui.MapImage;
import sc.fiji.cavga.ui.OverlayPainting;

/** Shows on the open image, as its Overlay, what is anomalous in it. */
@Plugin(
    type = Command.class,
    menuPath = "Plugins>CAVGA>Localize Anomalies...",
    description =
        "Marks on the open photograph where it differs from the healthy eyes that a model "
            + "has learned from. The marks are an Overlay: the pixels stay as they are. Score, "
            + "threshold and decision stand in the legend and, with tables, in a table; a "
            + "picture that cannot be judged is called so.",
    headless = true)
public final class LocalizeCommand extends MapCommand {

  @Parameter(
      label = "Image",
      description = "A photograph or a stack of them; its pixels are not changed.",
      type = ItemIO.BOTH,
      required = false,
      persist = false)
  private ImagePlus image;

  // What SciJava gives in its place, all versions of Fiji do not have yet.
  @SuppressWarnings("deprecation")
  @Parameter(
      label = "Opacity",
      description = "Of the heat map: 0 shows the outlines alone, 1 hides the picture below.",
      columns = 5,
      persist = false)
  private String opacity = String.valueOf(OverlayPainting.OPACITY);

  @Parameter(
      label = "Slices of a stack",
      description = "Which slices are localized: the current one, or all.",
      choices = {ChosenPictures.CURRENT, ChosenPictures.ALL},
      attrs = @Attr(name = Inputs.WORDS, value = ChosenPictures.WORDS),
      persist = false)
  private String slices = ChosenPictures.CURRENT;

  @Parameter(
      label = "Eye side",
      description =
          "Which eye the image shows: right, left, or auto (what a DICOM file says, else by the disc's"
              + " place).",
      choices = {EyeSides.AUTO, EyeSides.RIGHT, EyeSides.LEFT},
      attrs = {@Attr(name = Inputs.ADVANCED), @Attr(name = Inputs.WORDS, value = EyeSides.WORDS)},
      persist = false)
  private String eye_side = EyeSides.AUTO;

  @Parameter(
      label = "Raw map as an image",
      description = "Also gives the map as a 32-bit image in which 1.0 is the threshold.",
      persist = false)
  private boolean raw;

  @Parameter(
      label = "Show tables",
      description = "Shows a table of the pictures and one of their regions.",
      persist = false)
  private boolean tables;

  @Parameter(
      label = "Add to ROI Manager",
      description = "Appends the regions to those that the ROI Manager has.",
      persist = false)
  private boolean manager;

  @Parameter(label = "Advanced...", callback = "askAdvanced", required = false, persist = false)
  private Button advanced;

  @Parameter(label = "Help", callback = "showHelp", required = false, persist = false)
  private Button help;

  @Parameter(
      label = "Values of the map",
      description = "The raw map, where it was asked for; NaN outside the field of view.",
      type = ItemIO.OUTPUT)
  private ImagePlus values;

  @Parameter(
      label = "Pictures",
      description = "Score, threshold and decision for each picture.",
      type = ItemIO.OUTPUT)
  private ResultsTable pictures;

  @Parameter(
      label = "Regions",
      description = "Place, size and strength of each region.",
      type = ItemIO.OUTPUT)
  private ResultsTable regions;

  @Parameter(
      label = "Localize Anomalies",
      description =
          "What was not judged and why, what speaks against a decision, and what was assumed.",
      type = ItemIO.OUTPUT)
  private String report;

  private Map<String, ResultsTable> further;

  /** A text, as Fiji's fields for numbers take a comma or a point, but not both. */
  private double opacity() {
    try {
      return DecimalNumber.parse(opacity);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "The opacity must be a number from 0 to 1, not \"" + opacity + "\".", e);
    }
  }

  @Override
  protected void execute() throws IOException {
    OverlayPainting painting = new OverlayPainting(opacity());
    ImageLocalization localization = new ImageLocalization(image, slices, EyeSides.of(eye_side));
    MapKind kind = mapKind();
    MapImage maps = new MapImage(image);
    try (CancellableTask task = begin("Localizing anomalies");
        Localizer localizer = localizer(kind)) {
      LocalizationTables found =
          localization.run(
              localizer,
              task,
              (slice, result) -> {
                if (raw) maps.add(result);
                if (manager) Desktop.addToRoiManager(image, slice, result);
                return painting.paint(image, slice, result);
              });
      pictures = found.pictures();
      regions = found.regions();
      further = found.further();
      report = localization.report();
    }
    if (raw) {
      values = maps.image();
      Desktop.show(values);
    }
    if (!tables) return;
    Desktop.show(pictures, "CAVGA pictures: " + image.getTitle());
    Desktop.show(regions, "CAVGA regions: " + image.getTitle());
    further.forEach(
        (name, table) -> Desktop.show(table, "CAVGA " + name + ": " + image.getTitle()));
  }
}
