package sc.fiji.cavga.method.disc.outline;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * The numbers by which {@link DiscFinder} and {@link DiscOutliner} decide, by names that
 * descriptions use.
 */
public final class OutlineNumbers {

  private OutlineNumbers() {}

  /** All of them, numbers and lists, in the order in which they are needed; a new map. */
  public static Map<String, Object> all() {
    Map<String, Object> numbers = new LinkedHashMap<>();
    numbers.put("samples", PreparedPicture.SAMPLES);
    numbers.put("thresholds", Arrays.stream(DiscFinder.THRESHOLDS).boxed().toArray());
    numbers.put("least_area", DiscPlace.LEAST_AREA);
    numbers.put("near", DiscFinder.NEAR);
    numbers.put("least_found", DiscOutliner.LEAST_FOUND);
    numbers.put("square", DiscOutliner.SQUARE);
    numbers.put("outline", DiscOutliner.OUTLINE);
    numbers.put("least_certainty", DiscOutliner.LEAST_CERTAINTY);
    numbers.put("least_clear", DiscOutliner.LEAST_CLEAR);
    numbers.put("most_shift", DiscOutliner.MOST_SHIFT);
    numbers.put("most_growth", DiscOutliner.MOST_GROWTH);
    numbers.put("smallest", DiscOutliner.SMALLEST);
    numbers.put("largest", DiscOutliner.LARGEST);
    numbers.put("most_elongated", DiscOutliner.MOST_ELONGATED);
    numbers.put("least_round", DiscOutliner.LEAST_ROUND);
    numbers.put("fewest_pixels", DiscOutliner.FEWEST_PIXELS);
    numbers.put("most_cut_off", DiscOutliner.MOST_CUT_OFF);
    numbers.put("least_sharpness", DiscOutliner.LEAST_SHARPNESS);
    return numbers;
  }
}
