package sc.fiji.cavga.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.cli.DrawnPictures;
import sc.fiji.cavga.cli.TinyTraining;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.Layouts;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.evaluate.Evaluator;
import sc.fiji.cavga.evaluate.metric.PictureResult;
import sc.fiji.cavga.evaluate.report.EvaluationReport;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.examination.MapKind;

class SheetSelectionTest {

  @TempDir Path folder;

  @Test
  void takesEvenlySpacedRanks() throws Exception {
    Path model = TinyTraining.model(folder);
    DrawnPictures.text(folder.resolve("data/test/abnormal/bad.jpg"));
    Dataset dataset = Layouts.discovered().openForEvaluation(folder.resolve("data"), null, null);
    EvaluationReport report =
        new Evaluator(ModelFile.read(model), MapKind.DEFAULT)
            .evaluate(dataset, (done, total, result) -> {}, () -> false);
    List<String> two = SheetSelection.names(report.results(), true, 2);
    List<PictureResult> ranked =
        report.results().stream()
            .filter(r -> r.anomalous() && r.problem().isEmpty())
            .sorted((a, b) -> Double.compare(b.score(), a.score()))
            .collect(Collectors.toList());
    assertEquals(List.of(ranked.get(0).name(), ranked.get(2).name()), two);
    List<Sample> all = SheetSelection.of(report.results(), dataset);
    assertEquals(6, all.size());
    assertTrue(all.get(0).anomalous() && !all.get(5).anomalous());
  }
}
