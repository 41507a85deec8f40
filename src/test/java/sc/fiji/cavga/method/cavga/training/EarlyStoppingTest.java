package sc.fiji.cavga.method.cavga.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import sc.fiji.cavga.method.cavga.CavgaMethod;
import sc.fiji.cavga.method.cavga.network.StepLosses;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.settings.Settings;

class EarlyStoppingTest {

  private static final Settings DEFAULTS = ModelFile.declared(new CavgaMethod());

  @Test
  void theBestEpochIsTheFirstWithTheLowestLoss() {
    EarlyStopping stopping = stopping(3, 0);
    assertEquals(-1, stopping.best(TrainingCurves.EMPTY));
    assertEquals(2, stopping.best(curves(9, 5, 4, 6, 4)));
  }

  @Test
  void epochsBeforeTheAttentionLossCountOnlyUntilItJoinsIn() {
    EarlyStopping stopping = stopping(2, 3);
    assertEquals(1, stopping.best(curves(9, 1, 5)));
    assertEquals(3, stopping.best(curves(9, 1, 5, 8)));
    assertFalse(stopping.exhausted(curves(1, 2, 3)));
    assertFalse(stopping.exhausted(curves(1, 2, 3, 8, 7, 6)));
    assertTrue(stopping.exhausted(curves(1, 2, 3, 4, 5, 6)));
  }

  @Test
  void withoutAnAttentionLossThereIsNoWarmUp() {
    Settings settings =
        DEFAULTS.with(CavgaSettings.WARM_UP, 3).with(CavgaSettings.ATTENTION_WEIGHT, 0.0);
    assertEquals(1, new EarlyStopping(settings).best(curves(9, 1, 5, 8)));
  }

  @Test
  void stopsWhenTheSmoothedLossNoLongerFalls() {
    EarlyStopping stopping = stopping(3, 0);
    assertFalse(stopping.exhausted(curves(9, 8, 7, 6, 5)));
    // One bad epoch does not move the mean of three upwards for long.
    assertFalse(stopping.exhausted(curves(9, 8, 7, 9, 5, 4)));
    assertFalse(stopping.exhausted(curves(9, 6, 6, 7, 7)));
    assertTrue(stopping.exhausted(curves(9, 6, 6, 7, 7, 8, 8)));
  }

  @Test
  void patienceZeroNeverStops() {
    assertFalse(stopping(0, 0).exhausted(curves(1, 2, 3, 4, 5, 6)));
  }

  private static EarlyStopping stopping(int patience, int warmUp) {
    return new EarlyStopping(
        DEFAULTS.with(CavgaSettings.PATIENCE, patience).with(CavgaSettings.WARM_UP, warmUp));
  }

  private static TrainingCurves curves(double... validation) {
    TrainingCurves curves = TrainingCurves.EMPTY;
    for (int i = 0; i < validation.length; i++) {
      // Adversarial and attention losses must not matter.
      StepLosses losses = new StepLosses(validation[i], 0, -i, 5 - i, -i, 0, 0.5, 0.1, 0);
      curves = curves.with(new EpochRecord(i + 1, 1, losses, losses));
    }
    return curves;
  }
}
