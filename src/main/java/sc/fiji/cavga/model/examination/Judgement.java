package sc.fiji.cavga.model.examination;

import java.util.Objects;
import sc.fiji.cavga.preprocess.Placement;

/** What a {@link Judge} says of one picture. Immutable, but that the map is shared. */
public final class Judgement {

  private final Examination examination;
  private final float[] map;
  private final Placement placement;
  private final double score;

  /**
   * @param map [H,W], 1.0 is the threshold, NaN where it says nothing
   * @param placement of the map's square in the picture
   * @param score NaN where nothing can be said
   */
  public Judgement(Examination examination, float[] map, Placement placement, double score) {
    this.examination = Objects.requireNonNull(examination);
    this.map = Objects.requireNonNull(map);
    this.placement = Objects.requireNonNull(placement);
    this.score = score;
  }

  public Examination examination() {
    return examination;
  }

  /** [H,W]; the array itself. */
  public float[] map() {
    return map;
  }

  public Placement placement() {
    return placement;
  }

  public double score() {
    return score;
  }
}
