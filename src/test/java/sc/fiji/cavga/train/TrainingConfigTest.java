package sc.fiji.cavga.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.io.StrictJson;
import sc.fiji.cavga.method.cavga.layer.AttentionNormalization;
import sc.fiji.cavga.method.cavga.training.CavgaSettings;
import sc.fiji.cavga.method.local.LocalMethod;
import sc.fiji.cavga.method.local.LocalSettings;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.CommonSettings.Variation;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;
import sc.fiji.cavga.preprocess.Preprocessing.Illumination;
import sc.fiji.cavga.settings.Settings;

class TrainingConfigTest {

  private static final TrainingConfig BOTH = TrainingConfig.of("local,cavga");

  @Test
  void survivesJson() throws IOException {
    Settings settings =
        BOTH.with(CommonSettings.SIZE, 64)
            .with(CommonSettings.CHANNELS, 1)
            .with(CommonSettings.WEAK, true)
            .with(CommonSettings.FIELD_OF_VIEW, FieldOfViewMode.WHOLE_PICTURE)
            .with(CommonSettings.ILLUMINATION, Illumination.FLATTEN)
            .with(CommonSettings.AUGMENTATION, Variation.NONE)
            .with(CommonSettings.BATCH, 3)
            .with(CommonSettings.MINUTES, 2.5)
            .with(CommonSettings.HELD_OUT, 0.3)
            .with(CommonSettings.MAP_QUANTILE, 0.9)
            .with(CommonSettings.SCORE_QUANTILE, 0.8)
            .with(CommonSettings.SCORE_SHARE, 0.3)
            .with(CommonSettings.SEED, -123_456_789_012_345L)
            .with(CommonSettings.CACHE, 10)
            .with(LocalSettings.STEPS, 12)
            .with(CavgaSettings.WIDTH, 7)
            .with(CavgaSettings.LEVELS, 4)
            .with(CavgaSettings.LATENT_CHANNELS, 5)
            .with(CavgaSettings.ATTENTION, AttentionNormalization.MAXIMUM)
            .with(CavgaSettings.FLAT_LATENT, true)
            .with(CavgaSettings.EPOCHS, 11)
            .with(CavgaSettings.LEARNING_RATE, 1e-4)
            .with(CavgaSettings.WARM_UP, 2)
            .with(CavgaSettings.FEWEST_STEPS, 8)
            .with(CavgaSettings.MOST_STEPS, 9)
            .with(CavgaSettings.PATIENCE, 0)
            .with(CavgaSettings.DIVERGENCE_WEIGHT, 0.1)
            .with(CavgaSettings.ADVERSARIAL_WEIGHT, 2.0)
            .with(CavgaSettings.ATTENTION_WEIGHT, 1 / 3.0)
            .with(CavgaSettings.CLASSIFICATION_WEIGHT, 0.0)
            .settings();
    JsonObject json = StrictJson.parseObject(StrictJson.text(settings.toJson()));
    Settings read = BOTH.settings().read(json);
    assertEquals(settings, read);
    assertEquals(-123_456_789_012_345L, read.get(CommonSettings.SEED));
    assertEquals(1 / 3.0, read.get(CavgaSettings.ATTENTION_WEIGHT));
    assertEquals(12, read.get(LocalSettings.STEPS));
    assertNotEquals(settings, BOTH.settings());
  }

  @Test
  void strangeJsonIsRefusedByName() {
    assertTrue(refusal(json -> json.addProperty("momentum", 1)).contains("momentum"));
    assertTrue(refusal(json -> json.addProperty("default_map", "flowers")).contains("flowers"));
    assertTrue(refusal(json -> json.remove("seed")).contains("seed"));
    assertTrue(refusal(json -> json.addProperty("seed", 0.5)).contains("whole number"));
    assertTrue(
        refusal(json -> json.getAsJsonObject("schedule").addProperty("epochs", 0))
            .contains("(epochs) must be 1 to 5000, not 0"));
    assertTrue(
        refusal(json -> json.getAsJsonObject("network").addProperty("size", 64))
            .contains("network.size"));
  }

