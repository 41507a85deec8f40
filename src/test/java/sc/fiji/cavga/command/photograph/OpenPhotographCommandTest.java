package sc.fiji.cavga.command.photograph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ColorProcessor;
import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import sc.fiji.cavga.command.Commands;
import sc.fiji.cavga.picture.ImagePlusPictures;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.read.PictureReader;
import sc.fiji.cavga.read.PngFile;

class OpenPhotographCommandTest {

  @TempDir Path folder;

  private Context context;

  @BeforeEach
  void start() {
    context = Commands.context();
  }

  @AfterEach
  void dispose() {
    context.dispose();
  }

  /** What ImageJ's own File > Open shows lying lies upright, as a folder run reads it. */
  @Test
  void aTurnedFileIsOpenedUpright() throws Exception {
    ColorProcessor colours = new ColorProcessor(40, 20);
    for (int i = 0; i < 800; i++) colours.set(i, i * 4001);
    Path file = folder.resolve("eye.png");
    new FileSaver(new ImagePlus("", colours)).saveAsPng(file.toString());
    PngFile.insert(file, "eXIf", PngFile.orientation(6));
    assertEquals(40, IJ.openImage(file.toString()).getWidth());
    ImagePlus opened =
        (ImagePlus)
            Commands.run(context, OpenPhotographCommand.class, "file", file.toFile())
                .getOutput("photograph");
    assertEquals("eye.png", opened.getTitle());
    assertEquals(20, opened.getWidth());
    Picture read = PictureReader.standard().read(file).get(0);
    Picture back = ImagePlusPictures.of(opened).get(0);
    assertEquals(read.notes(), back.notes());
    for (int y = 0; y < 40; y++)
      for (int x = 0; x < 20; x++)
        for (int c = 0; c < 3; c++)
          assertEquals(read.pixels().getAt(x, y, c).get(), back.pixels().getAt(x, y, c).get());
  }

  @Test
  void whatIsNoPhotographIsSaid() throws Exception {
    String problem =
        Commands.failure(
            context, OpenPhotographCommand.class, "file", new File("/no/such/eye.png"));
    assertTrue(problem.contains("eye.png"), problem);
  }
}
