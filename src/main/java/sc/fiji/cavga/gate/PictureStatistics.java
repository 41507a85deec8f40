package sc.fiji.cavga.gate;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import sc.fiji.cavga.plane.MaskedGaussian;
import sc.fiji.cavga.plane.RankedValues;
import sc.fiji.cavga.preprocess.Placement;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.retina.Framing;

/**
 * What the gate looks at in a picture: logarithms, so that haze and darkness are shifts. Contrasts
 * are of the green channel, between neighbouring widths of a Gaussian, as shares of the brightness
 * around: {@code vessels} of the darkest hundredth, {@code texture} between the quartiles, from
 * fine to coarse. Neither changes much with lesions.
 */
final class PictureStatistics {

  static final String RED_GREEN = "red_green";
  static final String GREEN_BLUE = "green_blue";
  static final String BRIGHTNESS = "brightness";
  static final String FIELD = "field_of_view";
  static final String VESSELS = "vessels_";
  static final String TEXTURE = "texture_";

  /** In pixels, at which a picture is measured; smaller ones hold no finest contrasts. */
  private static final int SIZE = 256;

  /** Widths of the Gaussians in pixels. */
  private static final double[] WIDTHS = {0.6, 1.2, 2.4, 4.8, 9.6};

  /** So many contrasts of each kind, 0 being the finest. */
  static final int SCALES = WIDTHS.length;

  static final List<String> NAMES = names();

  /** A level in 8 bits: below it there is no telling how much. */
  private static final float DARKEST = 1f / 255;

  private static final double SMALLEST = 1e-4;

  private final double[] values;
  private final Framing framing;
  private final boolean fineDetail;

  private PictureStatistics(double[] values, Framing framing, boolean fineDetail) {
    this.fineDetail = fineDetail;
    this.values = values;
    this.framing = framing;
  }

  private static List<String> names() {
    String[] names = new String[4 + 2 * SCALES];
    names[0] = RED_GREEN;
    names[1] = GREEN_BLUE;
    names[2] = BRIGHTNESS;
    names[3] = FIELD;
    for (int scale = 0; scale < SCALES; scale++) {
      names[4 + scale] = VESSELS + scale;
      names[4 + SCALES + scale] = TEXTURE + scale;
    }
    return Collections.unmodifiableList(Arrays.asList(names));
  }

  /** Whether a statistic is one of contrasts, by its place among the names. */
  static boolean isContrast(int index) {
    return index >= 4;
  }

  /**
   * @param picture whose own pixels are at hand
   */
  static PictureStatistics of(PreparedPicture picture) {
    Placement square = picture.placement();
    Framing framing = Framing.of(picture.original(), square.fieldOfView());
    PreparedPicture seen = picture.region(square.left(), square.top(), square.side(), SIZE);
    float[] inside = seen.fieldOfView();
    PictureColours colours = new PictureColours(seen.values(), inside);
    double[] values = new double[NAMES.size()];
    values[0] = colours.redGreen();
    values[1] = colours.greenBlue();
    values[2] = colours.brightness();
    values[3] = colours.field();
    float[] finer = Arrays.copyOfRange(seen.values(), SIZE * SIZE, 2 * SIZE * SIZE);
    for (int scale = 0; scale < SCALES; scale++) {
      float[] coarser = MaskedGaussian.blur(finer, inside, SIZE, WIDTHS[scale]);
      RankedValues contrast = contrast(finer, coarser, inside);
      values[4 + scale] = log(-contrast.at(0.01));
      values[4 + SCALES + scale] = log((double) contrast.at(0.75) - contrast.at(0.25));
      finer = coarser;
    }
    return new PictureStatistics(values, framing, square.side() >= SIZE);
  }

  private static RankedValues contrast(float[] finer, float[] coarser, float[] inside) {
    float[] contrast = new float[inside.length];
    int count = 0;
    for (int i = 0; i < inside.length; i++)
      if (inside[i] > 0) contrast[count++] = (finer[i] - coarser[i]) / (coarser[i] + DARKEST);
    return new RankedValues(contrast, count);
  }

  private static double log(double value) {
    return StrictMath.log(Math.max(SMALLEST, value));
  }

  double value(String name) {
    return values[NAMES.indexOf(name)];
  }

  /** In the order of {@link #NAMES}, a copy. */
  double[] values() {
    return values.clone();
  }

  /** Whether the picture has enough pixels for the finest contrasts. */
  boolean holdsFineDetail() {
    return fineDetail;
  }

  Framing framing() {
    return framing;
  }
}
