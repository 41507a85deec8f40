package sc.fiji.cavga.network.graph;

/**
 * Lays the windows of a convolution side by side: from [B,H,W,C] to one row per output position
 * with kH·kW·C columns, and back by summing. Where there are only a few channels, a product with
 * these rows is far faster than ND4J's convolution.
 */
final class Patches {

  private final Geometry geometry;
  private final int height;
  private final int outputHeight;
  private final int channels;
  private final long pictures;

  /**
   * @param shape [B,H,W,C] of the large side; H equals W
   */
  Patches(Geometry geometry, long[] shape) {
    this.geometry = geometry;
    pictures = shape[0];
    height = (int) shape[1];
    outputHeight = (int) geometry.outputSize(height);
    channels = (int) shape[3];
  }

  long rows() {
    return pictures * outputHeight * outputHeight;
  }

  int columns() {
    return geometry.kernel * geometry.kernel * channels;
  }

  /** Fills the rows from the pictures; zero where a window reaches beyond the border. */
  void gather(Values pictureValues, Values rows) {
    int line = geometry.kernel * channels;
    Blocks.run(
        pictures * outputHeight,
        (long) outputHeight * columns(),
        (block, start, end) -> {
          for (long at = start; at < end; at++) {
            long picture = at / outputHeight;
            int top = (int) (at % outputHeight) * geometry.stride - geometry.padding;
            for (int x = 0; x < outputHeight; x++) {
              int left = x * geometry.stride - geometry.padding;
              long target = (at * outputHeight + x) * columns();
              for (int k = 0; k < geometry.kernel; k++, target += line) {
                boolean inside = top + k >= 0 && top + k < height;
                long source = ((picture * height + top + k) * height + left) * channels;
                int first = Math.max(0, -left) * channels;
                int last = Math.min(geometry.kernel, height - left) * channels;
                for (int i = 0; i < line; i++)
                  rows.set(
                      target + i,
                      inside && i >= first && i < last ? pictureValues.get(source + i) : 0);
              }
            }
          }
        });
  }

  /** Sums the rows into the pictures: the transposition of {@link #gather}. */
  void scatter(Values rows, Values pictureValues, boolean accumulate) {
    Blocks.run(
        pictures * height,
        (long) height * channels * geometry.kernel * geometry.kernel,
        (block, start, end) -> {
          double[] sum = new double[channels];
          for (long at = start; at < end; at++) {
            long picture = at / height;
            int y = (int) (at % height);
            for (int x = 0; x < height; x++) {
              sumWindows(rows, picture, y, x, sum);
              long target = (at * height + x) * channels;
              for (int c = 0; c < channels; c++) pictureValues.put(target + c, sum[c], accumulate);
            }
          }
        });
  }

  private void sumWindows(Values rows, long picture, int y, int x, double[] sum) {
    java.util.Arrays.fill(sum, 0);
    int stride = geometry.stride;
    for (int ky = (y + geometry.padding) % stride; ky < geometry.kernel; ky += stride) {
      int row = (y + geometry.padding - ky) / stride;
      if (y + geometry.padding < ky || row >= outputHeight) continue;
      for (int kx = (x + geometry.padding) % stride; kx < geometry.kernel; kx += stride) {
        int column = (x + geometry.padding - kx) / stride;
        if (x + geometry.padding < kx || column >= outputHeight) continue;
        long at =
            ((picture * outputHeight + row) * outputHeight + column) * columns()
                + (long) (ky * geometry.kernel + kx) * channels;
        for (int c = 0; c < channels; c++) sum[c] += rows.get(at + c);
      }
    }
  }
}