  private static String refusal(Consumer<JsonObject> change) {
    JsonObject json = BOTH.settings().toJson();
    change.accept(json);
    return assertThrows(IOException.class, () -> BOTH.settings().read(json)).getMessage();
  }

  @Test
  void valuesOutOfRangeAreNamed() {
    refused(config -> config.with(CavgaSettings.EPOCHS, 5001), "Epochs");
    refused(config -> config.with(CommonSettings.BATCH, 0), "Batch size");
    refused(config -> config.with(CavgaSettings.LEARNING_RATE, Double.NaN), "Learning rate");
    refused(config -> config.with(CavgaSettings.WARM_UP, -1), "Warm-up");
    refused(config -> config.with(CavgaSettings.FEWEST_STEPS, 0), "Fewest steps");
    refused(config -> config.with(CavgaSettings.PATIENCE, -1), "Patience");
    refused(config -> config.with(CavgaSettings.ATTENTION_WEIGHT, -1.0), "L_ae");
    refused(config -> config.with(LocalSettings.STEPS, 0), "U-Net's steps");
    refused(config -> config.with(CommonSettings.MINUTES, -1.0), "Time limit");
    refused(config -> config.with(CommonSettings.HELD_OUT, 1.0), "Held-out share");
    refused(config -> config.with(CommonSettings.MAP_QUANTILE, 0.0), "Healthy pixels below");
    refused(config -> config.with(CommonSettings.SCORE_QUANTILE, 1.5), "Healthy pictures below");
    refused(config -> config.with(CommonSettings.SEED, Long.MAX_VALUE), "Seed");
    refused(config -> config.with(CommonSettings.CACHE, -2), "Cache");
    refused(config -> config.with(CommonSettings.SIZE, 15), "Size");
  }

  @Test
  void valuesThatDoNotFitEachOtherAreRefusedBeforeTraining() {
    refused(
        config -> config.with(CommonSettings.WEAK, true).with(CommonSettings.BATCH, 1).checked(),
        "at least 2");
    refused(
        config -> config.with(CommonSettings.SIZE, 100).with(CavgaSettings.LEVELS, 4).checked(),
        "multiple of 16");
    refused(
        config -> config.with(CommonSettings.CHANNELS, 2).checked(),
        "1 channel (grey) or 3 (colour)");
    assertThrows(
        IllegalArgumentException.class, () -> new Trainer(BOTH.with(CommonSettings.SIZE, 18)));
  }

  private static void refused(UnaryOperator<TrainingConfig> change, String expected) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> change.apply(BOTH)).getMessage();
    assertTrue(message.contains(expected), message);
  }

  /** What only another method minds is no obstacle. */
  @Test
  void theDefaultMethodKnowsNothingOfTheNetworksSettings() {
    TrainingConfig standard = TrainingConfig.standard();
    assertEquals(TrainingConfig.of(LocalMethod.NAME), standard);
    assertFalse(standard.settings().has(CavgaSettings.EPOCHS));
    standard.with(CommonSettings.SIZE, 18).checked();
  }

  @Test
  void methodsAreNamedOnceAndKnown() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> TrainingConfig.of("local,luck"))
            .getMessage();
    assertTrue(message.contains("\"luck\": choose local or cavga"), message);
    message =
        assertThrows(IllegalArgumentException.class, () -> TrainingConfig.of("local,local"))
            .getMessage();
    assertTrue(message.contains("named twice"), message);
  }

  @Test
  void anotherMethodKeepsTheValuesThatItHas() {
    TrainingConfig local =
        TrainingConfig.of("local")
            .with(BOTH.with(CommonSettings.SEED, 7L).with(LocalSettings.STEPS, 9).settings());
    assertEquals(
        TrainingConfig.of("local").with(CommonSettings.SEED, 7L).with(LocalSettings.STEPS, 9),
        local);
  }
}
