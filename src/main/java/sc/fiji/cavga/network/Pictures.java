package sc.fiji.cavga.network;

import sc.fiji.cavga.image.PictureBatch;
import sc.fiji.cavga.network.graph.Blocks;
import sc.fiji.cavga.network.graph.Node;
import sc.fiji.cavga.network.graph.Values;

/** Brings pictures into the engine's axis order and back. */
final class Pictures {

  private Pictures() {}

  /**
   * @param source [B,C,H,W], of which the pictures from {@code first} on are taken
   * @param target [b,H,W,C]
   */
  static void enter(float[] source, int first, Node target) {
    int channels = target.channels();
    int plane = (int) (target.size(1) * target.size(2));
    Values values = target.values();
    Blocks.run(
        target.rows(),
        channels,
        (block, start, end) -> {
          for (long row = start; row < end; row++) {
            int picture = first + (int) (row / plane);
            int at = picture * channels * plane + (int) (row % plane);
            for (int c = 0; c < channels; c++)
              values.set(row * channels + c, source[at + c * plane]);
          }
        });
  }

  /**
   * @param source [b,H,W,C]
   * @param target [B,C,H,W], written from picture {@code first} on, for {@code count} pictures
   */
  static void leave(Node source, float[] target, int first, int count) {
    int channels = source.channels();
    int plane = (int) (source.size(1) * source.size(2));
    Values values = source.values();
    Blocks.run(
        (long) count * plane,
        channels,
        (block, start, end) -> {
          for (long row = start; row < end; row++) {
            int picture = first + (int) (row / plane);
            int at = picture * channels * plane + (int) (row % plane);
            for (int c = 0; c < channels; c++)
              target[at + c * plane] = (float) values.get(row * channels + c);
          }
        });
  }

  /**
   * Fills a side's inputs with the pictures from {@code first} on; the last is repeated if need.
   */
  static void enter(PictureBatch batch, int first, GeneratorSide side) {
    int count = side.labels.length;
    PictureBatch part = first == 0 && batch.count() == count ? batch : batch.part(first, count);
    enter(part.values(), 0, side.picture);
    enter(part.clean(), 0, side.clean);
    enter(part.fieldOfView(), 0, side.fieldOfView);
    boolean[] labels = part.anomalous();
    System.arraycopy(labels, 0, side.labels, 0, count);
    shrink(part.fieldOfView(), part.size(), side.coarseFieldOfView);
    if (part.isPainted()) shrink(part.painted(), part.size(), side.painted);
    else side.painted.value().assign(0);
    if (side.guidance == null) return;
    if (part.isPainted()) enter(part.painted(), 0, side.guidance.painted);
    else side.guidance.painted.value().assign(0);
  }

  /**
   * The mean over squares: how much of each coarse position is marked.
   *
   * @param fine [B,1,H,W]
   * @param coarse [B,h,w,1]
   */
  private static void shrink(float[] fine, int size, Node coarse) {
    int small = (int) coarse.size(1);
    int factor = size / small;
    for (long row = 0; row < coarse.rows(); row++) {
      int picture = (int) (row / (small * small));
      int top = (int) (row / small % small) * factor;
      int left = (int) (row % small) * factor;
      double sum = 0;
      for (int y = top; y < top + factor; y++)
        for (int x = left; x < left + factor; x++) sum += fine[(picture * size + y) * size + x];
      coarse.values().set(row, sum / (factor * factor));
    }
  }
}
