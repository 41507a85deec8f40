package sc.fiji.cavga.phantom;

import ij.process.ColorProcessor;
import java.util.Objects;
import net.imglib2.img.Img;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.real.FloatType;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.render.ReducedPhotograph;

/** One synthetic photograph, with the truth about it. */
public final class Phantom {

  private final Img<FloatType> pixels;
  private final Img<BitType> mask;
  private final Img<BitType> fieldOfView;
  private final boolean rightEye;

  Phantom(Img<FloatType> pixels, Img<BitType> mask, Img<BitType> fieldOfView, boolean rightEye) {
    this.pixels = Objects.requireNonNull(pixels);
    this.mask = Objects.requireNonNull(mask);
    this.fieldOfView = Objects.requireNonNull(fieldOfView);
    this.rightEye = rightEye;
  }

  /** Axes (X,Y,C), red, green and blue from 0 to 1, whole multiples of 1/255. */
  public Img<FloatType> pixels() {
    return pixels;
  }

  /** The pixels as ImageJ's 24-bit colours, a new copy. */
  public ColorProcessor colours() {
    return ReducedPhotograph.of(new Picture("phantom", pixels, PixelSize.UNKNOWN));
  }

  /** Axes (X,Y); set where the anomaly changes the picture, empty in a healthy eye. */
  public Img<BitType> mask() {
    return mask;
  }

  /** Axes (X,Y); set where the camera sees the retina. */
  public Img<BitType> fieldOfView() {
    return fieldOfView;
  }

  /** Whether it is a right eye: the optic disc lies on the right. */
  public boolean rightEye() {
    return rightEye;
  }
}
