package sc.fiji.cavga.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drivers that are killed and started again, and two runs into one output. */
class RestartTest {

  private static final int CHUNK = 50;

  @TempDir Path folder;

  @Test
  void aKilledDriverIsGoneOnFrom() throws Exception {
    Archive archive = new Archive(folder).draw(1000, 100);
    Path out = folder.resolve("out");
    Path reads = folder.resolve("reads");
    Path poison = PoisonReader.jar(folder.resolve("poison.jar"));
    List<String> jars = List.of("--jars", poison.toString());
    String[] command = archive.localize(out, "--chunk", "" + CHUNK, "--batch", "600");
    try (Sparks spark = new Sparks(folder.resolve("spark"), "3.5")) {
      spark.with(PoisonReader.READS, reads.toString());
      Process first = spark.begin(jars, command);
      Sparks.await(() -> Archive.committed(out) >= 3 || !first.isAlive(), "three chunks");
      assertTrue(first.isAlive(), spark.printed());

      String refused = spark.run(3, jars, command);
      assertTrue(
          refused.contains("Another run writes into " + out + ": wait for its end"), refused);

      assertTrue(first.isAlive(), "it was to be killed, but had come to its end");
      Sparks.kill(first);
      first.waitFor();
      // At least: a batch that is done may still have its chunks where they were gathered.
      long committed = Math.max(Archive.committed(out), 12 * done(out, 0) + 8 * done(out, 1));
      assertTrue(committed >= 3, "chunks that are committed: " + committed);

      spark.run(0, jars, command);
      assertEquals(archive.expected(), Archive.rows(out));
      assertEquals(archive.expectedRegions(), Archive.regions(out));

      Map<String, Integer> times = new HashMap<>();
      for (String line : Files.readAllLines(reads)) times.merge(line, 1, Integer::sum);
      assertEquals(archive.expected().size() - empty(archive), times.size());
      long once = times.values().stream().filter(count -> count == 1).count();
      assertTrue(
          once >= CHUNK * committed - empty(archive),
          once + " files were read once, but " + committed + " chunks were committed");

      // Nothing is left to be done.
      long before = Files.size(reads);
      spark.run(0, jars, command);
      assertEquals(before, Files.size(reads));

      String other = spark.run(3, jars, archive.localize(out, "--smallest-region", "9"));
      assertTrue(other.contains("holds results of other settings; choose another"), other);
    }
  }

  private static int done(Path out, int batch) {
    return Files.exists(out.resolve("results/batch=" + batch + "/_SUCCESS")) ? 1 : 0;
  }

  /** Files without bytes are refused before any reader is asked. */
  private static long empty(Archive archive) throws java.io.IOException {
    return archive.expected().values().stream()
        .map(row -> row.stream().collect(Collectors.joining(",")))
        .filter(row -> row.contains(" is empty;"))
        .count();
  }
}
