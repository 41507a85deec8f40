package sc.fiji.cavga.image;

import java.util.Objects;

/**
 * Where the network's square lies in a picture: the square of {@code side} picture pixels whose
 * upper left corner is ({@code left}, {@code top}), which may reach beyond the picture.
 */
public final class Placement {

  private final int pictureWidth;
  private final int pictureHeight;
  private final double left;
  private final double top;
  private final double side;
  private final FieldOfView fieldOfView;

  public Placement(
      int pictureWidth,
      int pictureHeight,
      double left,
      double top,
      double side,
      FieldOfView fieldOfView) {
    this.pictureWidth = pictureWidth;
    this.pictureHeight = pictureHeight;
    this.left = left;
    this.top = top;
    this.side = side;
    this.fieldOfView = Objects.requireNonNull(fieldOfView);
  }

  public int pictureWidth() {
    return pictureWidth;
  }

  public int pictureHeight() {
    return pictureHeight;
  }

  public double left() {
    return left;
  }

  public double top() {
    return top;
  }

  public double side() {
    return side;
  }

  /** The retina in the picture's own pixels. */
  public FieldOfView fieldOfView() {
    return fieldOfView;
  }
}
