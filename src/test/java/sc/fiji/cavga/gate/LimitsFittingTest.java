package sc.fiji.cavga.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.localize.folder.TinyModel;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;

class LimitsFittingTest {

  private static LearnedLimits limits;

  @TempDir Path folder;

  @BeforeAll
  static void learn() {
    LimitsFitting fitting = new LimitsFitting();
    for (int i = 0; i < 48; i++) fitting.add(Eyes.prepared(Eyes.eye(i)), i % 4 == 0);
    limits = fitting.fit().orElseThrow();
  }

  private static Optional<String> doubt(PreparedPicture picture) {
    return limits.doubt(PictureStatistics.of(picture)).map(Doubt::sentence);
  }

  @Test
  void otherHealthyEyesLieBetweenTheLimits() {
    int refused = 0;
    for (int i = 100; i < 120; i++) if (doubt(Eyes.prepared(Eyes.eye(i))).isPresent()) refused++;
    assertTrue(refused <= 1, refused + " of 20");
  }

  @Test
  void hazeOfHalfTheContrastAndBlurAreSeen() {
    int hazy = 0;
    int blurred = 0;
    for (int i = 100; i < 110; i++) {
      Img<FloatType> eye = Eyes.eye(i);
      if (doubt(Eyes.hazy(eye, 0.5)).isPresent()) hazy++;
      if (doubt(Eyes.blurred(eye, 3)).isPresent()) blurred++;
    }
    assertTrue(hazy >= 9, hazy + " of 10");
    assertTrue(blurred >= 9, blurred + " of 10");
  }

  @Test
  void otherColoursAndWholePicturesAreStrange() {
    Img<FloatType> eye = Eyes.eye(100);
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

  @Test
  void fewPicturesTeachNothing() {
    LimitsFitting fitting = new LimitsFitting();
    for (int i = 0; i < 12; i++) fitting.add(Eyes.prepared(Eyes.eye(i)), i % 4 == 0);
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
