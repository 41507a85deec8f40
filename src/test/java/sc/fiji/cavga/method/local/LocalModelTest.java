package sc.fiji.cavga.method.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.fuzz.StoredZips;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.method.local.gaussian.DogFeatures;
import sc.fiji.cavga.method.local.gaussian.GaussianField;
import sc.fiji.cavga.method.local.gaussian.GaussianFieldFitter;
import sc.fiji.cavga.method.local.gaussian.ZScores;
import sc.fiji.cavga.method.local.net.SegmentationNet;
import sc.fiji.cavga.method.local.net.SegmentationNets;
import sc.fiji.cavga.method.local.weak.WeakReweighting;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.MethodPart;
import sc.fiji.cavga.model.ModelEntries;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.Predictor;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.calibration.Calibration;
import sc.fiji.cavga.model.calibration.CalibrationFitting;
import sc.fiji.cavga.model.calibration.NormalAtlas;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.examination.RawMap;
import sc.fiji.cavga.plane.MaskedGaussian;
import sc.fiji.cavga.preprocess.Placement;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.settings.Settings;

class LocalModelTest {

  private static final int SIZE = 16;
  private static final LocalMethod METHOD = new LocalMethod();
  private static final Settings SETTINGS =
      ModelFile.declared(METHOD).with(CommonSettings.SIZE, SIZE);

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

  private static GaussianField field() {
    GaussianFieldFitter fitter = new GaussianFieldFitter();
    for (int i = 0; i < 8; i++) fitter.add(picture(i));
    return fitter.fit();
  }

  private static LocalModel withNet(GaussianField field, long seed) {
    SegmentationNet net = new SegmentationNet(SIZE, new ZScores(field).channels(), seed);
    return new LocalModel(field, null, SegmentationNets.of(net));
  }

  private static TrainedModel stored(ModelEntries entries, Map<MapKind, Calibration> calibrations) {
    MethodPart part = new MethodPart(METHOD, entries, calibrations, new JsonObject());
    return new TrainedModel(
        CommonSettings.preprocessing(SETTINGS), List.of(part), new JsonObject());
  }

  private static Map<MapKind, Calibration> calibrated(LocalModel model) {
    CalibrationFitting fitting = new CalibrationFitting(SIZE);
    for (int i = 20; i < 26; i++) fitting.add(model.examine(picture(i)).map(MapKind.DEFAULT));
    return Map.of(MapKind.DEFAULT, fitting.fit(0.98, 0.9));
  }

  @Test
  void theNetsLogitsAreAddedToTheHalfDistances() {
    GaussianField field = field();
    PreparedPicture picture = picture(99);
    float[] inside = picture.fieldOfView();
    try (LocalModel both = withNet(field, 3);
        LocalModel alone = new LocalModel(field, null, null)) {
      float[] scores = new ZScores(field).of(DogFeatures.of(picture), inside);
      float[] logits = both.nets().orElseThrow().infer(scores, inside);
      float[] smooth = MaskedGaussian.blur(logits, inside, SIZE, 0.75);
      float[] without = alone.examine(picture).map(MapKind.DEFAULT).values();
      float[] with = both.examine(picture).map(MapKind.DEFAULT).values();
      for (int i = 0; i < with.length; i++)
        if (inside[i] > 0) assertEquals(without[i] + 48 * smooth[i], with[i], 1e-3);
        else assertEquals(0, with[i]);
    }
  }

  @Test
  void makesTheDefaultMapAndSaysSoOfOthers() {
    try (LocalModel model = new LocalModel(field(), null, null)) {
      assertEquals(List.of(MapKind.DEFAULT), model.maps());
      Exception thrown =
          assertThrows(
              IllegalArgumentException.class,
              () -> model.examine(picture(1)).map(MapKind.ATTENTION));
      assertTrue(thrown.getMessage().endsWith("choose default."), thrown.getMessage());
    }
  }

  @Test
  void mapAndScoreComeBackFromTheFileToTheBit() throws IOException {
    Path file = folder.resolve("m.cavga");
    try (LocalModel model = withNet(field(), 8)) {
      Map<MapKind, Calibration> calibrations = calibrated(model);
      TrainedModel written = stored(METHOD.write(model, SETTINGS), calibrations);
      ModelFile.write(file, written);
      try (Predictor before = new Predictor(written, MapKind.DEFAULT);
          Predictor after = new Predictor(ModelFile.read(file), MapKind.DEFAULT)) {
        float[] raw = model.examine(picture(50)).map(MapKind.DEFAULT).values();
        float[] map = after.predict(picture(50)).map();
        assertArrayEquals(
            calibrations.get(MapKind.DEFAULT).calibrated(raw, picture(50).fieldOfView()), map);
        assertEquals(before.predict(picture(50)).score(), after.predict(picture(50)).score());
      }
    }
  }

