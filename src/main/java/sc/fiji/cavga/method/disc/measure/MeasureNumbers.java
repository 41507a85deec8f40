package sc.fiji.cavga.method.disc.measure;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The numbers by which an outlined disc is measured, by names that descriptions use. */
public final class MeasureNumbers {

  private MeasureNumbers() {}

  /** All of them, numbers and lists, in the order in which they are needed; a new map. */
  public static Map<String, Object> all() {
    Map<String, Object> numbers = new LinkedHashMap<>();
    numbers.put("threshold", DiscMeasurement.THRESHOLD);
    numbers.put("ray_step", PolarOutline.STEP);
    numbers.put("smoothing", PolarOutline.SMOOTHING);
    numbers.put("vessel", DiscShape.VESSEL);
    numbers.put("smallest_part", ProbabilityPlane.SMALLEST_SHARE);
    numbers.put("largest_of_eye", SideByPlace.LARGEST_SHARE);
    numbers.put("least_offset", SideByPlace.LEAST_OFFSET);
    numbers.put("sure", DiscMeasurement.SURE);
    numbers.put("possible", DiscMeasurement.POSSIBLE);
    numbers.put("darkest", Pallor.DARKEST);
    numbers.put("fewest_of_ring", Pallor.FEWEST);
    numbers.put("beside", ring(Pallor.BESIDE));
    numbers.put("around", ring(Pallor.AROUND));
    numbers.put("near_ring", ring(Pallor.NEAR));
    numbers.put("within", ring(Pallor.WITHIN));
    numbers.put("thin_vessel", Pallor.VESSEL);
    numbers.put("brightest", Pallor.BRIGHTEST);
    numbers.put("pale", Pallor.PALE);
    return numbers;
  }

  private static Object[] ring(double... ring) {
    return Arrays.stream(ring).boxed().toArray();
  }
}
