package sc.fiji.cavga.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.gui.Plot;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.model.training.LossPoint;

class LossPlotTest {

  private final LossPlot losses = new LossPlot("losses", "Epoch");

  @Test
  void bothCurvesAreThePoints() {
    losses.add(new LossPoint(1, 120, 121));
    losses.add(new LossPoint(2, 90, 85));
    Plot plot = losses.plot();
    assertArrayEquals(new float[] {1, 2}, plot.getDataObjectArrays(0)[0]);
    assertArrayEquals(new float[] {120, 90}, plot.getDataObjectArrays(0)[1]);
    assertArrayEquals(new float[] {121, 85}, plot.getDataObjectArrays(1)[1]);
    assertTrue(plot.getProcessor().getWidth() > 400);
  }

  @Test
  void aPlotWithoutAnythingIsStillOne() {
    assertEquals(0, losses.plot().getNumPlotObjects());
  }

  @Test
  void anotherMethodBeginsAnew() {
    losses.add(new LossPoint(1, 120, 121));
    losses.add(0.5, 3);
    losses.clear();
    assertEquals(0, losses.plot().getNumPlotObjects());
  }

  @Test
  void stepsDoNotPileUp() {
    for (int i = 1; i <= 50_000; i++) losses.add(i / 100.0, i);
    float[][] steps = losses.plot().getDataObjectArrays(0);
    assertTrue(steps[0].length >= 500 && steps[0].length <= 2000, steps[0].length + " steps");
    assertEquals(500, steps[0][steps[0].length - 1], 1);
    for (int i = 1; i < steps[0].length; i++) assertTrue(steps[0][i] > steps[0][i - 1]);
  }
}
