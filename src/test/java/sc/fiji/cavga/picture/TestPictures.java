package sc.fiji.cavga.picture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import sc.fiji.cavga.retina.FieldOfView;

/** Pictures that tests draw, and where the real ones are. */
public final class TestPictures {

  private TestPictures() {}

  /** The folder of real data, or the test is skipped. */
  public static Path data(String name) {
    Path folder = Paths.get("..", "shared", "data", name);
    Assumptions.assumeTrue(
        Files.isDirectory(folder), "the real data in ../shared/data are not on this machine");
    return folder;
  }

  public static Picture picture(int width, int height, int channels, PixelView.Source source) {
    return new Picture("drawn", PixelView.of(width, height, channels, source), PixelSize.UNKNOWN);
  }

  /** A reddish disc with shading and noise on noisy black. */
  public static Picture disc(int width, int height, double x, double y, double radius) {
    return picture(width, height, 3, discSource(width, height, x, y, radius, 0.5));
  }

  /** The same, with the brightness of its red given. */
  public static PixelView.Source discSource(
      int width, int height, double x, double y, double radius, double red) {
    Random random = new Random(7);
    float[] noise = new float[width * height];
    for (int i = 0; i < noise.length; i++) noise[i] = (float) (0.01 * random.nextDouble());
    double[] tint = {red, 0.5 * red, 0.2 * red};
    return (column, row, channel) -> {
      double distance = Math.hypot(column + 0.5 - x, row + 0.5 - y);
      double shade = distance > radius ? 0 : tint[channel] * (1 - 0.4 * distance / radius);
      return (float) shade + noise[row * width + column];
    };
  }

  /** How much two fields of view have in common, as a share of what either has. */
  public static double overlap(FieldOfView found, FieldOfView expected, int width, int height) {
    long both = 0;
    long either = 0;
    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x++) {
        boolean a = found.contains(x, y);
        boolean b = expected.contains(x, y);
        if (a && b) both++;
        if (a || b) either++;
      }
    return both / (double) either;
  }
}
