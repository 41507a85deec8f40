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
import sc.fiji.cavga.feed.Augmentation;
import sc.fiji.cavga.io.StrictJson;
import sc.fiji.cavga.network.LossWeights;
import sc.fiji.cavga.network.NetworkConfig.AttentionNormalization;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;
import sc.fiji.cavga.preprocess.Preprocessing.Illumination;
import sc.fiji.cavga.synthetic.AnomalySigns;

class TrainingConfigTest {

  @ParameterizedTest
  @CsvSource({"16,2", "32,2", "48,2", "64,3", "96,3", "100,2", "128,4", "256,5", "512,5", "1024,5"})
  void theLatentHasAboutEightByEightPositions(int size, int levels) {
    assertEquals(levels, TrainingConfig.builder().size(size).build().network().levels());
  }

  @Test
  void survivesJson() throws IOException {
    TrainingConfig config =
        TrainingConfig.builder()
            .size(64)
            .channels(1)
            .width(7)
            .levels(4)
            .latentChannels(5)
            .weaklySupervised(true)
            .attention(AttentionNormalization.MAXIMUM)
            .fieldOfView(FieldOfViewMode.WHOLE_PICTURE)
            .illumination(Illumination.FLATTEN)
            .losses(new LossWeights(1, 0.1, 2, 1 / 3.0, 0))
            .augmentation(Augmentation.NONE)
            .epochs(11)
            .batchSize(3)
            .learningRate(1e-4)
            .warmUpEpochs(2)
            .fewestSteps(8)
            .mostSteps(9)
            .patience(TrainingSchedule.NO_EARLY_STOP)
            .minutes(2.5)
            .heldOutShare(0.3)
            .mapQuantile(0.9)
            .scoreQuantile(0.8)
            .painted(AnomalySigns.GLAUCOMA)
            .seed(-123_456_789_012_345L)
            .cacheMegabytes(10)
            .build();
    JsonObject json = StrictJson.parseObject(StrictJson.text(config.toJson()));
    assertEquals(config, TrainingConfig.fromJson(json));
    assertEquals(config.seed(), TrainingConfig.fromJson(json).seed());
    assertNotEquals(config, TrainingConfig.builder().build());
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
    TrainingConfig config = TrainingConfig.builder().build();
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
    JsonObject json = TrainingConfig.builder().build().toJson();
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
    refused(b -> b.weaklySupervised(true).batchSize(1), "at least 2");
    refused(b -> b.size(100).levels(4), "multiple of 16");
  }

  private static void refused(Consumer<TrainingConfigBuilder> change, String expected) {
    TrainingConfigBuilder builder = TrainingConfig.builder();
    change.accept(builder);
    String message = assertThrows(IllegalArgumentException.class, builder::build).getMessage();
    assertTrue(message.contains(expected), message);
  }

  @Test
  void theAttentionLossJoinsInAfterTheWarmUp() {
    TrainingConfig config = TrainingConfig.builder().warmUpEpochs(2).build();
    assertEquals(0, config.lossesIn(1).attention());
    assertEquals(LossWeights.PAPER.attention(), config.lossesIn(2).attention());
    assertEquals(LossWeights.PAPER.reconstruction(), config.lossesIn(0).reconstruction());
  }

  @Test
  void anEpochIsOnceThroughThePicturesWithinBounds() {
    TrainingSchedule schedule =
        TrainingConfig.builder().fewestSteps(10).mostSteps(100).build().schedule();
    assertEquals(10, schedule.stepsPerEpoch(3));
    assertEquals(42, schedule.stepsPerEpoch(42));
    assertEquals(100, schedule.stepsPerEpoch(7500));
  }
}
