package sc.fiji.cavga.gate;

import java.util.Optional;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.retina.EyesApart;
import sc.fiji.cavga.retina.Framing;

/**
 * Asks of a picture, before its score counts, whether it can be judged. May be used from several
 * threads.
 */
public final class Gate {

  /** Logarithms of red to green and green to blue: retinas of all cameras lie well above. */
  private static final double LEAST_RED = 0.25;

  /** An optic disc fills much of its crop, and is paler. */
  private static final double LEAST_RED_OF_DISC = 0.05;

  private static final double LEAST_YELLOW = 0;

  /** Of both together. */
  private static final double LEAST_BOTH = 0.3;

  /** Beyond this there is hardly any green. */
  private static final double MOST_RED = 2;

  /** In the brightest places, 0 to 1. */
  private static final double DARK = 0.25;

  /** Of the square around the eye; a whole disc fills 0.785. */
  private static final double LEAST_SEEN = 0.55;

  /** Logarithm of the texture: eyes of four cameras lie above -4.9. */
  private static final double FLAT = -5.05;

  /** Logarithm of fine to middle texture: eyes of four cameras lie above -0.7. */
  private static final double BLURRED = -1;

  /** Logarithm of fine to coarse texture: 42 eyes of five cameras lie below 0.1, noise at 1.9. */
  private static final double NOISY = 1.6;

  /** Of contrast, a logarithm: healthy eyes differ by as much. */
  private static final double LEAST_LOST = 0.2;

  /** In standard deviations of healthy eyes: those of several cameras differ by more. */
  private static final double UNUSUALLY_LOST = 1.5;

  /** Of contrast, a logarithm: what has lost more is refused anyway. */
  private static final double MOST_LOST = 0.9;

  /** Of a picture that would be anomalous with the contrast that healthy eyes have. */
  public static final Doubt FAINT =
      Doubt.unclear(
          "It has little contrast, and with as much as the model's healthy eyes have it would be"
              + " called anomalous: look at it yourself, or take the photograph again.");

  /** Of a picture whose score lies below all that healthy eyes have. */
  public static final Doubt FLATTER =
      Doubt.unclear(
          "It shows less than any healthy eye that the model knows: take the photograph again.");

  private static final Doubt COLOURS =
      Doubt.noFundus(
          "It is no fundus photograph: its colours are not those of a retina; choose another"
              + " picture.");

  private static final Doubt TWO_EYES =
      Doubt.noFundus(
          "It shows more than one eye, or other bright parts beside the eye: cut it into pictures of"
              + " one eye each.");

  private static final Doubt TOO_DARK =
      Doubt.unclear("It is too dark: take the photograph again with more light.");

  private final LearnedLimits limits;
  private final boolean colour;

  /**
   * @param limits of the model; null where its file has none
   * @param channels that the model takes, 1 (grey) or 3 (colour)
   */
  public Gate(LearnedLimits limits, int channels) {
    this.limits = limits;
    this.colour = channels > 1 && (limits == null || !limits.knowsGrey());
  }

  /**
   * What no model is needed for: whether a picture, which may be a part of an eye, shows one eye
   * alone, has the colours of a retina, or none, as through a filter, and is not too dark.
   *
   * @param picture of three channels, in its own colours, whose own pixels are at hand
   */
  public static Optional<Doubt> doubtWithoutModel(PreparedPicture picture) {
    Framing framing = Framing.of(picture.original(), picture.placement().fieldOfView());
    if (framing.secondRegion() >= EyesApart.ANOTHER_EYE) return Optional.of(TWO_EYES);
    PictureColours colours = new PictureColours(picture.values(), picture.fieldOfView());
    if (!colours.isGrey() && !isRetinaColoured(colours.redGreen(), colours.greenBlue(), true))
      return Optional.of(COLOURS);
    return framing.brightest() < DARK ? Optional.of(TOO_DARK) : Optional.empty();
  }

  /** A picture that was looked at, so that each method can ask. */
  public final class Inspection {

    private final PictureStatistics statistics;

    private Inspection(PictureStatistics statistics) {
      this.statistics = statistics;
    }

    /**
     * Why the picture cannot be judged as others are; empty where it can.
     *
     * @param crop whether a part of an eye is enough, as for looking at its optic disc
     */
    public Optional<Doubt> doubt(boolean crop) {
      return Gate.this.doubt(statistics, crop);
    }

