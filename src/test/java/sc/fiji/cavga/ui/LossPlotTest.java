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
    losses.begin("U-Net", "Step");
    Plot plot = losses.plot();
    assertEquals(0, plot.getNumPlotObjects());
    assertEquals("Step", plot.getLabel('x'));
    assertEquals("Loss: U-Net", plot.getLabel('y'));
  }

  /** The axes have numbers from the first value on. */
  @Test
  void oneValueHasAxes() {
    losses.add(1, 0.7);
    double[] limits = losses.plot().getLimits();
    assertTrue(limits[0] < 1 && limits[1] > 1, limits[0] + " to " + limits[1]);
    assertTrue(limits[2] < 0.7 && limits[3] > 0.7, limits[2] + " to " + limits[3]);
  }

  @Test
  void whatIsNoNumberIsLeftOut() {
    losses.add(1, 0.7);
    losses.add(2, Double.NaN);
    losses.add(new LossPoint(2, 0.5, Double.NaN));
    losses.add(3, 0.4);
    Plot plot = losses.plot();
    assertEquals(1, plot.getNumPlotObjects());
    assertArrayEquals(new float[] {1, 3}, plot.getDataObjectArrays(0)[0]);
    for (double limit : plot.getLimits()) assertTrue(Double.isFinite(limit));
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
