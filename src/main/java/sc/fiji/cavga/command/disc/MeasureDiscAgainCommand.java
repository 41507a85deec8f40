package sc.fiji.cavga.command.disc;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.util.Locale;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.cavga.command.CavgaCommand;
import sc.fiji.cavga.command.input.EyeSides;
import sc.fiji.cavga.command.input.Inputs;
import sc.fiji.cavga.ui.disc.CorrectedDisc.Role;

/**
 * Measures the outlines named disc and cup as a person has corrected them; tables and Overlay
 * follow. It asks nothing; macros can choose.
 */
@Plugin(type = Command.class, menuPath = "Plugins>CAVGA>Measure Optic Disc Again", headless = true)
public final class MeasureDiscAgainCommand extends CavgaCommand {

  @Parameter(
      label = "Image",
      description = "With outlines in its Overlay, in the ROI Manager, or selected.",
      type = ItemIO.BOTH,
      required = false,
      persist = false)
  private ImagePlus image;

  @Parameter(
      label = "Selection is",
      description =
          "What the image's selection is: disc, cup, none of them, or auto (by its name; without"
              + " one, that of the two whose size is more alike).",
      choices = {"auto", "disc", "cup", "none"},
      attrs = {
        @Attr(name = Inputs.ADVANCED),
        @Attr(
            name = Inputs.WORDS,
            value = "as its name or its size tells|the optic disc|the cup|neither of them")
      },
      persist = false)
  private String selection = "auto";

  @Parameter(
      label = "Eye side",
      description = "Which eye it is: right, left, or auto (as it was said before).",
      choices = {EyeSides.AUTO, EyeSides.RIGHT, EyeSides.LEFT},
      attrs = {@Attr(name = Inputs.ADVANCED), @Attr(name = Inputs.WORDS, value = EyeSides.WORDS)},
      persist = false)
  private String eye_side = EyeSides.AUTO;

  @Parameter(
      label = "Tables",
      description = "Shows the tables, with the corrected rows in their place.",
      attrs = @Attr(name = Inputs.ADVANCED),
      persist = false)
  private boolean tables = true;

  @Parameter(label = "Measures", description = "A row for each picture.", type = ItemIO.OUTPUT)
  private ResultsTable measures;

  @Parameter(
      label = "Clock hours",
      description = "Width of the rim in twelve clock hours of each picture.",
      type = ItemIO.OUTPUT)
  private ResultsTable hours;

  @Parameter(
      label = "Measure Optic Disc Again",
      description = "What was assumed, or that nothing was changed.",
      type = ItemIO.OUTPUT)
  private String report;

  @Override
  protected void execute() {
    ImageDiscs discs = new ImageDiscs(image, EyeSides.of(eye_side));
    discs.measureAgain(role());
    if (tables) discs.tables().mergeIntoShown(image);
    measures = discs.tables().measures();
    hours = discs.tables().hours();
    report = discs.report();
    if (tables && measures.size() > 0) discs.tables().show(image);
  }

  private Role role() {
    try {
      return Role.valueOf(selection.trim().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The selection must be \"auto\", \"disc\", \"cup\" or \"none\", not \""
              + selection
              + "\".",
          e);
    }
  }
}
