package sc.fiji.cavga.evaluate.metric;

import sc.fiji.cavga.evaluate.ranking.PixelRanking;
import sc.fiji.cavga.evaluate.ranking.Ranking;

/**
 * AUPRO, as MVTec AD's authors define it: per-region overlap is the share of each connected
 * anomalous region that is marked, averaged over all regions, small and large alike; its area over
 * the false positive rate of the pixels, up to a limit, divided by that limit.
 */
public final class RegionOverlap {

  private RegionOverlap() {}

  /**
   * @param limit of the false positive rate, in (0,1]; 0.3 is usual
   * @return in 0 to 1; NaN without anomalous regions or without normal pixels
   */
  public static double area(PixelRanking ranking, double limit) {
    return area(ranking, ranking.regions(), limit);
  }

  /**
   * @param regions how many connected anomalous regions the ranking's pixels come from
   */
  static double area(Ranking ranking, long regions, double limit) {
    if (!(limit > 0 && limit <= 1))
      throw new IllegalArgumentException("A false positive rate's limit must lie in (0,1].");
    if (regions == 0 || ranking.normal() == 0) return Double.NaN;
    Curve curve = new Curve(regions, ranking.normal(), limit);
    ranking.descend(curve);
    return curve.area / limit;
  }

  private static final class Curve implements Ranking.Step {
    private final double regions;
    private final double normal;
    private final double limit;
    private long falsePositives;
    private double overlapSum;
    private double lastRate;
    private double lastOverlap;
    private double area;

    private Curve(double regions, double normal, double limit) {
      this.regions = regions;
      this.normal = normal;
      this.limit = limit;
    }

    @Override
    public void take(double value, long anomalousCount, long normalCount, double overlap) {
      falsePositives += normalCount;
      overlapSum += overlap;
      double rate = falsePositives / normal;
      double mean = overlapSum / regions;
      if (lastRate < limit && rate > lastRate) {
        double end = Math.min(rate, limit);
        double atEnd = lastOverlap + (mean - lastOverlap) * (end - lastRate) / (rate - lastRate);
        area += (end - lastRate) * (lastOverlap + atEnd) / 2;
      }
      lastRate = rate;
      lastOverlap = mean;
    }
  }
}
