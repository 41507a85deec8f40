package sc.fiji.cavga.command.disc;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;
import org.scijava.widget.FileWidget;
import sc.fiji.cavga.command.CavgaCommand;
import sc.fiji.cavga.command.input.EyeSides;
import sc.fiji.cavga.command.input.FolderCheck;
import sc.fiji.cavga.command.input.Inputs;
import sc.fiji.cavga.command.task.CancellableTask;
import sc.fiji.cavga.localize.OutputOrientation;
import sc.fiji.cavga.localize.disc.DiscMeasurer;
import sc.fiji.cavga.localize.disc.DiscWork;
import sc.fiji.cavga.localize.folder.FolderOptions;
import sc.fiji.cavga.localize.folder.FolderSummary;
import sc.fiji.cavga.localize.folder.FolderWorker;
import sc.fiji.cavga.read.PictureReader;

/** Measures the optic discs of a folder tree into files; goes on where an earlier run has ended. */
@Plugin(
    type = Command.class,
    menuPath = "Plugins>CAVGA>Optic Discs in Folder...",
    description =
        "Measures the optic discs of all photographs of a folder and its subfolders, and "
            + "writes tables, label images, overlays and selections into a folder of results. A "
            + "run that was stopped goes on where it was.",
    headless = true)
public final class OpticDiscFolderCommand extends CavgaCommand {

  @Parameter(
      label = "Pictures",
      description = "Folder of photographs, its subfolders included.",
      style = FileWidget.DIRECTORY_STYLE,
      callback = "lookAtInput",
      required = false,
      persist = false)
  private File input;

  @Parameter(visibility = ItemVisibility.MESSAGE, required = false, persist = false)
  private String input_found = "Choose the folder of pictures to look at.";

  @Parameter(
      label = "Results",
      description = "Folder for results.csv, discs.csv, label images, overlays and selections.",
      style = FileWidget.DIRECTORY_STYLE,
      required = false,
      persist = false)
  private File output;

  @Parameter(
      label = "Eye side",
      description =
          "Which eye all pictures show: right, left, or auto (what a DICOM file says, else by the"
              + " disc's place in each picture).",
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
      label = "Outputs lie as",
      description =
          "For files that say that they must be turned. upright: everything lies as the picture is"
              + " seen. file: as the file's own pixels lie, for programs that do not turn them, such"
              + " as ImageJ's File > Open.",
      choices = {"upright", "file"},
      attrs = {@Attr(name = Inputs.WORDS, value = "the upright picture|the file's pixels")},
      persist = false)
  private String orientation = OutputOrientation.UPRIGHT.label();

  @Parameter(
      label = "Replace earlier results",
      description = "Begins anew; otherwise pictures that an earlier run has done are passed over.",
      persist = false)
  private boolean overwrite;

  @Parameter(
      label = "Stop at the first failure",
      description = "Ends at the first picture that fails; otherwise it has a row and no more.",
      persist = false)
  private boolean stop_on_error;

  @Parameter(label = "Help", callback = "showHelp", required = false, persist = false)
  private Button help;

  @Parameter(
      label = "Optic Discs in Folder",
      description = "How many pictures were measured, could not be, failed or were passed over.",
      type = ItemIO.OUTPUT)
  private String summary;

  /** Called by SciJava when the folder has changed. */
  void lookAtInput() {
    if (isChosen(input)) input_found = FolderCheck.of(input).text(FolderCheck.TINY, 1);
  }

  @Override
  protected void execute() throws IOException {
    PictureReader reader = PictureReader.of(context()).ofSide(EyeSides.of(eye_side));
    Path from = chosen(input, "a folder of pictures");
    Path to = chosen(output, "a folder for the results");
    FolderOptions options =
        new FolderOptions(overwrite, stop_on_error, false, true, true)
            .lying(OutputOrientation.of(orientation));
    try (CancellableTask task = begin("Measuring " + from.getFileName());
        DiscMeasurer measurer = DiscMeasurer.of(orNull(disc_networks))) {
      FolderSummary found =
          new FolderWorker(new DiscWork(measurer, options), reader, options)
              .run(from, to, task::show, task::isCancelled);
      summary = DiscWork.sentence(found) + " " + found.whereNow(to);
      if (found.end() == FolderSummary.End.CANCELLED) throw new CancellationException(summary);
      if (found.end() == FolderSummary.End.STOPPED_ON_ERROR) throw new IOException(summary);
      summary = showEnd(summary, to.resolve("results.csv"), to);
    }
  }
}
