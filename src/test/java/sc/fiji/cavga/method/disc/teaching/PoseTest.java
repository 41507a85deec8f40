package sc.fiji.cavga.method.disc.teaching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PoseTest {

  @Test
  void whatIsShownAtAPlaceLiesThereInTheSquareToo() {
    Pose pose = new Pose(120, 80, 1.7, 0.4, -1, 1, 1.1);
    double x = pose.atX(13, -7);
    double y = pose.atY(13, -7);
    assertEquals(13, pose.shownX(x, y), 1e-9);
    assertEquals(-7, pose.shownY(x, y), 1e-9);
    assertEquals(0, pose.shownX(120, 80), 1e-9);
  }
}
