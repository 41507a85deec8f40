package sc.fiji.cavga.localize.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Names as people, cameras and attackers give them, from the input folder to the tables. */
class OddNamesTest extends FolderRuns {

  private static final List<String> NAMES =
      List.of(
          "two  words.png",
          "[1] (2) {3}.png",
          "quo\"ted 'twice'.png",
          "#1 100%.png",
          "%2e%2e%2fup.png",
          "line\nbreak\r.png",
          "escape\u001b[2J.png",
          "a,b;c\td.png",
          "=SUM(A1:A9).png",
          "-cmd.png",
          "@link.png",
          "+1.png",
          "<img src=x onerror=alert(1)>.png",
          "back\\slash.png",
          "..hidden.. .png",
          "NUL.png",
          "ende .png",
          "Auge-ü-眼-\ud83d\udc41.png",
          "Eye.png",
          "eye.png",
          "EYE.PNG",
          "left/scan.png",
          "right/scan.png",
          "left.png/scan.png",
          "n".repeat(246) + ".png",
          "n".repeat(245) + "m.png");

  @Test
  void everyNameIsARowWithFilesOfItsOwn() throws IOException {
    List<String> written = new ArrayList<>();
    for (String name : NAMES) {
      Path file;
      try {
        file = folder.resolve("in").resolve(name);
        if (Files.exists(file)) continue;
        Photographs.write(file, 40, 40, 10, 10);
      } catch (InvalidPathException | IOException notOnThisSystem) {
        continue;
      }
      written.add(name);
    }
    // A leading dot hides a file, here as everywhere.
    written.remove("..hidden.. .png");
    FolderSummary summary = run(FolderOptions.DEFAULT);
    assertEquals(written.size(), summary.done());
    assertEquals(0, summary.failed());

    List<String> images = column("results.csv", "image");
    assertEquals(written.size(), images.size());
    for (String table : List.of("results.csv", "regions.csv"))
      for (String image : column(table, "image")) {
        assertTrue("=+-@".indexOf(image.charAt(0)) < 0, image);
        assertTrue(image.chars().noneMatch(c -> c < 32 && c != '\t'), image);
      }
    Set<String> different = new HashSet<>();
    for (String output : outputs()) different.add(output.toLowerCase(Locale.ROOT));
    assertEquals(3 * written.size(), different.size());
    Path out = folder.resolve("out").toRealPath();
    for (String output : outputs()) assertTrue(out.resolve(output).toRealPath().startsWith(out));
    assertEquals(written.size(), run(FolderOptions.DEFAULT).skipped());
  }

  @Test
  void linksAreFollowedAndNeverInACircle() throws IOException {
    Path picture = Photographs.grey(folder.resolve("elsewhere/eye.png"), 40, 40);
    Path in = Files.createDirectory(folder.resolve("in"));
    try {
      Files.createSymbolicLink(in.resolve("link.png"), picture);
      Files.createSymbolicLink(in.resolve("folder"), picture.getParent());
      Files.createSymbolicLink(in.resolve("round"), in);
      Files.createSymbolicLink(in.resolve("broken.png"), folder.resolve("nothing.png"));
      Files.createSymbolicLink(in.resolve("itself.png"), Path.of("itself.png"));
    } catch (IOException | UnsupportedOperationException e) {
      Assumptions.abort("no symbolic links here");
    }
    FolderSummary summary = run(FolderOptions.DEFAULT);
    assertEquals(2, summary.done());
    assertEquals(
        List.of("broken.png", "folder/eye.png", "itself.png", "link.png"),
        column("results.csv", "image"));
    assertFalse(column("results.csv", "message").get(0).isEmpty());
    assertTrue(Files.exists(picture));
  }
}
