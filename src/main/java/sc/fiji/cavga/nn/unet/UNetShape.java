package sc.fiji.cavga.nn.unet;

import java.util.Objects;

/** What a U-Net is made of. Immutable. */
public final class UNetShape {

  final String prefix;
  final int channels;
  final int outputs;
  final int[] widths;
  final boolean deep;
  final double dice;

  /**
   * One convolution at each level, the first at full resolution, and the cross-entropy as the loss.
   *
   * @param prefix of the names of all arrays, without the point that follows
   * @param channels of the input
   * @param outputs maps of logits
   * @param widths feature maps of each level, from the finest on; levels for which a picture's size
   *     cannot be halved are left out
   */
  public UNetShape(String prefix, int channels, int outputs, int... widths) {
    this(prefix, channels, outputs, widths.clone(), false, 0);
  }

  private UNetShape(
      String prefix, int channels, int outputs, int[] widths, boolean deep, double dice) {
    this.prefix = Objects.requireNonNull(prefix);
    this.channels = channels;
    this.outputs = outputs;
    this.widths = widths;
    this.deep = deep;
    this.dice = dice;
  }

  /**
   * The same with two more convolutions at each level, down and up. The first level already has
   * half of the resolution, for which its outlines are smooth enough, and takes a quarter of the
   * time; the logits have the full one again.
   */
  public UNetShape deep() {
    return new UNetShape(prefix, channels, outputs, widths, true, dice);
  }

  /**
   * The same whose loss is the sum of the cross-entropy per pixel and of {@link
   * sc.fiji.cavga.nn.layer.DiceLoss} times this weight.
   */
  public UNetShape withDiceLoss(double weight) {
    return new UNetShape(prefix, channels, outputs, widths, deep, weight);
  }

  /** As many as the size can be halved for. */
  int levels(int size) {
    int levels = 1;
    int finest = deep ? 2 : 1;
    while (levels < widths.length && size % (finest << levels) == 0) levels++;
    return levels;
  }

  public int channels() {
    return channels;
  }

  public int outputs() {
    return outputs;
  }
}
