package sc.fiji.cavga.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.cavga.method.local.LocalSettings;
import sc.fiji.cavga.method.cavga.training.CavgaSettings;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.feed.augment.Augmentation;
import sc.fiji.cavga.io.StrictJson;
import sc.fiji.cavga.method.cavga.layer.AttentionNormalization;
import sc.fiji.cavga.method.cavga.network.LossWeights;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;
import sc.fiji.cavga.preprocess.Preprocessing.Illumination;
import sc.fiji.cavga.synthetic.AnomalySigns;

class TrainingConfigTest {

  @ParameterizedTest
  @CsvSource({"16,2", "32,2", "48,2", "64,3", "96,3", "100,2", "128,4", "256,5", "512,5", "1024,5"})
  void theLatentHasAboutEightByEightPositions(int size, int levels) {
    assertEquals(levels, TrainingConfig.standard().with(CommonSettings.SIZE, size).network().levels());
  }

  @Test
  void survivesJson() throws IOException {
    TrainingConfig config =
        TrainingConfig.standard()
            .with(CommonSettings.SIZE, 64)
            .with(CommonSettings.CHANNELS, 1)
            .with(CavgaSettings.WIDTH, 7)
            .with(CavgaSettings.LEVELS, 4)
            .with(CavgaSettings.LATENT_CHANNELS, 5)
            .with(CommonSettings.WEAK, true)
            .with(CavgaSettings.ATTENTION, AttentionNormalization.MAXIMUM)
            .with(CommonSettings.FIELD_OF_VIEW, FieldOfViewMode.WHOLE_PICTURE)
            .with(CommonSettings.ILLUMINATION, Illumination.FLATTEN)
            .losses(new LossWeights(1, 0.1, 2, 1 / 3.0, 0))
            .with(CommonSettings.AUGMENTATION, Augmentation.NONE)
            .with(CavgaSettings.EPOCHS, 11)
            .with(CommonSettings.BATCH, 3)
            .with(CavgaSettings.LEARNING_RATE, 1e-4)
            .with(CavgaSettings.WARM_UP, 2)
            .with(CavgaSettings.FEWEST_STEPS, 8)
            .with(CavgaSettings.MOST_STEPS, 9)
            .with(CavgaSettings.PATIENCE, TrainingSchedule.NO_EARLY_STOP)
            .with(CommonSettings.MINUTES, 2.5)
            .with(CommonSettings.HELD_OUT, 0.3)
            .with(CommonSettings.MAP_QUANTILE, 0.9)
            .with(CommonSettings.SCORE_QUANTILE, 0.8)
            .with(LocalSettings.SIGNS, AnomalySigns.GLAUCOMA)
            .with(CommonSettings.SEED, -123_456_789_012_345L)
            .with(CommonSettings.CACHE, 10)
            ;
    JsonObject json = StrictJson.parseObject(StrictJson.text(config.toJson()));
    assertEquals(config, TrainingConfig.fromJson(json));
    assertEquals(config.seed(), TrainingConfig.fromJson(json).seed());
    assertNotEquals(config, TrainingConfig.standard());
  }

  @Test
  void strangeJsonIsRefusedByName() {
    assertTrue(refusal(json -> json.addProperty("momentum", 1)).contains("momentum"));
    assertTrue(refusal(json -> json.addProperty("painted", "flowers")).contains("flowers"));
    assertTrue(refusal(json -> json.remove("seed")).contains("seed"));
    assertTrue(refusal(json -> json.addProperty("seed", 0.5)).contains("whole number"));
    assertTrue(
        refusal(json -> json.getAsJsonObject("schedule").addProperty("epochs", 0))
            .contains("Epochs must be 1 to 5000, not 0"));
    assertTrue(
        refusal(json -> json.getAsJsonObject("network").addProperty("size", 64))
            .contains("the network's size"));
  }

  @Test
  void whatEarlierVersionsWroteIsTakenWhereItWasOff() throws IOException {
    TrainingConfig config = TrainingConfig.standard();
    JsonObject json = config.toJson();
    json.getAsJsonObject("network").addProperty("guided", false);
    json.getAsJsonObject("loss_weights").addProperty("guidance", 1000.0);
    json.getAsJsonObject("augmentation").addProperty("upside_down", false);
    json.getAsJsonObject("augmentation").addProperty("shift", 0.0);
    json.getAsJsonObject("augmentation").addProperty("zoom", 0.0);
    assertEquals(config, TrainingConfig.fromJson(json));
    assertTrue(
        refusal(earlier -> earlier.getAsJsonObject("network").addProperty("guided", true))
            .contains("--guidance painted"));
  }

  private static String refusal(Consumer<JsonObject> change) {
    JsonObject json = TrainingConfig.standard().toJson();
    change.accept(json);
    return assertThrows(IOException.class, () -> TrainingConfig.fromJson(json)).getMessage();
  }

  @Test
  void valuesOutOfRangeAreNamed() {
    refused(b -> b.epochs(5001), "Epochs");
    refused(b -> b.batchSize(0), "batch size");
    refused(b -> b.learningRate(Double.NaN), "learning rate");
    refused(b -> b.warmUpEpochs(-1), "warm-up");
    refused(b -> b.fewestSteps(0), "fewest steps");
    refused(b -> b.patience(-1), "patience");
    refused(b -> b.minutes(-1), "time limit");
    refused(b -> b.heldOutShare(1), "held-out share");
    refused(b -> b.mapQuantile(0), "map quantile");
    refused(b -> b.scoreQuantile(1.5), "score quantile");
    refused(b -> b.seed(Long.MAX_VALUE), "seed");
    refused(b -> b.cacheMegabytes(-2), "cache");
    refused(b -> b.weaklySupervised(true).with(CommonSettings.BATCH, 1), "at least 2");
    refused(b -> b.size(100).with(CavgaSettings.LEVELS, 4), "multiple of 16");
  }

  private static void refused(Consumer<TrainingConfig> change, String expected) {
    TrainingConfig builder = TrainingConfig.standard();
    change.accept(builder);
    String message = assertThrows(IllegalArgumentException.class, builder::build).getMessage();
    assertTrue(message.contains(expected), message);
  }

  @Test
  void theAttentionLossJoinsInAfterTheWarmUp() {
    TrainingConfig config = TrainingConfig.standard().with(CavgaSettings.WARM_UP, 2);
    assertEquals(0, config.lossesIn(1).attention());
    assertEquals(LossWeights.PAPER.attention(), config.lossesIn(2).attention());
    assertEquals(LossWeights.PAPER.reconstruction(), config.lossesIn(0).reconstruction());
  }

  @Test
  void anEpochIsOnceThroughThePicturesWithinBounds() {
    TrainingSchedule schedule =
        TrainingConfig.standard().with(CavgaSettings.FEWEST_STEPS, 10).with(CavgaSettings.MOST_STEPS, 100).schedule();
    assertEquals(10, schedule.stepsPerEpoch(3));
    assertEquals(42, schedule.stepsPerEpoch(42));
    assertEquals(100, schedule.stepsPerEpoch(7500));
  }
}
