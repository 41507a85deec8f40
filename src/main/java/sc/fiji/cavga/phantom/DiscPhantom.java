package sc.fiji.cavga.phantom;

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import java.io.IOException;
import java.nio.file.Path;
import net.imglib2.Cursor;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import sc.fiji.cavga.io.AtomicFile;
import sc.fiji.cavga.phantom.cup.DrawnOutlines;
import sc.fiji.cavga.render.PngFile;

/** One synthetic photograph of an optic disc, with the truth about disc and cup. */
public final class DiscPhantom {

  /** Values of the label image. */
  public static final int OUTSIDE = 0;

  public static final int RIM = 128;
  public static final int CUP = 255;

  private final Phantom photograph;
  private final Img<UnsignedByteType> label;
  private final DrawnOutlines outlines;
  private final boolean rightEye;

  DiscPhantom(
      Phantom photograph, Img<UnsignedByteType> label, DrawnOutlines outlines, boolean rightEye) {
    this.photograph = photograph;
    this.label = label;
    this.outlines = outlines;
    this.rightEye = rightEye;
  }

  /** Axes (X,Y,C), red, green and blue from 0 to 1, whole multiples of 1/255. */
  public Img<FloatType> pixels() {
    return photograph.pixels();
  }

  /** The pixels as ImageJ's 24-bit colours, a new copy. */
  public ColorProcessor colours() {
    return photograph.colours();
  }

  /**
   * Axes (X,Y): {@link #OUTSIDE} the disc, {@link #RIM} or {@link #CUP}. The disc ends where it
   * covers half of the retina below it, the cup where it covers half of the rim.
   */
  public Img<UnsignedByteType> label() {
    return label;
  }

  /** Where disc and cup lie, and how large they are, finer than in pixels. */
  public DrawnOutlines outlines() {
    return outlines;
  }

  /** Whether it is a right eye, whose macula lies left of the disc in the picture. */
  public boolean rightEye() {
    return rightEye;
  }

  /**
   * @param quality of the JPEG file, 0 to 100
   */
  void writeJpeg(Path file, int quality) throws IOException {
    photograph.writeJpeg(file, quality);
  }

  void writeLabel(Path file) throws IOException {
    ByteProcessor grey = greyLabel();
    AtomicFile.write(file, out -> PngFile.write(grey, out));
  }

  /** The label image for ImageJ, a new copy. */
  ByteProcessor greyLabel() {
    int width = (int) label.dimension(0);
    byte[] values = new byte[width * (int) label.dimension(1)];
    Cursor<UnsignedByteType> cursor = label.cursor();
    for (int i = 0; i < values.length; i++) values[i] = cursor.next().getByte();
    return new ByteProcessor(width, values.length / width, values);
  }
}
