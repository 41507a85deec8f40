package sc.fiji.cavga.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that end the Java that reads them, or never end, on two workers of Spark 4.0. */
class PoisonTest {

  @TempDir Path folder;

  @Test
  void poisonIsARowAndEndsNothing() throws Exception {
    Archive archive = new Archive(folder).draw(300, 20);
    Map<String, List<String>> expected = archive.expected();
    for (int i = 0; i < 3; i++)
      Files.write(archive.input().resolve(i + "/poison exits.png"), Archive.png(i));
    Files.write(archive.input().resolve("0/poison sleeps.png"), Archive.png(1));
    Path out = folder.resolve("out");
    Path poison = PoisonReader.jar(folder.resolve("poison.jar"));
    try (Sparks spark = new Sparks(folder.resolve("spark"), "4.0").cluster()) {
      spark.run(
          0,
          List.of("--jars", poison.toString()),
          archive.localize(out, "--chunk", "50", "--seconds-per-picture", "20"));
    }
    Map<String, List<String>> rows = Archive.rows(out);
    assertEquals(304, rows.size());
    for (int i = 0; i < 3; i++) {
      String image = i + "/poison exits.png";
      assertFailed(
          rows.remove(image),
          "The Java that read "
              + archive.input().resolve(image)
              + " ended with exit code 7, also when it was tried alone; export it again, as PNG or"
              + " TIFF.");
    }
    String sleeps = "0/poison sleeps.png";
    assertFailed(
        rows.remove(sleeps),
        archive.input().resolve(sleeps)
            + " took more than 20 seconds, also when it was tried alone; crop it, or allow more"
            + " with --seconds-per-picture.");
    assertEquals(expected, rows);
  }

  private static void assertFailed(List<String> row, String message) {
    assertTrue(row.contains("failed"), row::toString);
    assertTrue(row.contains(message), row::toString);
  }
}
