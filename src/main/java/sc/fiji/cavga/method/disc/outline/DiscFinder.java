package sc.fiji.cavga.method.disc.outline;

import java.util.Optional;
import sc.fiji.cavga.method.disc.net.DiscNet;
import sc.fiji.cavga.picture.UnusablePictureException;
import sc.fiji.cavga.preprocess.Placement;
import sc.fiji.cavga.preprocess.PreparedPicture;

/** Finds the disc in a photograph: first in all of it, then once more from near. */
public final class DiscFinder {

  /** A faint disc of a blurred picture is better than none; what comes of it is looked at again. */
  static final double[] THRESHOLDS = {0.5, 0.25, 0.1};

  static final int ATTEMPTS = THRESHOLDS.length;

  /** Of the second look's square, in disc diameters. */
  static final double NEAR = 2.6;

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
    return find(picture, whole(picture), THRESHOLDS);
  }

  /** The first look, which all attempts start from; null where there is nothing to see. */
  Look whole(PreparedPicture picture) {
    Placement whole = picture.placement();
    return look(picture, whole.left(), whole.top(), whole.side());
  }

  /**
   * The same with one threshold: of a faint disc a high one may show a scrap, and a low one all.
   *
   * @param whole the picture's first look
   * @param attempt 0 to {@link #ATTEMPTS} - 1, from the highest threshold on
   */
  Optional<DiscPlace> find(PreparedPicture picture, Look whole, int attempt) {
    return find(picture, whole, THRESHOLDS[attempt]);
  }

  private Optional<DiscPlace> find(PreparedPicture picture, Look whole, double... thresholds) {
    DiscPlace far = largest(whole, thresholds);
    if (far == null) return Optional.empty();
    double side = Math.min(NEAR * far.diameter(), picture.placement().side());
    Look near = look(picture, far.x() - side / 2, far.y() - side / 2, side);
    return Optional.ofNullable(largest(near, thresholds));
  }

  private Look look(PreparedPicture picture, double left, double top, double side) {
    try {
      return Look.of(finder, picture.region(left, top, side, DiscNet.FINDER_SIZE));
    } catch (UnusablePictureException e) {
      return null;
    }
  }

  private static DiscPlace largest(Look look, double... thresholds) {
    if (look == null) return null;
    for (double threshold : thresholds) {
      DiscPlace place = look.largest(0, threshold);
      if (place != null) return place;
    }
    return null;
  }
}
