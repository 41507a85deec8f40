package sc.fiji.cavga.preprocess;

import java.util.Arrays;
import java.util.List;

/**
 * Pictures of one size, one after the other in memory, as a network takes them.
 *
 * <p>In ImgLib2's terms the arrays have the axes (X,Y,C,N); as tensors they are [B,C,H,W].
 */
public final class PictureBatch {

  private final int count;
  private final int channels;
  private final int size;
  private final float[] values;
  private final float[] fieldOfView;
  private final boolean[] anomalous;
  private final float[] painted;

  /**
   * @param values [B,C,H,W], in 0 to 1
   * @param fieldOfView [B,1,H,W], 1 inside the field of view and 0 outside
   * @param anomalous [B], the pictures' labels; all false where only normal pictures are used
   */
  public PictureBatch(
      int channels, int size, float[] values, float[] fieldOfView, boolean[] anomalous) {
    this(channels, size, values, fieldOfView, anomalous, null);
  }

  /**
   * Pictures into which anomalies were painted, so that a network learns to tell.
   *
   * @param values [B,C,H,W], in 0 to 1, as painted
   * @param fieldOfView [B,1,H,W], 1 inside the field of view and 0 outside
   * @param anomalous [B], the pictures' labels before anything was painted
   * @param painted [B,1,H,W], 1 where something was painted and 0 elsewhere; null for nowhere
   */
  public PictureBatch(
      int channels,
      int size,
      float[] values,
      float[] fieldOfView,
      boolean[] anomalous,
      float[] painted) {
    this.count = anomalous.length;
    this.channels = channels;
    this.size = size;
    if (values.length != count * channels * size * size
        || fieldOfView.length != count * size * size
        || (painted != null && painted.length != fieldOfView.length))
      throw new IllegalArgumentException("A batch's arrays must fit its size and count.");
    this.values = values;
    this.fieldOfView = fieldOfView;
    this.anomalous = anomalous;
    this.painted = painted;
  }

  /** The given pictures, all taken as normal. */
  public static PictureBatch of(List<PreparedPicture> pictures) {
    PreparedPicture first = pictures.get(0);
    int plane = first.size() * first.size();
    int volume = first.channels() * plane;
    float[] values = new float[pictures.size() * volume];
    float[] fieldOfView = new float[pictures.size() * plane];
    for (int i = 0; i < pictures.size(); i++) {
      System.arraycopy(pictures.get(i).values(), 0, values, i * volume, volume);
      System.arraycopy(pictures.get(i).fieldOfView(), 0, fieldOfView, i * plane, plane);
    }
    return new PictureBatch(
        first.channels(), first.size(), values, fieldOfView, new boolean[pictures.size()]);
  }

  public int count() {
    return count;
  }

  public int channels() {
    return channels;
  }

  /** Width and height in pixels. */
  public int size() {
    return size;
  }

  /** [B,C,H,W]; the array itself, not a copy. */
  public float[] values() {
    return values;
  }

  /** [B,1,H,W]; the array itself, not a copy. */
  public float[] fieldOfView() {
    return fieldOfView;
  }

  /** [B], a copy. */
  public boolean[] anomalous() {
    return Arrays.copyOf(anomalous, count);
  }

  /** [B,1,H,W], 1 where something was painted; null for nowhere; the array itself, not a copy. */
  public float[] painted() {
    return painted;
  }

  /** So many pictures from the given one on, a copy; the last is repeated where too few follow. */
  public PictureBatch part(int first, int length) {
    int plane = size * size;
    int volume = channels * plane;
    boolean[] labels = new boolean[length];
    for (int b = 0; b < length; b++) labels[b] = anomalous[Math.min(first + b, count - 1)];
    return new PictureBatch(
        channels,
        size,
        part(values, volume, first, length),
        part(fieldOfView, plane, first, length),
        labels,
        painted == null ? null : part(painted, plane, first, length));
  }

  private float[] part(float[] source, int each, int first, int length) {
    float[] target = new float[length * each];
    for (int b = 0; b < length; b++)
      System.arraycopy(source, Math.min(first + b, count - 1) * each, target, b * each, each);
    return target;
  }
}
