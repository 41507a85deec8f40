package sc.fiji.cavga.method.disc.outline;

import java.util.Optional;
import sc.fiji.cavga.method.disc.net.DiscNet;
import sc.fiji.cavga.picture.UnusablePictureException;
import sc.fiji.cavga.preprocess.Placement;
import sc.fiji.cavga.preprocess.PreparedPicture;

/** Finds the disc in a photograph: first in all of it, then once more from near. */
public final class DiscFinder {

  /** A faint disc of a blurred picture is better than none; what comes of it is looked at again. */
  private static final double[] THRESHOLDS = {0.5, 0.25, 0.1};

  /** How many thresholds there are. */
  static final int ATTEMPTS = THRESHOLDS.length;

  /** Of the second look's square, in disc diameters. */
  private static final double NEAR = 2.6;

  private final DiscNet finder;

  /**
   * @param finder a {@link DiscNet#finder}, which stays the caller's to close
   */
  public DiscFinder(DiscNet finder) {
    this.finder = finder;
  }

  /**
   * @param picture whose own pixels are at hand
   * @return empty where there is nothing like a disc
   */
  public Optional<DiscPlace> find(PreparedPicture picture) {
    return find(picture, THRESHOLDS);
  }

  /**
   * The same with one threshold: of a faint disc a high one may show a scrap, and a low one all.
   *
   * @param attempt 0 to {@link #ATTEMPTS} - 1, from the highest threshold on
   */
  Optional<DiscPlace> find(PreparedPicture picture, int attempt) {
    return find(picture, THRESHOLDS[attempt]);
  }

  private Optional<DiscPlace> find(PreparedPicture picture, double... thresholds) {
    Placement whole = picture.placement();
    DiscPlace far = look(picture, whole.left(), whole.top(), whole.side(), thresholds);
    if (far == null) return Optional.empty();
    double side = Math.min(NEAR * far.diameter(), whole.side());
    DiscPlace near = look(picture, far.x() - side / 2, far.y() - side / 2, side, thresholds);
    return Optional.ofNullable(near);
  }

  private DiscPlace look(
      PreparedPicture picture, double left, double top, double side, double... thresholds) {
    Look look;
    try {
      look = Look.of(finder, picture.region(left, top, side, DiscNet.FINDER_SIZE));
    } catch (UnusablePictureException e) {
      return null;
    }
    for (double threshold : thresholds) {
      DiscPlace place = look.largest(0, threshold);
      if (place != null) return place;
    }
    return null;
  }
}
