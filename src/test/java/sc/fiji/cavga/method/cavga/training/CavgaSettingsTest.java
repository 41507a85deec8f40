package sc.fiji.cavga.method.cavga.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.cavga.method.cavga.CavgaMethod;
import sc.fiji.cavga.method.cavga.network.LossWeights;
import sc.fiji.cavga.method.cavga.network.NetworkConfig;
import sc.fiji.cavga.method.cavga.network.NetworkConfig.Variant;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.settings.Settings;

class CavgaSettingsTest {

  private final Settings settings = ModelFile.declared(new CavgaMethod());

  @ParameterizedTest
  @CsvSource({"16,2", "32,2", "48,2", "64,3", "96,3", "100,2", "128,4", "256,5", "512,5", "1024,5"})
  void theLatentHasAboutEightByEightPositions(int size, int levels) {
    Settings sized = settings.with(CommonSettings.SIZE, size);
    assertEquals(levels, CavgaSettings.network(sized).levels());
  }

  @Test
  void aVariantHasItsOwnWidthAndLevels() {
    NetworkConfig plain = CavgaSettings.network(settings);
    assertEquals(32, plain.width());
    NetworkConfig residual = CavgaSettings.network(settings.with(CavgaSettings.VARIANT, Variant.R));
    assertEquals(64, residual.width());
    assertEquals(5, residual.levels());
    Settings narrow = settings.with(CavgaSettings.WIDTH, 7).with(CavgaSettings.LEVELS, 3);
    assertEquals(7, CavgaSettings.network(narrow).width());
    assertEquals(3, CavgaSettings.network(narrow).levels());
  }

  @Test
  void theDefaultWeightsAreThePapers() {
    LossWeights weights = CavgaSettings.losses(settings);
    assertEquals(LossWeights.PAPER.reconstruction, weights.reconstruction);
    assertEquals(LossWeights.PAPER.divergence, weights.divergence);
    assertEquals(LossWeights.PAPER.adversarial, weights.adversarial);
    assertEquals(LossWeights.PAPER.attention, weights.attention);
    assertEquals(LossWeights.PAPER.classification, weights.classification);
  }

  @Test
  void theAttentionLossJoinsInAfterTheWarmUp() {
    Settings two = settings.with(CavgaSettings.WARM_UP, 2);
    assertEquals(0, CavgaSettings.lossesIn(1, two).attention);
    assertEquals(LossWeights.PAPER.attention, CavgaSettings.lossesIn(2, two).attention);
    assertEquals(LossWeights.PAPER.reconstruction, CavgaSettings.lossesIn(0, two).reconstruction);
  }

  @Test
  void anEpochIsOnceThroughThePicturesWithinBounds() {
    Settings bounds =
        settings.with(CavgaSettings.FEWEST_STEPS, 10).with(CavgaSettings.MOST_STEPS, 100);
    assertEquals(10, CavgaSettings.stepsPerEpoch(3, bounds));
    assertEquals(42, CavgaSettings.stepsPerEpoch(42, bounds));
    assertEquals(100, CavgaSettings.stepsPerEpoch(7500, bounds));
  }
}
