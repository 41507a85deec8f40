package sc.fiji.cavga.bare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.IJ;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.model.ShippedModelFile;

/** The first five minutes in a real ImageJ 1.x: the model that comes along, and the welcome. */
class FirstUseTest {

  private static final Path EYE = Paths.get("sample-fundus/test/abnormal/hard-exudate_01_easy.jpg");

  @TempDir Path folder;

  @Test
  void okAloneGivesAMapAndAPersonIsWelcomedOnce() throws Exception {
    ShippedModelFile.assumeThere();
    assumeTrue(
        VirtualScreen.program().isPresent(),
        "Xvfb is not installed: this needs a screen (apt-get install xvfb).");
    BareImageJ imagej = new BareImageJ(Files.createDirectories(folder.resolve("ImageJ")));
    Path out = folder.resolve("seen.txt");
    try (VirtualScreen screen = VirtualScreen.start()) {
      String printed =
          imagej.onScreen(
              screen.display(),
              FirstUseDriver.class,
              List.of(EYE.toAbsolutePath().toString(), out.toString()));
      assertTrue(Files.exists(out), printed);
    }
    List<String> seen = Files.readAllLines(out);
    assertEquals("before, by macro: false", seen.get(0));
    assertEquals("at first: welcomed true, overlay true", seen.get(1));
    assertTrue(
        seen.get(2).startsWith("run(\"Localize Anomalies...\", \"model=healthy-fundus "),
        seen.get(2));
    assertEquals("then: welcomed false, overlay true", seen.get(3));
    assertTrue(
        seen.get(4).matches("sample: Fundus phantom 7 \\(blot, easy\\) with \\d+\\.\\d+"),
        seen.get(4));
    assertEquals("by macro: false", seen.get(5));
    assertEquals("page: says why", seen.get(6));
    assertEquals("closed: ", seen.get(7));
  }

  /** The recorded line, and one that says nothing of a model. */
  @Test
  void aMacroWithoutAScreenGivesAMap() throws Exception {
    ShippedModelFile.assumeThere();
    BareImageJ imagej = new BareImageJ(Files.createDirectories(folder.resolve("ImageJ")));
    Path macro = folder.resolve("first.ijm");
    Path map = folder.resolve("map.tif");
    String image = "image=[" + EYE.toAbsolutePath() + "] ";
    Files.write(
        macro,
        List.of(
            "setBatchMode(true);",
            call(image + "model=healthy-fundus map=default opacity=0.6 slices=current"),
            call(image + "raw=true"),
            "saveAs('Tiff', '" + map + "');",
            "print('welcome: ' + call('sc.fiji.cavga.command.LegacyMenu.call', 'Welcome', ''));"));
    String printed = imagej.headless(macro);
    assertTrue(Files.exists(map), printed);
    assertEquals(32, IJ.openImage(map.toString()).getBitDepth());
    assertTrue(printed.contains("welcome: CAVGA shows where"), printed);
  }

  private static String call(String options) {
    return "call('sc.fiji.cavga.command.LegacyMenu.call', 'Localize Anomalies...', '"
        + options
        + "');";
  }
}
