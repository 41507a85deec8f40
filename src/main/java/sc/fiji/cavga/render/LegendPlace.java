package sc.fiji.cavga.render;

import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** The corner of a picture in which a legend hides the least. */
public final class LegendPlace {

  /** More of the retina than this share is not hidden. */
  private static final double MOST_HIDDEN = 0.01;

  private final int left;
  private final int top;

  private LegendPlace(int left, int top) {
    this.left = left;
    this.top = top;
  }

  /**
   * @param map (X,Y) of the picture, NaN where there is no retina
   * @return empty where the legend would hide more than one hundredth of the retina, or does not
   *     fit
   */
  public static Optional<LegendPlace> of(
      RandomAccessibleInterval<FloatType> map, int legendWidth, int legendHeight) {
    int right = (int) map.dimension(0) - legendWidth;
    int bottom = (int) map.dimension(1) - legendHeight;
    if (right < 0 || bottom < 0) return Optional.empty();
    LegendPlace best = null;
    long fewest = Long.MAX_VALUE;
    for (int corner = 0; corner < 4; corner++) {
      LegendPlace place = new LegendPlace(corner % 2 == 0 ? right : 0, corner < 2 ? 0 : bottom);
      long[] from = {place.left, place.top};
      long[] to = {place.left + legendWidth - 1, place.top + legendHeight - 1};
      long hidden = visible(Views.interval(map, from, to));
      if (hidden >= fewest) continue;
      fewest = hidden;
      best = place;
    }
    return Optional.ofNullable(fewest <= MOST_HIDDEN * visible(map) ? best : null);
  }

  private static long visible(RandomAccessibleInterval<FloatType> map) {
    long visible = 0;
    for (FloatType value : Views.interval(map, map)) if (!Float.isNaN(value.get())) visible++;
    return visible;
  }

  /** Of the legend, in pixels. */
  public int left() {
    return left;
  }

  /** Of the legend, in pixels. */
  public int top() {
    return top;
  }
}
