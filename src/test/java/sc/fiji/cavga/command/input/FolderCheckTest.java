package sc.fiji.cavga.command.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ColorProcessor;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.io.AtomicFile;
import sc.fiji.cavga.render.PngFile;

class FolderCheckTest {

  @TempDir Path folder;

  private void save(String name, int width, int height) {
    ImagePlus image = new ImagePlus(name, new ColorProcessor(width, height));
    new FileSaver(image).saveAsPng(folder.resolve(name + ".png").toString());
  }

  private static FolderCheck check(Path folder) {
    return FolderCheck.of(folder.toFile());
  }

  /** Each letter that is typed is a path for a moment; Explorer copies paths in quotes. */
  @Test
  void whatIsNoPathIsSaidAndQuotesAreTaken() {
    String none = FolderCheck.of(new File("eyes\0")).text(128, 1);
    assertTrue(none.contains("is none that this system can have (Nul character"), none);
    save("eye", 200, 160);
    File quoted = new File('"' + folder.toString() + '"');
    assertEquals("1 picture, 200 × 160 pixels.", FolderCheck.of(quoted).text(128, 1));
  }

  @Test
  void saysHowManyAndHowLarge() {
    for (int i = 0; i < 20; i++) save("eye " + i, 200, 160);
    assertEquals("20 pictures, 200 × 160 pixels.", check(folder).text(128, 20));
  }

  @Test
  void isWalkedThroughOnceForAllSizes() throws Exception {
    save("eye", 200, 160);
    FolderCheck check = check(folder);
    Files.delete(folder.resolve("eye.png"));
    assertEquals("1 picture, 200 × 160 pixels.", check.text(128, 1));
    assertTrue(check.text(256, 1).contains("Some are smaller than 256 pixels"));
  }

  @Test
  void ownResultsAreCountedApart() throws Exception {
    save("eye", 200, 160);
    BufferedImage overlay = new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB);
    AtomicFile.write(folder.resolve("o.png"), out -> PngFile.writeResult(overlay, out));
    assertEquals(
        "1 picture, 200 × 160 pixels.<br>1 file that CAVGA has written was passed over.",
        check(folder).text(128, 1));
  }

  @Test
  void warnsOfFewSmallAndMixedPictures() {
    save("large", 300, 280);
    save("small", 100, 90);
    assertEquals(
        "2 pictures, 100 × 90 to 300 × 280 pixels."
            + "<br>Few: use 20 or more, better hundreds."
            + "<br>Some are smaller than 128 pixels, and little can be seen in them."
            + "<br>Of mixed sizes: use pictures of one camera and field of view.",
        check(folder).text(128, 20));
  }

  @Test
  void whatIsNoPictureOrNoFolderIsSaid() throws Exception {
    assertTrue(check(folder).text(128, 20).startsWith("There are no pictures"));
    Files.writeString(folder.resolve("text.jpg"), "no picture");
    assertEquals("1 picture.", check(folder).text(128, 1));
    assertTrue(check(folder.resolve("none")).text(128, 20).contains("does not exist"));
  }
}
