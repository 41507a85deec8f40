package sc.fiji.cavga.export;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import sc.fiji.cavga.phantom.FundusPhantom;
import sc.fiji.cavga.phantom.anatomy.Anomaly;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.preprocess.Placement;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.preprocess.Preprocessing;

/** Pictures to compare two engines on: eyes that are drawn, and colours by chance. */
public final class MadePictures {

  /** In pixels; drawn eyes are twice as wide as the network's square, within these. */
  private static final int NARROWEST = 96;

  private static final int WIDEST = 640;

  /** Of the height to the width. */
  private static final double HEIGHT = 0.85;

  private static final double CONTRAST = 0.5;

  /** Of the radius of an odd field of view; its edge goes in and out by the last number. */
  private static final double RADIUS = 0.4;

  private static final double WAVE = 0.3;
  private static final int WAVES = 5;

  private MadePictures() {}

  /** A healthy eye, one that bleeds, and chance in an odd field of view; always the same. */
  public static List<PreparedPicture> of(Preprocessing preprocessing) {
    int width = Math.max(NARROWEST, Math.min(WIDEST, 2 * preprocessing.size()));
    FundusPhantom drawing = new FundusPhantom(width, (int) Math.round(HEIGHT * width));
    List<PreparedPicture> pictures = new ArrayList<>();
    pictures.add(preprocessing.prepare(picture(drawing.draw(1).pixels())));
    pictures.add(
        preprocessing.prepare(
            picture(drawing.draw(2, Anomaly.BLOT_HAEMORRHAGES, CONTRAST).pixels())));
    pictures.add(
        byChance(preprocessing.size(), preprocessing.channels(), pictures.get(0).placement()));
    return pictures;
  }

  private static Picture picture(net.imglib2.img.Img<net.imglib2.type.numeric.real.FloatType> of) {
    return new Picture("made", of, PixelSize.UNKNOWN);
  }

  private static PreparedPicture byChance(int size, int channels, Placement placement) {
    SplittableRandom random = new SplittableRandom(size);
    float[] inside = new float[size * size];
    float[] values = new float[channels * size * size];
    for (int i = 0; i < inside.length; i++) {
      double x = (i % size + 0.5) / size - 0.5;
      double y = (i / size + 0.5) / size - 0.5;
      double edge = RADIUS * (1 + WAVE * StrictMath.sin(WAVES * StrictMath.atan2(y, x)));
      if (x * x + y * y < edge * edge) inside[i] = 1;
    }
    for (int i = 0; i < values.length; i++)
      if (inside[i % inside.length] > 0) values[i] = (float) random.nextDouble();
    return new PreparedPicture(size, channels, values, inside, placement);
  }
}
