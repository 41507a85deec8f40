package sc.fiji.cavga.retina;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The numbers by which {@link FieldOfViewFinder} and {@link EyesApart} decide, by names that
 * descriptions use: whoever does the same elsewhere takes them from here, and not from a page.
 */
public final class FinderNumbers {

  private FinderNumbers() {}

  /** All of them, in the order in which they are needed; a new map. */
  public static Map<String, Number> all() {
    Map<String, Number> numbers = new LinkedHashMap<>();
    numbers.put("most_cells", ReducedPicture.MOST_CELLS);
    numbers.put("most_samples", ReducedPicture.MOST_SAMPLES);
    numbers.put("dark_share", BrightRegion.DARKEST);
    numbers.put("bright_share", BrightRegion.BRIGHTEST);
    numbers.put("least_bright", BrightRegion.BLACK);
    numbers.put("rim_level", BrightRegion.RIM_LEVEL);
    numbers.put("most_black", BrightRegion.GREY);
    numbers.put("smallest_retina", FieldOfViewFinder.SMALLEST_RETINA);
    numbers.put("another_eye", EyesApart.ANOTHER_EYE);
    numbers.put("long", TouchingEyes.LONG);
    numbers.put("waist", TouchingEyes.WAIST);
    numbers.put("smallest_border", FieldOfViewFinder.SMALLEST_BORDER);
    numbers.put("small", BrightRegion.SMALL);
    numbers.put("margin", BrightRegion.MARGIN);
    numbers.put("rays", FieldOfViewFinder.RAYS);
    numbers.put("step", FieldOfViewFinder.STEP);
    numbers.put("fine_step", FieldOfViewFinder.FINE_STEP);
    numbers.put("tolerance", Circle.TOLERANCE);
    numbers.put("largest", Circle.LARGEST);
    numbers.put("least_support", FieldOfViewFinder.LEAST_SUPPORT);
    numbers.put("most_beyond", FieldOfViewFinder.MOST_BEYOND);
    numbers.put("least_common", FieldOfViewFinder.LEAST_COMMON);
    numbers.put("rim", FieldOfViewFinder.RIM);
    numbers.put("straight", Cuts.STRAIGHT);
    numbers.put("empty", Cuts.EMPTY);
    numbers.put("fewest_cells", Cuts.FEWEST_CELLS);
    numbers.put("shallowest", Cuts.SHALLOWEST);
    numbers.put("narrow", FieldOfViewFinder.NARROW);
    numbers.put("thinnest_retina", FieldOfViewFinder.THINNEST_RETINA);
    return numbers;
  }
}
