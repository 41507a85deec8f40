package sc.fiji.cavga.method.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.method.local.gaussian.DogFeatures;
import sc.fiji.cavga.method.local.gaussian.ZScores;
import sc.fiji.cavga.method.local.net.SegmentationNet;
import sc.fiji.cavga.model.DefaultMap;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.TinyModel;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.calibration.Calibration;
import sc.fiji.cavga.model.calibration.ImageScore;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.preprocess.Placement;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.preprocess.Preprocessing;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;

class LocalModelTest {

  private static final int SIZE = 16;

  @TempDir Path folder;

  private static PreparedPicture picture(long seed) {
    Random random = new Random(seed);
    float[] values = new float[3 * SIZE * SIZE];
    float[] fieldOfView = new float[SIZE * SIZE];
    for (int i = SIZE; i < SIZE * SIZE; i++) {
      fieldOfView[i] = 1;
      for (int c = 0; c < 3; c++) values[c * SIZE * SIZE + i] = 0.3f + 0.2f * random.nextFloat();
    }
    return new PreparedPicture(
        SIZE, 3, values, fieldOfView, new Placement(SIZE, SIZE, 0, 0, SIZE, (x, y) -> true));
  }

  private static NormalDensity density() {
    DensityFitting fitting = new DensityFitting();
    for (int i = 0; i < 8; i++) fitting.add(picture(i));
    return fitting.fit();
  }

  private static TrainedModel model(NormalDensity density, List<NamedArray> detector) {
    return new TrainedModel(
        TinyModel.network(),
        new Preprocessing(SIZE, 3, FieldOfViewMode.RETINA),
        Map.of(),
        density,
        detector,
        TinyModel.weights(),
        new JsonObject(),
        new JsonObject());
  }

  @Test
  void theDetectorsLogitsAreAddedToTheDensity() {
    NormalDensity density = density();
    ZScores evidence = new ZScores(density);
    try (SegmentationNet detector = new SegmentationNet(SIZE, evidence.channels(), 3);
        LocalModel alone = new LocalModel(density, null)) {
      LocalModel both = new LocalModel(density, detector);
      PreparedPicture picture = picture(99);
      float[] logits =
          detector.infer(
              evidence.of(DogFeatures.of(picture, null), picture.fieldOfView()),
              picture.fieldOfView());
      float[] smooth = DefaultMap.smooth(logits, picture, DefaultMap.LIGHT);
      float[] without = alone.raw(MapKind.DEFAULT, picture, null, 0).values();
      float[] with = both.raw(MapKind.DEFAULT, picture, null, 0).values();
      for (int i = 0; i < with.length; i++)
        if (picture.fieldOfView()[i] > 0) assertEquals(without[i] + 48 * smooth[i], with[i], 1e-3);
        else assertEquals(0, with[i]);
    }
  }

  @Test
  void asksForTheNetworkOnlyWhereItIsNeeded() {
    try (LocalModel ofDensity = new LocalModel(density(), null);
        LocalModel ofNetwork = new LocalModel()) {
      assertFalse(ofDensity.needsNetwork(MapKind.DEFAULT));
      assertTrue(ofDensity.needsNetwork(MapKind.ATTENTION));
      assertTrue(ofNetwork.needsNetwork(MapKind.DEFAULT));
      SegmentationNet detector = new SegmentationNet(SIZE, DogFeatures.count(3) + 3, 1);
      try (LocalModel ofBoth = new LocalModel(density(), detector)) {
        assertFalse(ofBoth.needsNetwork(MapKind.DEFAULT));
      }
    }
  }

  @Test
  void aModelsMapsComeBackFromItsFileToTheBit() throws IOException {
    NormalDensity density = density();
    Path file = folder.resolve("m.cavga");
    PreparedPicture picture = picture(50);
    float[] before;
    try (SegmentationNet detector = new SegmentationNet(SIZE, new ZScores(density).channels(), 8)) {
      ModelFile.write(file, model(density, detector.weights()));
      before = new LocalModel(density, detector).raw(MapKind.DEFAULT, picture, null, 0).values();
    }
    TrainedModel back = ModelFile.read(file);
    assertFalse(back.detector().isEmpty());
    try (LocalModel maps = LocalModel.of(back)) {
      assertArrayEquals(before, maps.raw(MapKind.DEFAULT, picture, null, 0).values());
    }
  }

  @Test
  void theScoreOfBothIsKeptInTheModelFileAndRefusedWithoutADetector() throws IOException {
    Calibration plain = TinyModel.create().calibration(MapKind.DEFAULT);
    Calibration ofBoth = plain.withPictureScore(new ImageScore(-3.5, 0.25, 2.5, 0.125, 0.75));
    NormalDensity density = density();
    TrainedModel model;
    try (SegmentationNet detector = new SegmentationNet(SIZE, new ZScores(density).channels(), 8)) {
      model = model(density, detector.weights());
    }
    Path file = folder.resolve("m.cavga");
    ModelFile.write(file, model.withCalibrations(Map.of(MapKind.DEFAULT, ofBoth)));
    ImageScore back =
        ModelFile.read(file).calibration(MapKind.DEFAULT).pictureScore().orElseThrow();
    assertEquals(-3.5, back.detectorMean());
    assertEquals(0.25, back.detectorSpread());
    assertEquals(2.5, back.densityMean());
    assertEquals(0.125, back.densitySpread());
    assertEquals(0.75, back.densityWeight());
    Map<MapKind, Calibration> ofAttention = Map.of(MapKind.ATTENTION, ofBoth);
    assertThrows(IllegalArgumentException.class, () -> model.withCalibrations(ofAttention));
    TrainedModel alone = model(density, List.of());
    Map<MapKind, Calibration> ofDefault = Map.of(MapKind.DEFAULT, ofBoth);
    assertThrows(IllegalArgumentException.class, () -> alone.withCalibrations(ofDefault));
  }

  @Test
  void aDetectorThatDoesNotFitIsRefused() throws IOException {
    NormalDensity density = density();
    assertThrows(IllegalArgumentException.class, () -> model(null, TinyModel.weights()));
    TrainedModel other = model(density, TinyModel.weights());
    assertThrows(IllegalArgumentException.class, () -> LocalModel.of(other));
    try (SegmentationNet detector = new SegmentationNet(SIZE, new ZScores(density).channels(), 8)) {
      assertThrows(IllegalArgumentException.class, () -> new LocalModel(null, detector));
      List<NamedArray> broken = new ArrayList<>(detector.weights());
      broken.get(0).values()[0] = Float.NaN;
      Path file = folder.resolve("broken.cavga");
      ModelFile.write(file, model(density, broken));
      IOException e = assertThrows(IOException.class, () -> ModelFile.read(file));
      assertTrue(e.getMessage().contains("not finite"), e.getMessage());
    }
  }
}