    /**
     * The same picture with as much contrast as healthy eyes have in the mean: haze that is too
     * thin to be told from a healthy eye with little contrast may still hide lesions.
     *
     * @return empty where the contrast is not less, or nothing was learned of it
     */
    public Optional<PreparedPicture> withUsualContrast(PreparedPicture picture) {
      if (limits == null) return Optional.empty();
      double lost = limits.lostContrast(statistics);
      if (lost < Math.max(LEAST_LOST, UNUSUALLY_LOST * limits.contrastSpread()))
        return Optional.empty();
      return Optional.of(stretched(picture, StrictMath.exp(Math.min(lost, MOST_LOST))));
    }
  }

  /**
   * @param picture whose own pixels are at hand
   */
  public Inspection inspect(PreparedPicture picture) {
    return new Inspection(PictureStatistics.of(picture));
  }

  private Optional<Doubt> doubt(PictureStatistics statistics, boolean crop) {
    // A crop of one eye has no second region: at most 0.002 among 300 crops around discs.
    if (statistics.framing().secondRegion() >= EyesApart.ANOTHER_EYE) return Optional.of(TWO_EYES);
    if (!crop && !isFramed(statistics))
      return Optional.of(
          Doubt.noFundus(
              "It is no fundus photograph as it comes from a camera: it shows no round retina, or"
                  + " too little of one, in a black surround; choose another picture, or make its"
                  + " surround black."));
    double red = statistics.value(PictureStatistics.RED_GREEN);
    double yellow = statistics.value(PictureStatistics.GREEN_BLUE);
    if (colour && !isRetinaColoured(red, yellow, crop)) return Optional.of(COLOURS);
    if (statistics.framing().brightest() < DARK) return Optional.of(TOO_DARK);
    if (crop) return Optional.empty();
    if (StrictMath.exp(statistics.value(PictureStatistics.FIELD)) < LEAST_SEEN)
      return Optional.of(
          Doubt.unclear(
              "Too little of the eye is to be seen: take a photograph of the whole field."));
    if (isNoise(statistics))
      return Optional.of(
          Doubt.unclear("It shows mostly noise: take the photograph again with more light."));
    return limits == null ? unclear(statistics) : limits.doubt(statistics);
  }

  private static boolean isNoise(PictureStatistics statistics) {
    return statistics.value(PictureStatistics.TEXTURE + 0)
            - statistics.value(PictureStatistics.TEXTURE + 3)
        > NOISY;
  }

  /** All colours farther from their mean inside the field of view. */
  private static PreparedPicture stretched(PreparedPicture picture, double factor) {
    float[] inside = picture.fieldOfView();
    float[] values = picture.values().clone();
    for (int channel = 0; channel < picture.channels(); channel++) {
      int first = channel * inside.length;
      double sum = 0;
      double count = 0;
      for (int i = 0; i < inside.length; i++) {
        sum += inside[i] * values[first + i];
        count += inside[i];
      }
      double mean = sum / count;
      for (int i = 0; i < inside.length; i++) {
        double far = mean + factor * (values[first + i] - mean);
        if (inside[i] > 0) values[first + i] = (float) Math.max(0, Math.min(1, far));
      }
    }
    return new PreparedPicture(
        picture.size(), picture.channels(), values, inside, picture.placement());
  }

  private boolean isFramed(PictureStatistics statistics) {
    return statistics.framing().isRound() || limits != null && limits.knowsUnframed();
  }

  private static boolean isRetinaColoured(double red, double yellow, boolean crop) {
    return red >= (crop ? LEAST_RED_OF_DISC : LEAST_RED)
        && red <= MOST_RED
        && yellow >= LEAST_YELLOW
        && red + yellow >= LEAST_BOTH;
  }

  /** Cameras differ: only what is worse than eyes of any is refused where none were learned. */
  private static Optional<Doubt> unclear(PictureStatistics statistics) {
    double fine = statistics.value(PictureStatistics.TEXTURE + 0);
    double middle = statistics.value(PictureStatistics.TEXTURE + 2);
    double coarse = statistics.value(PictureStatistics.TEXTURE + 3);
    if ((middle + coarse) / 2 < FLAT)
      return Optional.of(Doubt.unclear("It shows hardly any contrast: take the photograph again."));
    if (fine - middle < BLURRED && statistics.holdsFineDetail())
      return Optional.of(Doubt.unclear("It is not sharp: take the photograph again."));
    return Optional.empty();
  }
}
