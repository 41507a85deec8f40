package sc.fiji.cavga.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.method.cavga.training.CavgaSettings;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.method.cavga.network.CavgaNetwork;
import sc.fiji.cavga.method.cavga.network.NetworkOutput;
import sc.fiji.cavga.method.local.LocalModel;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.calibration.Calibration;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.preprocess.PictureBatch;
import sc.fiji.cavga.preprocess.PreparedPicture;

class CalibrationStepTest {

  @TempDir Path folder;

  @Test
  void newNormalPicturesAreMarkedAsRarelyAsAskedAndAnomaliesMore() throws Exception {
    TrainingConfig config =
        TinyTraining.config().with(CommonSettings.MAP_QUANTILE, 0.9).with(CommonSettings.HELD_OUT, 0.5).with(CavgaSettings.EPOCHS, 6);
    TrainedModel model =
        TinyTraining.trainer(config).train(TinyTraining.pictures(60), folder.resolve("m.cavga"));
    // Pictures that the training has not seen at all.
    List<Sample> unseen = DrawnSample.normals(90).subList(60, 90);
    List<Sample> anomalous = DrawnSample.anomalous(10);
    try (CavgaNetwork network = new CavgaNetwork(model.network(), 0)) {
      network.setWeights(model.weights());
      for (MapKind kind : MapKind.values()) {
        Calibration calibration = model.calibration(kind);
        assertEquals(30, calibration.pictures());
        assertEquals(0.9, calibration.mapQuantile());
        double normal = markedShare(model, network, kind, unseen);
        assertTrue(normal > 0.01 && normal < 0.25, kind + ": " + normal);
        if (kind == MapKind.RECONSTRUCTION)
          assertTrue(markedShare(model, network, kind, anomalous) > 1.5 * normal);
      }
    }
  }

  private static double markedShare(
      TrainedModel model, CavgaNetwork network, MapKind kind, List<Sample> samples)
      throws Exception {
    double marked = 0;
    double all = 0;
    LocalModel maps = LocalModel.of(model);
    for (Sample sample : samples) {
      PreparedPicture picture = model.preprocessing().prepare(sample.picture());
      NetworkOutput output = network.infer(PictureBatch.of(List.of(picture)));
      float[] raw = maps.raw(kind, picture, output, 0).values();
      for (float value : model.calibration(kind).calibrated(raw, picture.fieldOfView())) {
        all++;
        if (value > 1) marked++;
      }
    }
    maps.close();
    return marked / all;
  }

  @Test
  void memoryIsBoundedAtEachSize() {
    assertEquals(500, CalibrationStep.mostPictures(128));
    assertTrue(CalibrationStep.mostPictures(256) < 300);
    assertEquals(32, CalibrationStep.mostPictures(1024));
  }
}
