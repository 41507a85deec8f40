package sc.fiji.cavga.nn;

import sc.fiji.cavga.compute.ArrayPlace;
import sc.fiji.cavga.nn.array.FixedSplit;
import sc.fiji.cavga.nn.array.RowBuffer;
import sc.fiji.cavga.nn.kernel.Transfer;

/** From pictures' axis order, [B,C,H,W], to the engine's, [B,H,W,C], and back. */
public final class ChannelOrder {

  private ChannelOrder() {}

  /**
   * @param source [B,C,H,W]
   * @param target [B,H,W,C], whose values are replaced
   */
  public static void enter(float[] source, Node target) {
    if (target.place() == ArrayPlace.RESIDENT) {
      Transfer.enter(source, target.value());
      return;
    }
    int channels = target.channels();
    int plane = (int) (target.size(1) * target.size(2));
    target.overRows(
        (start, end) -> {
          RowBuffer strip = target.values().strip(channels);
          for (long row = start; row < end; row += strip.rows()) {
            long pictureEnd = (row / plane + 1) * plane;
            strip.gather(source, at(row, plane, channels), plane, row, Math.min(end, pictureEnd));
            strip.store(target.values(), row);
          }
        });
  }

  /**
   * @param source [b,H,W,C]
   * @param target [B,C,H,W], written from picture {@code first} on, for {@code count} pictures
   */
  public static void leave(Node source, float[] target, int first, int count) {
    int channels = source.channels();
    int plane = (int) (source.size(1) * source.size(2));
    int offset = first * plane * channels;
    if (source.place() == ArrayPlace.RESIDENT) {
      System.arraycopy(Transfer.leave(source.value()), 0, target, offset, count * plane * channels);
      return;
    }
    FixedSplit.run(
        (long) count * plane,
        channels,
        (block, start, end) -> {
          RowBuffer strip = source.values().strip(channels);
          for (long row = start; row < end; row += strip.rows()) {
            long pictureEnd = (row / plane + 1) * plane;
            strip.load(source.values(), row, Math.min(end, pictureEnd));
            strip.scatter(target, offset + at(row, plane, channels), plane);
          }
        });
  }

  /** Where a row's first channel lies. */
  private static int at(long row, int plane, int channels) {
    return (int) (row / plane * plane * channels + row % plane);
  }
}
