package sc.fiji.cavga.method.disc.teaching.layout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.real.FloatType;
import sc.fiji.cavga.io.table.TextFile;
import sc.fiji.cavga.picture.Picture;

/** A closed outline as a text file, one point with its two coordinates in each line. */
final class ContourFile implements Outline {

  /** In which order a point's coordinates stand. */
  enum Order {
    X_Y,
    /** The one with which the inside is brighter: discs and cups are. */
    BRIGHTER
  }

  /** How far a point may lie outside, as a share of the picture's side: outlines are rounded. */
  private static final double OUTSIDE = 0.02;

  private static final int FEWEST_POINTS = 3;

  private final Path file;
  private final Order order;

  ContourFile(Path file, Order order) {
    this.file = file;
    this.order = order;
  }

  @Override
  public RandomAccessibleInterval<BitType> in(Picture picture) throws IOException {
    List<double[]> points = points();
    Polygon asWritten = new Polygon(points, 0, 1);
    Polygon turned = new Polygon(points, 1, 0);
    boolean fits = fits(asWritten, picture);
    boolean turnedFits = order == Order.BRIGHTER && fits(turned, picture);
    if (!fits && !turnedFits)
      throw new IOException(
          file
              + " has points outside the picture of "
              + picture.width()
              + " × "
              + picture.height()
              + " pixels; give each picture its own outline, in pixels of its full size.");
    RandomAccessibleInterval<BitType> inside =
        (fits ? asWritten : turned).fill(picture.width(), picture.height());
    if (!fits || !turnedFits) return inside;
    RandomAccessibleInterval<BitType> other = turned.fill(picture.width(), picture.height());
    return brightness(other, picture) > brightness(inside, picture) ? other : inside;
  }

  private static boolean fits(Polygon polygon, Picture picture) {
    return polygon.liesWithin(
        picture.width(), picture.height(), OUTSIDE * picture.width(), OUTSIDE * picture.height());
  }

  private List<double[]> points() throws IOException {
    List<double[]> points = new ArrayList<>();
    int number = 0;
    for (String line : TextFile.read(file, StandardCharsets.ISO_8859_1).split("\\R")) {
      number++;
      if (!line.isBlank()) points.add(point(line.trim(), number));
    }
    if (points.size() < FEWEST_POINTS)
      throw new IOException(
          file + " has fewer than three points, which outline nothing; draw the outline anew.");
    return points;
  }

  private double[] point(String line, int number) throws IOException {
    String[] parts = line.split("[\\s,;]+");
    if (parts.length == 2)
      try {
        double[] point = {Double.parseDouble(parts[0]), Double.parseDouble(parts[1])};
        if (Double.isFinite(point[0]) && Double.isFinite(point[1])) return point;
      } catch (NumberFormatException e) {
        throw new IOException(problem(number), e);
      }
    throw new IOException(problem(number));
  }

  private String problem(int line) {
    return "Line " + line + " of " + file + " is not two numbers, x and y; write one point there.";
  }

  /** The mean of all channels inside; below zero where nothing is inside. */
  private static double brightness(RandomAccessibleInterval<BitType> inside, Picture picture) {
    RandomAccess<FloatType> pixels = picture.pixels().randomAccess();
    RandomAccess<BitType> bits = inside.randomAccess();
    double sum = 0;
    long count = 0;
    for (int y = 0; y < picture.height(); y++)
      for (int x = 0; x < picture.width(); x++)
        if (bits.setPositionAndGet(x, y).get()) {
          count++;
          for (int c = 0; c < picture.channels(); c++)
            sum += pixels.setPositionAndGet(x, y, c).get();
        }
    return count == 0 ? -1 : sum / count;
  }
}
