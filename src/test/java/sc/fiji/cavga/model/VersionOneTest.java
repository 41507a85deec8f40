package sc.fiji.cavga.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.cavga.dataset.FileSample;
import sc.fiji.cavga.dataset.SharedData;
import sc.fiji.cavga.method.cavga.training.CavgaSettings;
import sc.fiji.cavga.method.local.LocalSettings;
import sc.fiji.cavga.method.local.MapSource;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.parity.NumpyFixture;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.read.PictureReader;
import sc.fiji.cavga.settings.Settings;

/**
 * Models that version 1 has written are read and give the maps and scores that version 1 gave.
 * {@code expected.json.gz} holds those of its command {@code evaluate}, at the network's size.
 */
class VersionOneTest {

  /** A score has six digits in the table of version 1. */
  private static final double TOLERANCE = 1e-4;

  private static final Path PICTURES = Paths.get("sample-fundus");

  @TempDir static Path folder;

  private static VersionOneFiles files;

  @BeforeAll
  static void unpack() throws IOException {
    files = new VersionOneFiles(folder);
  }

  private static PreparedPicture picture(TrainedModel model, String name) throws IOException {
    return model
        .preprocessing()
        .prepare(FileSample.only(PICTURES.resolve(name), PictureReader.standard()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "local-weak", "cavga-d-weak", "cavga-r"})
  void givesTheMapsAndScoresOfVersionOne(String name) throws IOException {
    TrainedModel model = files.read(name);
    int compared = 0;
    for (NumpyFixture each :
        NumpyFixture.read(VersionOneTest.class, "version1/expected.json.gz").list("cases")) {
      if (!each.text("model").equals(name)) continue;
      try (Predictor predictor = new Predictor(model, MapKind.of(each.text("map")))) {
        Prediction prediction = predictor.predict(picture(model, each.text("picture")));
        String what = name + ", " + each.text("map") + ", " + each.text("picture");
        requireMap(each.numbers("values"), prediction.map(), what);
        assertEquals(each.number("score"), prediction.score(), TOLERANCE, what);
        assertEquals(each.number("threshold"), prediction.threshold(), TOLERANCE, what);
        compared++;
      }
    }
    assertEquals(9, compared, "three pictures, each with three kinds of map");
  }

  private static void requireMap(float[] expected, float[] actual, String what) {
    assertEquals(expected.length, actual.length, what);
    for (int i = 0; i < expected.length; i++)
      assertEquals(expected[i], actual[i], TOLERANCE, what + " at " + i);
  }

  @ParameterizedTest
  @CsvSource({"local,local cavga", "local-weak,local cavga", "cavga-d-weak,cavga", "cavga-r,cavga"})
  void isReadAsItsMethods(String name, String methods) throws IOException {
    List<MethodPart> parts = files.read(name).parts();
    assertEquals(
        methods, parts.stream().map(part -> part.method().name()).collect(Collectors.joining(" ")));
    MethodPart cavga = parts.get(parts.size() - 1);
    assertEquals(1, cavga.training().get("epoch").getAsInt());
    if (parts.size() == 1) assertEquals(3, cavga.calibrations().size());
    else {
      assertEquals(Set.of(MapKind.DEFAULT), parts.get(0).calibrations().keySet());
      assertEquals(
          Set.of(MapKind.ATTENTION, MapKind.RECONSTRUCTION), cavga.calibrations().keySet());
    }
  }

  @Test
  void keepsTheSettings() throws IOException {
    Settings density = files.read("local-density").parts().get(0).entries().settings();
    assertEquals(16, density.get(CommonSettings.SIZE));
    assertEquals(1L, density.get(CommonSettings.SEED));
    assertEquals(MapSource.DENSITY, density.get(LocalSettings.MAP));
    assertFalse(density.get(CommonSettings.WEAK));
    Settings local = files.read("local-weak").parts().get(0).entries().settings();
    assertEquals(MapSource.DETECTOR, local.get(LocalSettings.MAP));
    assertEquals(12, local.get(LocalSettings.STEPS));
    assertTrue(local.get(CommonSettings.WEAK));
    Settings residual = files.read("cavga-r").parts().get(0).entries().settings();
    assertEquals(32, residual.get(CommonSettings.SIZE));
    assertEquals(4, residual.get(CommonSettings.BATCH));
    assertEquals(2, residual.get(CavgaSettings.WIDTH));
    assertEquals(3, residual.get(CavgaSettings.FEWEST_STEPS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"local-weak", "cavga-d-weak"})
  void writtenAnewItIsTheSameModelInTheNewFormat(String name) throws IOException {
    TrainedModel model = files.read(name);
    Path anew = folder.resolve(name + "-anew.cavga");
    ModelFile.write(anew, model);
    TrainedModel back = ModelFile.read(anew);
    for (MapKind kind : MapKind.values())
      try (Predictor before = new Predictor(model, kind);
          Predictor after = new Predictor(back, kind)) {
        PreparedPicture picture = picture(model, "test/abnormal/blot_01_easy.jpg");
        Prediction expected = before.predict(picture);
        Prediction actual = after.predict(picture);
        assertArrayEquals(expected.map(), actual.map());
        assertEquals(expected.score(), actual.score());
      }
  }

  /** The default map is of the method local alone: the network need not even be there. */
  @Test
  void theDefaultMapNeedsNoNetworkAndTheAttentionMapDoes() throws IOException {
    TrainedModel whole = files.read("local");
    MethodPart cavga = whole.parts().get(1);
    ModelEntries nothing = new ModelEntries(cavga.entries().settings(), Map.of());
    TrainedModel without =
        new TrainedModel(
            whole.preprocessing(),
            List.of(
                whole.parts().get(0),
                new MethodPart(cavga.method(), nothing, cavga.calibrations(), new JsonObject())),
            whole.provenance());
    PreparedPicture picture = picture(whole, "test/abnormal/blot_01_easy.jpg");
    try (Predictor expected = new Predictor(whole, MapKind.DEFAULT);
        Predictor actual = new Predictor(without, MapKind.DEFAULT)) {
      assertArrayEquals(expected.predict(picture).map(), actual.predict(picture).map());
    }
    IOException thrown =
        assertThrows(IOException.class, () -> new Predictor(without, MapKind.ATTENTION));
    assertEquals(
        "The model cannot be used: its network is missing: get the whole file again, or train a new"
            + " model.",
        thrown.getMessage());
  }

  @ParameterizedTest
  @EnumSource(MapKind.class)
  void aModelOfRealPhotographsIsReadAndCalibrated(MapKind kind) throws IOException {
    TrainedModel model = ModelFile.read(SharedData.failedCase("idrid.cavga"));
    try (Predictor predictor = new Predictor(model, kind)) {
      Prediction prediction = predictor.predict(picture(model, "test/normal/normal_01.jpg"));
      assertEquals(128 * 128, prediction.map().length);
      int seen = 0;
      int marked = 0;
      for (float value : prediction.map()) {
        if (Float.isFinite(value)) seen++;
        if (value > 1) marked++;
      }
      assertTrue(seen > 128 * 128 / 2, seen + " places have a value");
      assertTrue(marked < seen, marked + " of " + seen);
      assertTrue(Double.isFinite(prediction.score()));
    }
  }

  /** Version 1 gave a score of 5.87 at a threshold of 2.68. */
  @Test
  void aModelOfRealPhotographsGivesAnIllEyeTheScoreOfVersionOne() throws IOException {
    TrainedModel model = ModelFile.read(SharedData.failedCase("idrid.cavga"));
    Path ill = SharedData.failedCase("ungradable-is-healthy/diseased.png");
    PreparedPicture picture =
        model.preprocessing().prepare(FileSample.only(ill, PictureReader.standard()));
    try (Predictor predictor = new Predictor(model, MapKind.DEFAULT)) {
      Prediction prediction = predictor.predict(picture);
      assertEquals(5.87, prediction.score(), 0.005);
      assertEquals(2.68, prediction.threshold(), 0.005);
    }
  }
}
