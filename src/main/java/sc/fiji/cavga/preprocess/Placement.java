package sc.fiji.cavga.preprocess;

import java.util.Objects;
import sc.fiji.cavga.retina.FieldOfView;

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
  private final boolean mirrored;

  public Placement(
      int pictureWidth,
      int pictureHeight,
      double left,
      double top,
      double side,
      FieldOfView fieldOfView) {
    this(pictureWidth, pictureHeight, left, top, side, fieldOfView, false);
  }

  private Placement(
      int pictureWidth,
      int pictureHeight,
      double left,
      double top,
      double side,
      FieldOfView fieldOfView,
      boolean mirrored) {
    this.pictureWidth = pictureWidth;
    this.pictureHeight = pictureHeight;
    this.left = left;
    this.top = top;
    this.side = side;
    this.fieldOfView = Objects.requireNonNull(fieldOfView);
    this.mirrored = mirrored;
  }

  /** The same square, seen the other way round. */
  Placement mirrored() {
    return new Placement(pictureWidth, pictureHeight, left, top, side, fieldOfView, !mirrored);
  }

  /** Whether the network sees the square with left and right exchanged. */
  public boolean isMirrored() {
    return mirrored;
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
