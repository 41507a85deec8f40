package sc.fiji.cavga.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.evaluate.Evaluator;
import sc.fiji.cavga.evaluate.report.EvaluationReport;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.examination.MapKind;

/** A trained model is evaluated with the very maps that it was calibrated for. */
class EvaluatedTrainingTest {

  @TempDir Path folder;

  @Test
  void healthyPicturesAreHardlyMarked() throws Exception {
    Path file = folder.resolve("healthy.cavga");
    List<Sample> normals = DrawnSample.normals(60);
    TrainingConfig config = TinyTraining.config().with(CommonSettings.HELD_OUT, 0.5);
    TinyTraining.trainer(config)
        .train(new Dataset(normals.subList(0, 40), List.of(), List.of()), file);
    TrainedModel model = ModelFile.read(file);
    List<Sample> test = new ArrayList<>(normals.subList(40, 60));
    test.addAll(DrawnSample.anomalous(4));
    assertEquals("local", model.part(MapKind.DEFAULT).method().name());
    for (MapKind kind : MapKind.values()) {
      EvaluationReport report =
          new Evaluator(model, kind)
              .evaluate(
                  new Dataset(List.of(), List.of(), test),
                  (done, total, result) -> {},
                  () -> false);
      double marked = report.normalPixelsMarked();
      assertTrue(marked < 0.2, kind + ": " + marked);
    }
  }
}
