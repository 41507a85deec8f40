package sc.fiji.cavga.method.disc.teaching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.method.disc.net.DiscNet;

/** What a network outlines itself, in drawn discs whose outlines are known. */
class OwnOutlinesTest {

  private static final int SIZE = 128;
  private static final int EYES = 10;

  private static KnownDisc known(PhantomDisc sample) throws IOException {
    return SampleReading.of(sample).outlined(null).known();
  }

  @Test
  void certainOutlinesLieWhereDiscAndCupWereDrawn() throws IOException {
    int certain = 0;
    double error = 0;
    try (DiscNet net = ShippedNets.outliner()) {
      OwnOutlines outlines = new OwnOutlines(net);
      for (int seed = 101; seed < 101 + EYES; seed++) {
        PhantomDisc sample = new PhantomDisc(seed, true);
        KnownDisc drawn = known(sample);
        assertFalse(drawn.knowsCup());
        Optional<KnownDisc> own = outlines.of(drawn);
        if (own.isEmpty()) continue;
        certain++;
        assertTrue(own.get().knowsCup());
        float[] truth = shown(drawn, KnownDisc.DISC);
        float[] disc = shown(own.get(), KnownDisc.DISC);
        assertTrue(overlap(truth, disc) > 0.85, seed + ": " + overlap(truth, disc));
        double ratio = height(shown(own.get(), KnownDisc.CUP)) / height(disc);
        error += Math.abs(ratio - sample.ratio());
      }
    }
    assertTrue(certain >= EYES / 2, certain + " of " + EYES);
    assertTrue(error / certain < 0.15, "mean error of the ratio " + error / certain);
  }

  /** One that has learned nothing is certain of nothing. */
  @Test
  void anUntaughtNetworkOutlinesNothing() throws IOException {
    try (DiscNet net = DiscNet.outliner(1)) {
      OwnOutlines outlines = new OwnOutlines(net);
      for (int seed = 101; seed < 104; seed++)
        assertEquals(Optional.empty(), outlines.of(known(new PhantomDisc(seed, true))));
    }
  }

  /** A mask around the drawn disc. */
  private static float[] shown(KnownDisc disc, int plane) {
    double unit = 1.3 * disc.diameter / SIZE;
    return disc.shown(new Pose(disc.size / 2.0, disc.size / 2.0, unit, 0, 1, 1, 1), SIZE)[plane];
  }

  private static double overlap(float[] a, float[] b) {
    double common = 0;
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      common += 2 * Math.min(a[i], b[i]);
      sum += a[i] + b[i];
    }
    return common / sum;
  }

  /** In pixels, of what a mask holds by more than half. */
  private static double height(float[] mask) {
    int top = SIZE;
    int bottom = -1;
    for (int i = 0; i < mask.length; i++)
      if (mask[i] > 0.5) {
        top = Math.min(top, i / SIZE);
        bottom = i / SIZE;
      }
    return bottom - top + 1;
  }
}
