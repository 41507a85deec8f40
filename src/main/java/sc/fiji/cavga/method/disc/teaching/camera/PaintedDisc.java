package sc.fiji.cavga.method.disc.teaching.camera;

/** A picture to teach with, and what is to be found in it. Immutable, but its arrays are shared. */
public final class PaintedDisc {

  private final float[] colours;
  private final float[] fieldOfView;
  private final float[] masks;

  /**
   * @param colours [3,H,W], 0 to about 1
   * @param fieldOfView [H,W], 1 inside and 0 outside
   * @param masks [K,H,W], 0 to 1: the disc, and the cup where it is known
   */
  private PaintedDisc(float[] colours, float[] fieldOfView, float[] masks) {
    this.colours = colours;
    this.fieldOfView = fieldOfView;
    this.masks = masks;
  }

  /**
   * Of single planes.
   *
   * @param colours [3][H·W]
   * @param fieldOfView [H,W]
   * @param masks [H,W] each
   */
  public static PaintedDisc of(float[][] colours, float[] fieldOfView, float[]... masks) {
    return new PaintedDisc(joined(colours), fieldOfView, joined(masks));
  }

  private static float[] joined(float[]... planes) {
    int length = planes[0].length;
    float[] all = new float[planes.length * length];
    for (int i = 0; i < planes.length; i++) System.arraycopy(planes[i], 0, all, i * length, length);
    return all;
  }

  /** [3,H,W], the array itself. */
  public float[] colours() {
    return colours;
  }

  /** [H,W], the array itself. */
  public float[] fieldOfView() {
    return fieldOfView;
  }

  /** [K,H,W], the array itself. */
  public float[] masks() {
    return masks;
  }
}
