package sc.fiji.cavga.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.localize.folder.TinyModel;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.Prediction;
import sc.fiji.cavga.model.Predictor;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;

class LimitsFittingTest {

  private static LearnedLimits limits;

  /** That {@link #limits} were learned from. */
  private static List<PreparedPicture> eyes;

  /** Twenty others, which several tests look at. */
  private static List<Img<FloatType>> others;

  @TempDir Path folder;

  @BeforeAll
  static void learn() {
    LimitsFitting fitting = new LimitsFitting();
    eyes =
        IntStream.range(0, 48)
            .parallel()
            .mapToObj(i -> Eyes.prepared(Eyes.eye(i)))
            .collect(Collectors.toList());
    for (int i = 0; i < 48; i++) fitting.add(eyes.get(i), i % 4 == 0);
    limits = fitting.fit().orElseThrow();
    others = IntStream.range(100, 120).parallel().mapToObj(Eyes::eye).collect(Collectors.toList());
  }

  @AfterAll
  static void forget() {
    eyes = null;
    others = null;
  }

  /** How many of the others, first or all, show something when they are photographed so. */
  private static long count(
      int first, Function<Img<FloatType>, PreparedPicture> shown, Predicate<PreparedPicture> is) {
    return others.subList(0, first).parallelStream().map(shown).filter(is).count();
  }

  private static boolean isRefused(PreparedPicture picture) {
    return isRefused(limits, picture);
  }

  private static Optional<String> doubt(PreparedPicture picture) {
    return limits.doubt(PictureStatistics.of(picture)).map(Doubt::sentence);
  }

  @Test
  void otherHealthyEyesLieBetweenTheLimits() {
    long refused = count(20, Eyes::prepared, LimitsFittingTest::isRefused);
    assertTrue(refused <= 1, refused + " of 20");
  }

  @Test
  void hazeOfHalfTheContrastAndBlurAreSeen() {
    long hazy = count(10, eye -> Eyes.hazy(eye, 0.5), LimitsFittingTest::isRefused);
    long blurred = count(10, eye -> Eyes.blurred(eye, 3), LimitsFittingTest::isRefused);
    assertTrue(hazy >= 9, hazy + " of 10");
    assertTrue(blurred >= 9, blurred + " of 10");
  }

  /** To a quarter less: as far as the haze is known, the eye has its contrast back. */
  @Test
  void hazeIsMeasuredAndTakenBack() {
    double lost = 0;
    List<Img<FloatType>> six = others.subList(0, 6);
    for (Img<FloatType> eye : six) {
      PreparedPicture hazy = Eyes.hazy(eye, 0.75);
      lost += lost(hazy) - lost(Eyes.prepared(eye));
      Optional<PreparedPicture> clearer = clearer(hazy);
      assertTrue(lost(hazy) < 0.2 || deviation(clearer.orElseThrow()) > deviation(hazy));
      assertEquals(lost(hazy) >= 0.2, clearer.isPresent());
    }
    assertEquals(-Math.log(0.75), lost / six.size(), 0.05);
  }

  private static double lost(PreparedPicture picture) {
    return limits.lostContrast(PictureStatistics.of(picture));
  }

  private static Optional<PreparedPicture> clearer(PreparedPicture picture) {
    return new Gate(limits, 3).inspect(picture).withUsualContrast(picture);
  }

  /** Of green inside the field of view. */
  private static double deviation(PreparedPicture picture) {
    int plane = picture.fieldOfView().length;
    StandardDeviation deviation = new StandardDeviation();
    for (int i = 0; i < plane; i++)
      if (picture.fieldOfView()[i] > 0) deviation.increment(picture.values()[plane + i]);
    return deviation.getResult();
  }

  /** Thin haze that hides an anomaly: what would be anomalous without it is not called normal. */
  @Test
  void whatOnlyHazeMakesNormalIsNotJudged() throws Exception {
    PreparedPicture hazy =
        others.parallelStream()
            .map(eye -> Eyes.hazy(eye, 0.75))
            .filter(picture -> doubt(picture).isEmpty())
            .max(Comparator.comparingDouble(LimitsFittingTest::lost))
            .orElseThrow();
    double score = predicted(1, hazy).score();
    double clearer = predicted(1, clearer(hazy).orElseThrow()).score();
    assertTrue(clearer > 1.002 * score, score + ", without haze " + clearer);
    double threshold = predicted(1, hazy).threshold();
    Prediction between = predicted((score + clearer) / 2 / threshold, hazy);
    assertEquals(Optional.of(Gate.FAINT.sentence()), between.notJudgedBecause());
    assertFalse(between.anomalous());
    Prediction above = predicted(1.01 * clearer / threshold, hazy);
    assertEquals(Optional.empty(), above.notJudgedBecause());
    assertFalse(above.anomalous());
  }

