package sc.fiji.cavga.command.photograph;

import ij.ImagePlus;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;
import org.scijava.widget.FileWidget;
import sc.fiji.cavga.command.CavgaCommand;
import sc.fiji.cavga.picture.PictureImage;
import sc.fiji.cavga.read.PictureReader;
import sc.fiji.cavga.ui.Desktop;

/**
 * Opens a file as folder runs read it: upright, in sRGB, with its own white. Maps and selections of
 * a folder run lie on this image also where File &gt; Open... shows the file otherwise.
 */
@Plugin(
    type = Command.class,
    menuPath = "Plugins>CAVGA>Open Fundus Photograph...",
    description =
        "Opens a photograph as folder runs read it: upright, in sRGB, with its own white. Maps and"
            + " selections of a folder run lie on this image.",
    headless = true)
public final class OpenPhotographCommand extends CavgaCommand {

  @Parameter(
      label = "File",
      description = "A photograph, of any kind that folder runs read.",
      style = FileWidget.OPEN_STYLE,
      required = false,
      persist = false)
  private File file;

  @Parameter(label = "Help", callback = "showHelp", required = false, persist = false)
  private Button help;

  @Parameter(
      label = "Photograph",
      description = "The picture, or a stack where the file holds several.",
      type = ItemIO.OUTPUT)
  private ImagePlus photograph;

  @Override
  protected void execute() throws IOException {
    Path path = chosen(file, "a photograph");
    photograph =
        PictureImage.of(path.getFileName().toString(), PictureReader.of(context()).read(path));
    Desktop.show(photograph);
  }
}
