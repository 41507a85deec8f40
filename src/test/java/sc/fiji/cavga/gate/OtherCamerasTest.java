package sc.fiji.cavga.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.preprocess.PreparedPicture;

class OtherCamerasTest {

  private static LearnedLimits oneCamera;
  private static LearnedLimits several;

  @BeforeAll
  static void learn() {
    List<PreparedPicture> eyes =
        IntStream.range(0, 28)
            .parallel()
            .mapToObj(i -> Eyes.prepared(Eyes.eye(i)))
            .collect(Collectors.toList());
    LimitsFitting one = new LimitsFitting();
    LimitsFitting other = new LimitsFitting(true);
    for (int i = 0; i < eyes.size(); i++) {
      one.add(eyes.get(i), i % 4 == 0);
      other.add(eyes.get(i), i % 4 == 0);
    }
    oneCamera = one.fit().orElseThrow();
    several = other.fit().orElseThrow();
  }

  private static int refused(LearnedLimits limits, List<PreparedPicture> pictures) {
    int refused = 0;
    for (PreparedPicture each : pictures)
      if (limits.doubt(PictureStatistics.of(each)).isPresent()) refused++;
    return refused;
  }

  private static List<PreparedPicture> eyes(double red, double blue, double kept) {
    List<PreparedPicture> pictures = new ArrayList<>();
    for (int i = 100; i < 106; i++) {
      Img<FloatType> eye = Eyes.eye(i);
      pictures.add(
          Eyes.prepared(
              Eyes.WIDTH,
              Eyes.HEIGHT,
              (x, y, channel) -> {
                double value = Eyes.at(eye, x, y, channel);
                if (Eyes.at(eye, x, y, 0) < 0.1) return value;
                double mean = channel == 0 ? 0.6 : channel == 1 ? 0.3 : 0.12;
                double gain = channel == 0 ? red : channel == 2 ? blue : 1;
                return Math.min(1, gain * (mean + kept * (value - mean)));
              }));
    }
    return pictures;
  }

  @Test
  void anotherCamerasColoursAndContrastAreLetIn() {
    List<PreparedPicture> tinted = eyes(1.2, 0.5, 0.7);
    assertTrue(refused(oneCamera, tinted) >= 5, refused(oneCamera, tinted) + " of 6");
    assertTrue(refused(several, tinted) <= 1, refused(several, tinted) + " of 6");
  }

  @Test
  void thickHazeIsStillRefused() {
    List<PreparedPicture> hazy = eyes(1, 1, 0.35);
    assertTrue(refused(several, hazy) >= 5, refused(several, hazy) + " of 6");
  }

  @Test
  void theMeansStay() {
    List<double[]> eyes = List.of(new double[14], new double[14]);
    eyes.get(1)[3] = 1;
    List<double[]> all = OtherCameras.with(eyes, new double[14]);
    assertEquals(18, all.size());
    for (int i = 0; i < 14; i++) {
      int at = i;
      double mean = all.stream().mapToDouble(each -> each[at]).average().orElseThrow();
      assertEquals(i == 3 ? 0.5 : 0, mean, 1e-12);
      assertTrue(all.stream().mapToDouble(each -> Math.abs(each[at])).max().orElseThrow() > 0.03);
    }
  }
}
