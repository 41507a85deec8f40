package sc.fiji.cavga.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.cavga.cli.error.ExitCode;

/**
 * Small trainings on {@code sample-fundus} give what the software gave before its rooms were drawn
 * anew (2026-11-30). What has a closed form agrees to 1e-4, each region included. Processors round
 * differently, and training a network makes this larger: with the instructions of older processors
 * (oneDNN and OpenBLAS held to SSE 4.1) the record's first score differs by 0.4 %, so 3 % are
 * allowed. {@code recorded_run.py} made the record, and compares all of it to the bit on one
 * machine.
 */
class RecordedRunTest {

  private static final String SMALL =
      "--size 64 --seed 1 --batch 4 --threads 2 --dataset sample-fundus";
  private static final Set<String> EXACT = Set.of("image", "region", "anomalous", "status");
  private static final Set<String> SCORES = Set.of("image", "score", "threshold", "status");
  private static final Set<String> PASSED_OVER = Set.of("seconds", "message");
  // Pixels: a value at the threshold may fall on either side on another processor.
  private static final Set<String> SIZES =
      Set.of("area_px", "x", "y", "width", "height", "centroid_x", "centroid_y");

  @TempDir Path folder;

  @Test
  void whatHasAClosedFormGivesWhatItGave() throws Exception {
    compare("local-no-net", "default", 1e-4, "--default-map density");
  }

  @Tag("slow")
  @ParameterizedTest
  @CsvSource({
    "local, default, --detector-steps 25",
    "local-weak, default, --detector-steps 25 --weak-from-test 6",
    "cavga, attention, --method cavga --width 8 --epochs 2 --fewest-steps 6 --warm-up 1",
  })
  void trainedNetworksGiveWhatTheyGave(String record, String map, String options) throws Exception {
    compare(record, map, 0.03, options);
  }

  private void compare(String record, String map, double tolerance, String options)
      throws Exception {
    Path model = folder.resolve("small.cavga");
    run("train --model " + model + " " + SMALL + " " + options);
    Path results = folder.resolve("results");
    run(
        "localize --input sample-fundus/test/abnormal --model "
            + model
            + " --map "
            + map
            + " --output "
            + results);
    boolean trained = tolerance > 1e-4;
    compare(record + "-results.csv", results.resolve("results.csv"), tolerance, trained);
    if (!trained)
      compare(record + "-regions.csv", results.resolve("regions.csv"), tolerance, false);
  }

  private static void run(String command) {
    Ran ran = Ran.with(command.split(" "));
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
  }

  private static void compare(String record, Path table, double tolerance, boolean scoresAlone)
      throws Exception {
    List<String[]> expected =
        rows(Path.of(RecordedRunTest.class.getResource("recorded/" + record).toURI()));
    List<String[]> actual = rows(table);
    assertEquals(expected.size(), actual.size(), "rows");
    String[] columns = expected.get(0);
    for (int row = 1; row < expected.size(); row++)
      for (int i = 0; i < columns.length; i++) {
        if (PASSED_OVER.contains(columns[i])) continue;
        if (scoresAlone && !SCORES.contains(columns[i])) continue;
        String was = expected.get(row)[i];
        String is = actual.get(row)[i];
        String where = expected.get(row)[0] + ", row " + row + ", " + columns[i];
        if (EXACT.contains(columns[i])) {
          assertEquals(was, is, where);
          continue;
        }
        boolean size = SIZES.contains(columns[i]);
        double value = Double.parseDouble(was);
        double allowed = Math.max(size ? 1.001 : tolerance, tolerance * Math.abs(value));
        assertEquals(value, Double.parseDouble(is), allowed, where);
      }
  }

  /** Without quoted cells: no message of these has a comma. */
  private static List<String[]> rows(Path file) throws Exception {
    List<String[]> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8))
      rows.add(line.split(",", -1));
    return rows;
  }
}