  /** By a model whose scores are so many times smaller. */
  private static Prediction predicted(double mapThreshold, PreparedPicture picture)
      throws IOException {
    TrainedModel model = TinyModel.create(FieldOfViewMode.RETINA, mapThreshold).withLimits(limits);
    try (Predictor predictor = new Predictor(model, MapKind.RECONSTRUCTION)) {
      return predictor.predict(picture);
    }
  }

  @Test
  void otherColoursAndWholePicturesAreStrange() {
    Img<FloatType> eye = others.get(0);
    String sentence =
        doubt(
                Eyes.prepared(
                    Eyes.WIDTH,
                    Eyes.HEIGHT,
                    (x, y, channel) -> (channel == 2 ? 0.05 : 1) * Eyes.at(eye, x, y, channel)))
            .orElseThrow();
    assertTrue(sentence.contains("colours"), sentence);
    assertTrue(
        doubt(
                Eyes.prepared(
                    160,
                    160,
                    (x, y, channel) ->
                        Eyes.at(eye, Eyes.WIDTH / 2 - 80 + x, Eyes.HEIGHT / 2 - 80 + y, channel)))
            .isPresent());
  }

  /** Twenty eyes of which none is held out: each is judged by those of other folds. */
  @Test
  void eyesThatJudgeEachOtherGiveLimitsToo() {
    LimitsFitting fitting = new LimitsFitting();
    for (int i = 0; i < 24; i++) fitting.add(eyes.get(i), i % 5);
    LearnedLimits judged = fitting.fit().orElseThrow();
    long refused = count(20, Eyes::prepared, picture -> isRefused(judged, picture));
    assertTrue(refused <= 2, refused + " of 20");
    long hazy = count(10, eye -> Eyes.hazy(eye, 0.35), picture -> isRefused(judged, picture));
    assertTrue(hazy >= 8, hazy + " of 10");
  }

  private static boolean isRefused(LearnedLimits by, PreparedPicture picture) {
    return by.doubt(PictureStatistics.of(picture)).isPresent();
  }

  @Test
  void fewPicturesTeachNothing() {
    LimitsFitting fitting = new LimitsFitting();
    for (int i = 0; i < 12; i++) fitting.add(eyes.get(i), i % 4 == 0);
    assertTrue(fitting.fit().isEmpty());
  }

  @Test
  void theyAreTheSameWhenTheyAreReadAgain() throws Exception {
    JsonObject json = limits.toJson();
    assertEquals(json, LearnedLimits.read(json).toJson());
    Path file = folder.resolve("m.cavga");
    ModelFile.write(file, TinyModel.create(FieldOfViewMode.RETINA).withLimits(limits));
    assertEquals(json, ModelFile.read(file).limits().orElseThrow().toJson());
    assertFalse(limits.knowsGrey());
    assertFalse(limits.knowsUnframed());
  }

  @Test
  void limitsWithoutHazeTakeNoneBack() throws IOException {
    JsonObject json = limits.toJson();
    JsonArray checks = json.getAsJsonArray("checks");
    for (int i = checks.size() - 1; i >= 0; i--)
      if (checks.get(i).getAsJsonObject().get("reason").getAsString().equals("haze"))
        checks.remove(i);
    PreparedPicture hazy = Eyes.hazy(others.get(0), 0.6);
    LearnedLimits without = LearnedLimits.read(json);
    assertEquals(0, without.lostContrast(PictureStatistics.of(hazy)));
    assertTrue(new Gate(without, 3).inspect(hazy).withUsualContrast(hazy).isEmpty());
  }

  @Test
  void damagedOnesAreRefusedInASentence() {
    for (String key : limits.toJson().keySet()) {
      JsonObject without = limits.toJson();
      without.remove(key);
      assertThrows(IOException.class, () -> LearnedLimits.read(without), key);
    }
    JsonObject negative = limits.toJson();
    JsonArray spreads = negative.getAsJsonArray("spreads");
    spreads.set(0, new com.google.gson.JsonPrimitive(-1));
    assertThrows(IOException.class, () -> LearnedLimits.read(negative));
    JsonObject shorter = limits.toJson();
    shorter.getAsJsonArray("means").remove(0);
    assertThrows(IOException.class, () -> LearnedLimits.read(shorter));
  }
}
