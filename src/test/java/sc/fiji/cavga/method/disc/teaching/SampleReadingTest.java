package sc.fiji.cavga.method.disc.teaching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.method.disc.net.DiscNet;

/** Drawn photographs, whose disc is either told or found by the network that is shipped. */
class SampleReadingTest {

  /** Where nobody has drawn the disc, the photograph is read with the same one, found. */
  @Test
  void aFoundDiscIsTheOneThatWasDrawn() throws IOException {
    int found = 0;
    int eyes = 6;
    try (DiscNet finder = ShippedNets.finder()) {
      for (int seed = 101; seed < 101 + eyes; seed++) {
        SampleReading.Outlined disc =
            SampleReading.of(new PhantomDisc(seed, false)).outlined(finder);
        if (disc == null) continue;
        found++;
        assertTrue(disc.ofPhotograph());
        KnownDisc own = disc.photograph();
        KnownDisc drawn = SampleReading.of(new PhantomDisc(seed, true)).whole();
        assertEquals(drawn.size, own.size);
        assertTrue(
            Math.hypot(own.x - drawn.x, own.y - drawn.y) < 0.15 * drawn.diameter, "seed " + seed);
        assertEquals(1, own.diameter / drawn.diameter, 0.2, "seed " + seed);
        double told = sum(drawn);
        assertEquals(1, sum(own) / told, 0.35, "seed " + seed);
      }
    }
    assertTrue(found >= eyes / 2, found + " of " + eyes);
  }

  private static double sum(KnownDisc disc) {
    Pose all = new Pose(disc.size / 2.0, disc.size / 2.0, disc.size / 128.0, 0, 1, 1, 1);
    double sum = 0;
    for (float share : disc.shown(all, 128)[KnownDisc.DISC]) sum += share;
    return sum;
  }

  @Test
  void anUntaughtFinderIsCertainOfNoDisc() throws IOException {
    try (DiscNet finder = DiscNet.finder(1)) {
      assertNull(SampleReading.of(new PhantomDisc(101, false)).outlined(finder));
    }
  }

  @Test
  void squaresBesideTheDiscShowNone() throws IOException {
    SampleReading reading = SampleReading.of(new PhantomDisc(102, true));
    assertNotNull(reading.whole());
    assertTrue(reading.elsewhere().size() > 0);
    Pose all = new Pose(64, 64, 1, 0, 1, 1, 1);
    for (KnownDisc square : reading.elsewhere())
      assertEquals(KnownDisc.DISC, square.shown(all, 128).length, "a mask of a disc");
  }
}
