package sc.fiji.cavga.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.evaluate.report.EvaluationReport;
import sc.fiji.cavga.model.Predictor;
import sc.fiji.cavga.model.examination.MapKind;

/** Results of one evaluation, and never of two. */
class EvaluationFolderTest {

  @TempDir Path folder;

  private EvaluationReport report(EvaluationFolder to, String anomalous) throws IOException {
    return new Evaluator(
            TestModel.create(false), MapKind.RECONSTRUCTION, to.maps(), false, Predictor.OWN)
        .evaluate(
            new Dataset(
                List.of(),
                List.of(),
                List.of(new GreySample("n", false, false), new GreySample(anomalous, true, true))),
            (done, total, result) -> {},
            () -> false);
  }

  private void evaluate(String anomalous) throws IOException {
    try (EvaluationFolder opened = EvaluationFolder.open(folder, false)) {
      opened.write(report(opened, anomalous));
    }
  }

  private Set<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void leavesNothingButResults() throws IOException {
    evaluate("a");
    Set<String> first = files();
    assertTrue(first.containsAll(List.of("metrics.json", "roc.svg", "maps/000002.tif")));
    assertFalse(first.stream().anyMatch(name -> name.matches("\\.cavga-(maps|report).*")));
    evaluate("b");
    assertEquals(first, files());
  }

  /** A folder in a file's place stops the writing, as a kill would. */
  @Test
  void oneThatStopsOnTheWayLeavesNoMetricsOfAnother() throws IOException {
    evaluate("earlier");
    Files.delete(folder.resolve("report.html"));
    Path obstacle = Files.createDirectories(folder.resolve("report.html")).resolve("mine.txt");
    Files.writeString(obstacle, "mine");
    assertThrows(IOException.class, () -> evaluate("later"));
    assertFalse(Files.exists(folder.resolve("metrics.json")));
    Files.delete(obstacle);
    evaluate("later");
    assertTrue(Files.readString(folder.resolve("scores.csv")).contains("later"));
    assertTrue(Files.exists(folder.resolve("metrics.json")));
  }

  /** Such as a disk that is full. */
  @Test
  void oneThatCannotBeWrittenLeavesTheEarlierOne() throws IOException {
    evaluate("earlier");
    Path block = Files.writeString(folder.resolve(".cavga-report"), "in the way");
    Set<String> before = files();
    assertThrows(IOException.class, () -> evaluate("later"));
    assertEquals(before, files());
    Files.delete(block);
  }

  /** Such as one whose engine is not there. */
  @Test
  void oneThatWritesNothingLeavesNothing() throws Exception {
    Path inside = folder.resolve("new/results");
    EvaluationFolder.open(inside, false).close();
    assertEquals(Set.of(""), files());
    Path before = Files.createDirectories(folder.resolve("mine"));
    EvaluationFolder.open(before, false).close();
    assertEquals(Set.of("", "mine"), files());
    EvaluationFolder others = EvaluationFolder.open(inside, false);
    Files.writeString(inside.resolve("note.txt"), "mine");
    others.close();
    assertEquals(Set.of("", "mine", "new", "new/results", "new/results/note.txt"), files());
  }

  @Test
  void oneThatFailsLaterLeavesTheEarlierOne() throws IOException {
    evaluate("earlier");
    Set<String> before = files();
    EvaluationFolder.open(folder, false).close();
    assertEquals(before, files());
  }
}