  @Test
  void theDistanceCountsHalfInAScoreAndWithLabelsAsMuch() {
    GaussianField field = field();
    float[] ones = new float[SIZE * SIZE];
    Arrays.fill(ones, 1);
    WeakReweighting labels =
        new WeakReweighting(new NormalAtlas(ones, ones), new float[3 * field.features() + 2]);
    assertEquals(0.5, distanceWeight(field, null));
    assertEquals(1, distanceWeight(field, labels));
  }

  private static double distanceWeight(GaussianField field, WeakReweighting labels) {
    SegmentationNet net = new SegmentationNet(SIZE, new ZScores(field).channels(), 1);
    try (LocalModel model = new LocalModel(field, labels, SegmentationNets.of(net))) {
      RawMap map = model.examine(picture(1)).map(MapKind.DEFAULT);
      return map.parts().parts().get(1).weight();
    }
  }

  /** Earlier versions say what their synthetic anomalies were like. */
  @Test
  void ofEarlierModelsThoseOfLesionsAreRead() throws IOException {
    Path file = folder.resolve("earlier.cavga");
    try (LocalModel model = withNet(field(), 8)) {
      ModelFile.write(file, stored(METHOD.write(model, SETTINGS), calibrated(model)));
    }
    Map<String, byte[]> entries = StoredZips.read(file);
    String json = new String(entries.get("model.json"), UTF_8);
    assertFalse(json.contains("painted"), json);
    for (String signs : List.of("lesions", "glaucoma", "cats")) {
      String earlier = "\"painted\": \"" + signs + "\", \"default_map\"";
      entries.put("model.json", json.replace("\"default_map\"", earlier).getBytes(UTF_8));
      StoredZips.write(file, entries);
      if (signs.equals("lesions")) {
        assertEquals(SETTINGS, ModelFile.read(file).parts().get(0).entries().settings());
        continue;
      }
      IOException thrown = assertThrows(IOException.class, () -> ModelFile.read(file));
      assertTrue(
          thrown.getMessage().endsWith("train a new model, for glaucoma with the method disc."),
          thrown.getMessage());
    }
  }

  @Test
  void aScoreOfBothIsRefusedWhereTheNetIsMissing() throws IOException {
    try (LocalModel model = withNet(field(), 8)) {
      ModelEntries whole = METHOD.write(model, SETTINGS);
      List<NamedArray> field = whole.arrays().get(LocalEntries.FIELD);
      TrainedModel alone =
          stored(new ModelEntries(SETTINGS, Map.of(LocalEntries.FIELD, field)), calibrated(model));
      Path file = folder.resolve("alone.cavga");
      ModelFile.write(file, alone);
      IOException thrown = assertThrows(IOException.class, () -> ModelFile.read(file));
      assertTrue(
          thrown.getMessage().contains("its segmentation_net is missing"), thrown.getMessage());
    }
  }

  @Test
  void aNetThatDoesNotFitIsRefused() throws IOException {
    try (LocalModel model = withNet(field(), 8);
        SegmentationNet other = new SegmentationNet(SIZE, 1, 8)) {
      Map<MapKind, Calibration> calibrations = calibrated(model);
      TrainedModel foreign = stored(withNet(model, other.weights()), calibrations);
      IOException thrown =
          assertThrows(IOException.class, () -> new Predictor(foreign, MapKind.DEFAULT));
      assertTrue(thrown.getMessage().endsWith("."), thrown.getMessage());
      List<NamedArray> broken = new ArrayList<>(model.nets().orElseThrow().each().get(0).weights());
      NamedArray first = broken.get(0);
      float[] values = first.values().clone();
      values[0] = Float.NaN;
      broken.set(0, new NamedArray(first.name(), first.shape(), values));
      Path file = folder.resolve("broken.cavga");
      ModelFile.write(file, stored(withNet(model, broken), calibrations));
      IOException read = assertThrows(IOException.class, () -> ModelFile.read(file));
      assertTrue(read.getMessage().contains("not finite"), read.getMessage());
    }
  }

  private static ModelEntries withNet(LocalModel model, List<NamedArray> weights) {
    return new ModelEntries(
        SETTINGS,
        Map.of(
            LocalEntries.FIELD,
            METHOD.write(model, SETTINGS).arrays().get(LocalEntries.FIELD),
            LocalEntries.NET,
            weights));
  }

  @Test
  void theFieldIsNeeded() {
    ModelEntries nothing = new ModelEntries(SETTINGS, Map.of());
    IOException thrown = assertThrows(IOException.class, () -> METHOD.read(nothing));
    assertTrue(thrown.getMessage().startsWith("its gaussian_field is missing"));
  }
}
