package sc.fiji.cavga.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.gui.Plot;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.method.cavga.network.LossWeights;
import sc.fiji.cavga.method.cavga.network.StepLosses;
import sc.fiji.cavga.method.cavga.training.EpochRecord;

class LossPlotTest {

  private final LossPlot losses = new LossPlot("losses", LossWeights.PAPER);

  private static StepLosses of(double reconstruction, double divergence) {
    return new StepLosses(reconstruction, divergence, 9, 9, 9, 9, 9, 9, 9);
  }

  @Test
  void bothCurvesAreWhatEpochsAreComparedBy() {
    losses.add(new EpochRecord(1, 5, of(100, 20), of(90, 30)));
    losses.add(new EpochRecord(2, 5, of(80, 10), of(70, 15)));
    Plot plot = losses.plot();
    assertArrayEquals(new float[] {1, 2}, plot.getDataObjectArrays(0)[0]);
    assertArrayEquals(new float[] {120, 90}, plot.getDataObjectArrays(0)[1]);
    assertArrayEquals(new float[] {120, 85}, plot.getDataObjectArrays(1)[1]);
    assertTrue(plot.getProcessor().getWidth() > 400);
  }

  @Test
  void aPlotWithoutAnythingIsStillOne() {
    assertEquals(0, losses.plot().getNumPlotObjects());
  }

  @Test
  void stepsDoNotPileUp() {
    for (int i = 1; i <= 50_000; i++) losses.add(i / 100.0, of(i, 0));
    float[][] steps = losses.plot().getDataObjectArrays(0);
    assertTrue(steps[0].length >= 500 && steps[0].length <= 2000, steps[0].length + " steps");
    assertEquals(500, steps[0][steps[0].length - 1], 1);
    for (int i = 1; i < steps[0].length; i++) assertTrue(steps[0][i] > steps[0][i - 1]);
  }
}
