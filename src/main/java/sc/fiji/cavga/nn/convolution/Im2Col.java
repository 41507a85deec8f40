package sc.fiji.cavga.nn.convolution;

import java.util.Arrays;
import sc.fiji.cavga.nn.array.FixedSplit;
import sc.fiji.cavga.nn.array.RowBuffer;
import sc.fiji.cavga.nn.array.Values;

/**
 * Lays the windows of a convolution side by side: from [B,H,W,C] to one row per output position
 * with kH·kW·C columns, and back by summing. Where there are only a few channels, a product with
 * these rows is far faster than ND4J's own gradients.
 */
final class Im2Col {

  private final Geometry geometry;
  private final int height;
  private final int outputHeight;
  private final int channels;
  private final long pictures;

  /** Elements in a line of the picture, without and with what a window sees beyond its ends. */
  private final int line;

  private final int paddedLine;

  /** Elements in a line of a window, and in the windows of a line of the output. */
  private final int windowLine;

  private final int outputLine;

  /**
   * @param shape [B,H,W,C] of the large side; H equals W
   */
  Im2Col(Geometry geometry, long[] shape) {
    this.geometry = geometry;
    pictures = shape[0];
    height = (int) shape[1];
    outputHeight = (int) geometry.outputSize(height);
    channels = (int) shape[3];
    line = height * channels;
    paddedLine = line + 2 * geometry.padding * channels;
    windowLine = geometry.kernel * channels;
    outputLine = outputHeight * columns();
  }

  long rows() {
    return pictures * outputHeight * outputHeight;
  }

  int columns() {
    return geometry.kernel * geometry.kernel * channels;
  }

  /** Fills the rows from the pictures; zero where a window reaches beyond the border. */
  void gather(Values pictureValues, Values rows) {
    FixedSplit.run(
        pictures * outputHeight,
        outputLine,
        (block, start, end) -> {
          RowBuffer from = pictureValues.strip(paddedLine).clear();
          RowBuffer to = rows.strip(outputLine);
          for (long at = start; at < end; at++) {
            int top = (int) (at % outputHeight) * geometry.stride - geometry.padding;
            if (top < 0 || top + geometry.kernel > height) to.clear();
            for (int k = 0; k < geometry.kernel; k++) {
              if (top + k < 0 || top + k >= height) continue;
              long source = at / outputHeight * height + top + k;
              from.read(pictureValues, source * line, geometry.padding * channels, line);
              for (int x = 0; x < outputHeight; x++)
                to.copy(from, x * geometry.stride * channels, window(x, k), windowLine);
            }
            to.write(rows, at * outputLine, 0, outputLine);
          }
        });
  }

  /** Sums the rows into the pictures: the transposition of {@link #gather}. */
  void scatter(Values rows, Values pictureValues, boolean accumulate) {
    FixedSplit.run(
        pictures * height,
        (long) line * geometry.kernel,
        (block, start, end) -> {
          RecentLines recent = new RecentLines(rows);
          RowBuffer to = pictureValues.strip(paddedLine);
          RowBuffer before = pictureValues.strip(line);
          for (long at = start; at < end; at++) {
            to.clear();
            int y = (int) (at % height) + geometry.padding;
            for (int k = y % geometry.stride; k < geometry.kernel; k += geometry.stride) {
              int row = (y - k) / geometry.stride;
              if (y < k || row >= outputHeight) continue;
              RowBuffer from = recent.line(at / height * outputHeight + row);
              for (int x = 0; x < outputHeight; x++)
                to.add(from, window(x, k), x * geometry.stride * channels, windowLine);
            }
            int inside = geometry.padding * channels;
            if (accumulate) {
              before.read(pictureValues, at * line, 0, line);
              to.add(before, 0, inside, line);
            }
            to.write(pictureValues, at * line, inside, line);
          }
        });
  }

  /** Where line k of window x begins among the windows of an output line. */
  private int window(int x, int k) {
    return x * columns() + k * windowLine;
  }

  /** The windows of the last few output lines, since a picture's lines each need several. */
  private final class RecentLines {

    private final Values rows;
    private final RowBuffer[] lines = new RowBuffer[geometry.kernel];
    private final long[] numbers = new long[geometry.kernel];

    RecentLines(Values rows) {
      this.rows = rows;
      for (int i = 0; i < lines.length; i++) lines[i] = rows.strip(outputLine);
      Arrays.fill(numbers, -1);
    }

    RowBuffer line(long number) {
      int slot = (int) (number % lines.length);
      if (numbers[slot] != number) {
        lines[slot].read(rows, number * outputLine, 0, outputLine);
        numbers[slot] = number;
      }
      return lines[slot];
    }
  }
}
