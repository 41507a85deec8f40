package sc.fiji.cavga.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.feed.augment.OtherCamera;
import sc.fiji.cavga.method.cavga.training.CavgaSettings;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.CommonSettings.Variation;
import sc.fiji.cavga.model.MethodPart;
import sc.fiji.cavga.model.Predictor;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.calibration.Calibration;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.preprocess.PreparedPicture;

class CalibrationStepTest {

  @TempDir Path folder;

  @Test
  void newNormalPicturesAreMarkedAsRarelyAsAskedAndAnomaliesMore() throws Exception {
    TrainingConfig config =
        TinyTraining.config()
            .with(CommonSettings.MAP_QUANTILE, 0.9)
            .with(CommonSettings.HELD_OUT, 0.5)
            .with(CavgaSettings.EPOCHS, 6);
    TrainedModel model =
        TinyTraining.trainer(config).train(TinyTraining.pictures(60), folder.resolve("m.cavga"));
    // Pictures that the training has not seen at all.
    List<Sample> unseen = DrawnSample.normals(90).subList(60, 90);
    List<Sample> anomalous = DrawnSample.anomalous(10);
    assertEquals(
        EnumSet.of(MapKind.DEFAULT), TinyTraining.part(model, "local").calibrations().keySet());
    assertEquals(
        EnumSet.allOf(MapKind.class), TinyTraining.part(model, "cavga").calibrations().keySet());
    for (MethodPart part : model.parts())
      for (MapKind kind : part.calibrations().keySet()) {
        String what = part.method().name() + " " + kind;
        Calibration calibration = part.calibrations().get(kind);
        assertEquals(30, calibration.pictures());
        assertEquals(0.9, calibration.mapQuantile());
        TrainedModel alone =
            new TrainedModel(model.preprocessing(), List.of(part), model.provenance());
        double normal = markedShare(alone, kind, unseen);
        assertTrue(normal > 0.01 && normal < 0.25, what + ": " + normal);
        if (kind == MapKind.RECONSTRUCTION || part.method().name().equals("local"))
          assertTrue(markedShare(alone, kind, anomalous) > 1.5 * normal, what + ": " + normal);
      }
  }

  /** Eyes are judged as other cameras show them too: what differs so is not to be marked. */
  @Test
  void withOtherCamerasLessIsMarkedInVariedPictures() throws Exception {
    List<Sample> unseen = DrawnSample.normals(60).subList(40, 60);
    double[] marked = new double[2];
    for (int i = 0; i < 2; i++) {
      TrainingConfig config =
          TinyTraining.config()
              .with(CommonSettings.MAP_QUANTILE, 0.9)
              .with(CommonSettings.HELD_OUT, 0.5)
              .with(CavgaSettings.EPOCHS, 1)
              .with(CommonSettings.AUGMENTATION, Variation.values()[i]);
      TrainedModel model =
          TinyTraining.trainer(config)
              .train(TinyTraining.pictures(40), folder.resolve(i + ".cavga"));
      MethodPart local = TinyTraining.part(model, "local");
      assertEquals(20, local.calibrations().get(MapKind.DEFAULT).pictures());
      marked[i] =
          markedShare(
              new TrainedModel(model.preprocessing(), List.of(local), model.provenance()),
              MapKind.DEFAULT,
              unseen,
              true);
    }
    assertTrue(marked[1] < 0.8 * marked[0], marked[1] + " and " + marked[0]);
  }

  /** Of the pixels inside the field of view. */
  private static double markedShare(TrainedModel model, MapKind kind, List<Sample> samples)
      throws Exception {
    return markedShare(model, kind, samples, false);
  }

  private static double markedShare(
      TrainedModel model, MapKind kind, List<Sample> samples, boolean varied) throws Exception {
    double marked = 0;
    double all = 0;
    try (Predictor predictor = new Predictor(model, kind)) {
      for (Sample sample : samples) {
        PreparedPicture picture = model.preprocessing().prepare(sample.picture());
        if (varied) picture = OtherCamera.apply(picture, samples.indexOf(sample));
        float[] map = predictor.predict(picture).map();
        for (int i = 0; i < map.length; i++) {
          if (!(picture.fieldOfView()[i] > 0)) continue;
          all++;
          if (map[i] > 1) marked++;
        }
      }
    }
    return marked / all;
  }

  @Test
  void memoryIsBoundedAtEachSize() {
    assertEquals(500, CalibrationStep.mostPictures(128, 3));
    assertTrue(CalibrationStep.mostPictures(256, 3) < 300);
    // A method with one kind of map has room for more.
    assertEquals(500, CalibrationStep.mostPictures(256, 1));
    assertEquals(32, CalibrationStep.mostPictures(1024, 3));
  }
}
