package sc.fiji.cavga.feed;

import java.util.Objects;
import sc.fiji.cavga.preprocess.Preprocessing;

/** How the pictures of a training are read, and how they are divided into roles. Immutable. */
public final class PictureRoles {

  final Preprocessing preprocessing;
  final double heldOutShare;
  final long seed;
  final boolean weak;
  final boolean oneSide;
  final CacheLimit cache;

  /**
   * @param heldOutShare of the normal pictures, above 0 and below 1: calibrates and is not learned
   *     from
   * @param seed decides which pictures these are
   * @param weak whether anomalous training pictures take part
   * @param oneSide whether all eyes are mirrored onto one side: where mirrored pictures are as
   *     normal as these, one side is enough
   * @param cache for prepared pictures; has no influence on the result
   */
  public PictureRoles(
      Preprocessing preprocessing,
      double heldOutShare,
      long seed,
      boolean weak,
      boolean oneSide,
      CacheLimit cache) {
    this.preprocessing = Objects.requireNonNull(preprocessing);
    this.heldOutShare = heldOutShare;
    this.seed = seed;
    this.weak = weak;
    this.oneSide = oneSide;
    this.cache = Objects.requireNonNull(cache);
  }
}
