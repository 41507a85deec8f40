package sc.fiji.cavga.retina;

import net.imglib2.RealInterval;

/** A field of view that knows its extent. */
public interface BoundedFieldOfView extends FieldOfView {

  /**
   * The smallest upright rectangle around it, within the picture. Pixel (x, y) covers x to x + 1
   * and y to y + 1, so that a whole picture's bounds are 0, 0 to width, height.
   */
  RealInterval bounds();
}
