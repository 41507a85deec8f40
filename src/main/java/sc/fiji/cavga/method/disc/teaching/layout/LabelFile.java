package sc.fiji.cavga.method.disc.teaching.layout;

import java.io.IOException;
import java.nio.file.Path;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import sc.fiji.cavga.dataset.FileSample;
import sc.fiji.cavga.dataset.MaskSizeException;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.read.PictureReader;

/** A grey picture whose values say what is outside the disc, its rim, and its cup. */
final class LabelFile implements Outline {

  /** The grey values of a set, as they stand in its files of 8 or 16 bits. */
  static final class Values {

    private final int outside;
    private final int rim;
    private final int cup;

    Values(int outside, int rim, int cup) {
      this.outside = outside;
      this.rim = rim;
      this.cup = cup;
    }

    @Override
    public String toString() {
      return outside + " (outside), " + rim + " (rim) and " + cup + " (cup)";
    }
  }

  private static final int BYTE = 255;
  private static final int SHORT = 65535;

  /** Of a step of 8 bits; a step of 16 bits is four times as large. */
  private static final double ROUNDING = 1e-3;

  private final Path file;
  private final PictureReader reader;
  private final Values values;
  private final boolean cupAlone;

  /**
   * @param cupAlone whether the cup is asked for, or else the whole disc
   */
  LabelFile(Path file, PictureReader reader, Values values, boolean cupAlone) {
    this.file = file;
    this.reader = reader;
    this.values = values;
    this.cupAlone = cupAlone;
  }

  @Override
  public RandomAccessibleInterval<BitType> in(Picture picture) throws IOException {
    Picture labels = FileSample.only(file, reader);
    if (labels.width() != picture.width() || labels.height() != picture.height())
      throw new MaskSizeException(
          file, labels.width(), labels.height(), picture.width(), picture.height());
    RandomAccessibleInterval<FloatType> grey = grey(labels);
    int white = white(grey);
    RandomAccessibleInterval<BitType> bits = ArrayImgs.bits(picture.width(), picture.height());
    Cursor<BitType> to = Views.flatIterable(bits).cursor();
    boolean hasRim = false;
    boolean hasCup = false;
    for (FloatType pixel : Views.flatIterable(grey)) {
      long value = Math.round((double) pixel.get() * white);
      boolean inCup = value == values.cup;
      boolean inRim = value == values.rim;
      if (!inCup && !inRim && value != values.outside)
        throw new IOException(
            file
                + " holds the value "
                + value
                + " where "
                + values
                + " are expected; write these, or give outlines of discs and cups in the folders"
                + " disc and cup.");
      hasCup |= inCup;
      hasRim |= inRim;
      to.next().set(inCup || inRim && !cupAlone);
    }
    if (hasCup && !hasRim)
      throw new IOException(
          file
              + " has a cup without a rim around it: if it shows discs alone, put it into the"
              + " folder disc, otherwise write "
              + values
              + ".");
    return bits;
  }

  /** The only channel, or any of three that are alike. */
  private RandomAccessibleInterval<FloatType> grey(Picture labels) throws IOException {
    RandomAccessibleInterval<FloatType> first = Views.hyperSlice(labels.pixels(), 2, 0);
    for (int c = 1; c < labels.channels(); c++) {
      Cursor<FloatType> other =
          Views.flatIterable(Views.hyperSlice(labels.pixels(), 2, c)).cursor();
      for (FloatType pixel : Views.flatIterable(first))
        if (pixel.get() != other.next().get())
          throw new IOException(
              file + " is coloured; save it as a grey picture with the values " + values + ".");
    }
    return first;
  }

  /** The value that a picture has as 1: that of 8 bits, unless only 16 bits explain the others. */
  private static int white(RandomAccessibleInterval<FloatType> grey) {
    for (FloatType pixel : Views.flatIterable(grey)) {
      double value = (double) pixel.get() * BYTE;
      if (Math.abs(value - Math.rint(value)) > ROUNDING) return SHORT;
    }
    return BYTE;
  }
}
