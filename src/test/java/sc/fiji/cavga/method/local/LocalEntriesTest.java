package sc.fiji.cavga.method.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.method.local.gaussian.GaussianField;
import sc.fiji.cavga.method.local.gaussian.GaussianFieldFitter;
import sc.fiji.cavga.method.local.weak.WeakReweightingFitter;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.ModelEntries;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.preprocess.Placement;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.settings.Settings;

/** A model of pictures and labels, as named arrays and back. */
class LocalEntriesTest {

  private static final int SIZE = 32;
  private static final int PICTURES = 12;
  private static final LocalMethod METHOD = new LocalMethod();
  private static final Settings SETTINGS =
      ModelFile.declared(METHOD)
          .with(CommonSettings.SIZE, SIZE)
          .with(CommonSettings.CHANNELS, 1)
          .with(LocalSettings.MAP, MapSource.DENSITY);

  private static LocalModel model;

  @BeforeAll
  static void learn() {
    GaussianFieldFitter fitter = new GaussianFieldFitter();
    for (int i = 0; i < PICTURES; i++) fitter.add(picture(i, 0));
    GaussianField field = fitter.fit();
    WeakReweightingFitter weak = new WeakReweightingFitter(field);
    for (int i = 0; i < PICTURES; i++) weak.calibrate(picture(i, 0));
    for (int i = 0; i < PICTURES; i++) weak.add(picture(i, 0), false);
    for (int i = 0; i < 4; i++) weak.add(picture(50 + i, -0.3), true);
    weak.learn();
    model = new LocalModel(field, weak.reweighting(), null);
  }

  /** Noise, a bright disc near (20, 15) and perhaps a spot. */
  private static PreparedPicture picture(long seed, double spot) {
    Random random = new Random(seed);
    double x = 19 + 2 * random.nextDouble();
    double y = 14 + 2 * random.nextDouble();
    float[] values = new float[SIZE * SIZE];
    float[] fieldOfView = new float[SIZE * SIZE];
    Arrays.fill(fieldOfView, 1);
    for (int i = 0; i < values.length; i++) {
      boolean disc = Math.hypot(i % SIZE - x, i / SIZE - y) < 3;
      boolean spotted = Math.hypot(i % SIZE - 8, i / SIZE - 20) < 2;
      values[i] =
          (float) (0.5 + 0.02 * random.nextGaussian() + (disc ? 0.3 : 0) + (spotted ? spot : 0));
    }
    return new PreparedPicture(
        SIZE, 1, values, fieldOfView, new Placement(SIZE, SIZE, 0, 0, SIZE, (a, b) -> true));
  }

  private static List<NamedArray> arrays() {
    return new ArrayList<>(METHOD.write(model, SETTINGS).arrays().get("gaussian_field"));
  }

  private static LocalModel read(List<NamedArray> arrays) throws IOException {
    return (LocalModel)
        METHOD.read(new ModelEntries(SETTINGS, Map.of("gaussian_field", List.copyOf(arrays))));
  }

  private static float[] map(LocalModel of) {
    return of.examine(picture(99, -0.3)).map(MapKind.DEFAULT).values();
  }

  @Test
  void comeBackToTheBit() throws IOException {
    try (LocalModel back = read(arrays())) {
      assertArrayEquals(map(model), map(back));
      assertTrue(back.learnedFromLabels());
    }
  }

  @Test
  void whatIsNotThereIsNotMadeUp() throws IOException {
    List<NamedArray> arrays = arrays();
    arrays.removeIf(array -> array.name().startsWith("likeness"));
    try (LocalModel back = read(arrays)) {
      assertTrue(back.reweighting().isEmpty());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"means", "whitening", "likeness.weights", "likeness.mean", "likeness.spread"})
  void notANumberIsRefused(String name) {
    refused(
        name,
        "finite",
        array -> {
          float[] values = array.values().clone();
          values[1] = Float.NaN;
          return new NamedArray(name, array.shape(), values);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"means", "whitening", "likeness.weights", "likeness.mean"})
  void anotherShapeIsRefused(String name) {
    refused(name, "", array -> new NamedArray(name, new long[] {1}, new float[1]));
  }

  @ParameterizedTest
  @ValueSource(strings = {"means", "whitening", "likeness.mean", "likeness.spread"})
  void aMissingArrayIsRefused(String name) {
    refused(name, "missing", array -> null);
  }

  /**
   * @param change gives null to leave the array out
   */
  private static void refused(String name, String message, UnaryOperator<NamedArray> change) {
    List<NamedArray> arrays = arrays();
    assertTrue(arrays.stream().anyMatch(array -> array.name().equals(name)));
    arrays.replaceAll(array -> array.name().equals(name) ? change.apply(array) : array);
    arrays.removeIf(Objects::isNull);
    IOException thrown = assertThrows(IOException.class, () -> read(arrays));
    assertTrue(thrown.getMessage().contains(message), thrown.getMessage());
    assertTrue(thrown.getMessage().endsWith("."), thrown.getMessage());
  }

  /** Of earlier versions' training with signs of glaucoma. */
  @Test
  void aModelOfAlignedPicturesIsRefused() {
    List<NamedArray> arrays = arrays();
    arrays.add(new NamedArray("usual_place", new long[] {2}, new float[] {20, 15}));
    IOException thrown = assertThrows(IOException.class, () -> read(arrays));
    assertTrue(thrown.getMessage().startsWith("its pictures are aligned"), thrown.getMessage());
    assertTrue(thrown.getMessage().endsWith("with the method disc."), thrown.getMessage());
  }

  @Test
  void featuresOfOtherPicturesAreRefused() {
    List<NamedArray> arrays = arrays();
    arrays.set(0, new NamedArray("means", new long[] {32, 32, 1}, new float[32 * 32]));
    assertThrows(IOException.class, () -> read(arrays));
  }

  @Test
  void aFieldOfAnotherSizeOrOtherChannelsIsRefused() {
    for (Settings other :
        List.of(
            SETTINGS.with(CommonSettings.SIZE, 16), SETTINGS.with(CommonSettings.CHANNELS, 3))) {
      ModelEntries entries = new ModelEntries(other, METHOD.write(model, SETTINGS).arrays());
      assertThrows(IOException.class, () -> METHOD.check(entries));
      assertThrows(IOException.class, () -> METHOD.read(entries));
    }
  }
}
