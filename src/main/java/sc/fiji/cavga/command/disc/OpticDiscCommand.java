package sc.fiji.cavga.command.disc;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.File;
import java.io.IOException;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;
import org.scijava.widget.FileWidget;
import sc.fiji.cavga.command.CavgaCommand;
import sc.fiji.cavga.command.input.ChosenPictures;
import sc.fiji.cavga.command.input.EyeSides;
import sc.fiji.cavga.command.input.Inputs;
import sc.fiji.cavga.command.task.CancellableTask;
import sc.fiji.cavga.localize.disc.DiscMeasurer;

/** Measures optic disc, cup and rim of the open image, without a model. */
@Plugin(
    type = Command.class,
    menuPath = "Plugins>CAVGA>Optic Disc and Cup...",
    description =
        "Outlines the optic disc and the cup of the open photograph and measures them, "
            + "without a model: ratios of cup and disc, and the width of the rim in twelve "
            + "clock hours. Correct the outlines and run Measure Optic Disc Again where they "
            + "are wrong.",
    headless = true)
public final class OpticDiscCommand extends CavgaCommand {

  @Parameter(
      label = "Image",
      description = "A photograph or a stack of them; its pixels are not changed.",
      type = ItemIO.BOTH,
      required = false,
      persist = false)
  private ImagePlus image;

  @Parameter(
      label = "Eye side",
      description =
          "Which eye it is, for nasal and temporal rim: right, left, or auto (what a DICOM file"
              + " says, else by the disc's place in the picture).",
      choices = {EyeSides.AUTO, EyeSides.RIGHT, EyeSides.LEFT},
      attrs = @Attr(name = Inputs.WORDS, value = EyeSides.WORDS),
      persist = false)
  private String eye_side = EyeSides.AUTO;

  @Parameter(
      label = "Disc networks (optional)",
      description =
          "What train-disc has written; otherwise the networks that come with the software.",
      style = FileWidget.OPEN_STYLE,
      required = false,
      persist = false)
  private File disc_networks;

  @Parameter(
      label = "Slices of a stack",
      description = "Which slices are measured: the current one, or all.",
      choices = {ChosenPictures.CURRENT, ChosenPictures.ALL},
      attrs = @Attr(name = Inputs.WORDS, value = ChosenPictures.WORDS),
      persist = false)
  private String slices = ChosenPictures.CURRENT;

  @Parameter(
      label = "Show tables",
      description = "Shows a table of the measures and one of the clock hours.",
      persist = false)
  private boolean tables = true;

  @Parameter(
      label = "Add to ROI Manager",
      description =
          "Adds the outlines of disc and cup to those that the ROI Manager has, or replaces those"
              + " of the same picture.",
      persist = false)
  private boolean manager;

  @Parameter(label = "Help", callback = "showHelp", required = false, persist = false)
  private Button help;

  @Parameter(label = "Measures", description = "A row for each picture.", type = ItemIO.OUTPUT)
  private ResultsTable measures;

  @Parameter(
      label = "Clock hours",
      description = "Width of the rim in twelve clock hours of each picture.",
      type = ItemIO.OUTPUT)
  private ResultsTable hours;

  @Parameter(
      label = "Optic Disc and Cup",
      description = "What was not measured and why, and what was assumed.",
      type = ItemIO.OUTPUT)
  private String report;

  @Override
  protected void execute() throws IOException {
    ImageDiscs discs = new ImageDiscs(image, EyeSides.of(eye_side));
    // What is wrong is said before the networks are read.
    ChosenPictures chosen = new ChosenPictures(image, slices);
    try (CancellableTask task = begin("Measuring optic discs");
        DiscMeasurer measurer = DiscMeasurer.of(orNull(disc_networks))) {
      discs.measure(measurer, chosen, manager, task::show, task::isCancelled);
    }
    measures = discs.tables().measures();
    hours = discs.tables().hours();
    report = discs.report();
    if (tables) discs.tables().show(image);
  }
}
