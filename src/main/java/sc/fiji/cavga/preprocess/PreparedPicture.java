package sc.fiji.cavga.preprocess;

import java.util.Objects;

/** A picture at the network's size, with what is needed to find the way back to its own pixels. */
public final class PreparedPicture {

  private final int size;
  private final int channels;
  private final float[] values;
  private final float[] fieldOfView;
  private final Placement placement;

  /**
   * @param size width and height in pixels
   * @param values [C,H,W], in 0 to 1, zero outside the field of view
   * @param fieldOfView [H,W], 1 inside the field of view and 0 outside
   */
  public PreparedPicture(
      int size, int channels, float[] values, float[] fieldOfView, Placement placement) {
    if (values.length != channels * size * size || fieldOfView.length != size * size)
      throw new IllegalArgumentException("A prepared picture's arrays must fit its size.");
    this.size = size;
    this.channels = channels;
    this.values = values;
    this.fieldOfView = fieldOfView;
    this.placement = Objects.requireNonNull(placement);
  }

  public int size() {
    return size;
  }

  public int channels() {
    return channels;
  }

  /** [C,H,W], in 0 to 1, zero outside the field of view; the array itself, not a copy. */
  public float[] values() {
    return values;
  }

  /** [H,W], 1 inside the field of view and 0 outside; the array itself, not a copy. */
  public float[] fieldOfView() {
    return fieldOfView;
  }

  /** Where the square lies in the picture. */
  public Placement placement() {
    return placement;
  }
}
