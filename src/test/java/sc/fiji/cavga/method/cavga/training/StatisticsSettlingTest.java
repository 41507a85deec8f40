package sc.fiji.cavga.method.cavga.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.feed.TrainingPictures;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.method.cavga.network.CavgaNetwork;
import sc.fiji.cavga.method.cavga.network.StepLosses;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.settings.Settings;
import sc.fiji.cavga.train.TinyTraining;
import sc.fiji.cavga.train.TrainingConfig;

class StatisticsSettlingTest {

  @TempDir Path folder;

  private final TrainingConfig config = TinyTraining.cavga();
  private final Settings settings = config.settings();

  @Test
  void aTrainedModelIsTheSameInUseAndInTraining() throws Exception {
    TrainedModel model = TinyTraining.train(config, folder.resolve("m.cavga"));
    JsonObject record = TinyTraining.part(model, "cavga").training();
    JsonObject statistics = record.getAsJsonObject("statistics");
    double gap = statistics.get("relative_gap").getAsDouble();
    assertTrue(gap < 0.05, statistics.toString());
    assertFalse(record.get("warnings").toString().contains("differs"));
  }

  @Test
  void statisticsThatLagAreBroughtInLine() throws Exception {
    try (CavgaNetwork network = new CavgaNetwork(CavgaSettings.network(settings), 1)) {
      // As after a training whose weights have run away from the statistics.
      List<NamedArray> lagging = new ArrayList<>();
      for (NamedArray array :
          TinyTraining.network(TinyTraining.train(config, folder.resolve("trained.cavga")))) {
        float[] values = array.values().clone();
        if (array.name().endsWith("running_var")) Arrays.fill(values, 25f);
        lagging.add(new NamedArray(array.name(), array.shape(), values));
      }
      network.setWeights(lagging);
      TrainingControl control = new TrainingControl();
      TrainingPictures pictures = TinyTraining.prepared(config);
      Validation validation = new Validation(pictures.heldOut(), settings, control);
      double before = validation.inUse(network).reconstruction;
      StatisticsSettling settling =
          StatisticsSettling.settle(network, settings, pictures.training(), validation, control);
      assertTrue(settling.agrees(), settling.toJson().toString());
      assertTrue(settling.losses().reconstruction < before);
      // Measuring has not moved them again.
      assertEquals(settling.losses().reconstruction, validation.inUse(network).reconstruction);
      for (NamedArray array : network.weights())
        if (array.name().equals("encoder.1.weight") || array.name().startsWith("latent"))
          assertEquals(
              Arrays.toString(named(lagging, array.name()).values()),
              Arrays.toString(array.values()));
    }
  }

  private static NamedArray named(List<NamedArray> arrays, String name) {
    return arrays.stream().filter(a -> a.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void attentionThatSaysNothingIsCalledSo() {
    assertTrue(settled(0.1, 0.2).attentionIsInformative());
    assertFalse(settled(0.001, 0).attentionIsInformative());
    assertFalse(settled(0.1, 0.95).attentionIsInformative());
  }

  /** As after validation that has found so much attention. */
  private StatisticsSettling settled(double spread, double saturated) {
    StepLosses losses = new StepLosses(1, 1, 1, 1, 1, 0, 0.5, spread, saturated);
    return new StatisticsSettling(losses, losses, settings);
  }
}
