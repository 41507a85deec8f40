package sc.fiji.cavga.method.disc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import sc.fiji.cavga.method.disc.limit.BoundLimit;
import sc.fiji.cavga.method.disc.limit.EyeNumbers;
import sc.fiji.cavga.method.disc.limit.NormalLimits;
import sc.fiji.cavga.method.disc.measure.DiscMeasurement;
import sc.fiji.cavga.method.disc.measure.DiscShape;
import sc.fiji.cavga.method.disc.measure.PolarOutline;
import sc.fiji.cavga.model.examination.Outline;

/** Outlines of disc, cup, and the clock hours whose rim is thinner than its limit. */
public final class DiscOutlines {

  public static final String DISC = "disc";
  public static final String CUP = "cup";

  /** Degrees between two corners. */
  private static final int STEP = 3;

  private static final int HALF_AN_HOUR = 15;

  private DiscOutlines() {}

  /** Of disc and cup alone. */
  public static List<Outline> of(DiscShape shape) {
    List<Outline> outlines = new ArrayList<>();
    outlines.add(closed(DISC, shape.disc()));
    shape.cup().ifPresent(cup -> outlines.add(closed(CUP, cup)));
    return outlines;
  }

  static List<Outline> of(DiscMeasurement eye, NormalLimits limits) {
    List<Outline> outlines = of(eye.shape());
    EyeNumbers numbers = EyeNumbers.of(eye);
    for (int hour = 1; hour <= 12; hour++) {
      BoundLimit limit = limits.hour(hour, numbers);
      if (!limit.isOutside(NormalLimits.OUTER)) continue;
      Map<String, String> properties = new LinkedHashMap<>();
      properties.put("rim_width", number(limit.value()));
      properties.put("limit_99_9", number(limit.limit(NormalLimits.OUTER)));
      properties.put("deviation", number(limit.deviation()));
      outlines.add(rim(hour, eye.shape(), limit.expected(), properties));
    }
    return outlines;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private static Outline closed(String name, PolarOutline line) {
    int corners = PolarOutline.DIRECTIONS / STEP;
    float[] x = new float[corners];
    float[] y = new float[corners];
    for (int i = 0; i < corners; i++) {
      x[i] = (float) line.x(STEP * i);
      y[i] = (float) line.y(STEP * i);
    }
    return new Outline(name, x, y);
  }

  /**
   * Where the rim of an hour should be: from the disc's edge inwards.
   *
   * @param expected width of the rim, by the disc's diameter
   */
  private static Outline rim(
      int hour, DiscShape shape, double expected, Map<String, String> properties) {
    int each = 2 * HALF_AN_HOUR / STEP + 1;
    float[] x = new float[2 * each];
    float[] y = new float[2 * each];
    PolarOutline disc = shape.disc();
    for (int i = 0; i < each; i++) {
      int degrees = 30 * hour - HALF_AN_HOUR + STEP * i;
      double inner = Math.max(0, 1 - expected * disc.diameter() / disc.radius(degrees));
      x[i] = (float) disc.x(degrees);
      y[i] = (float) disc.y(degrees);
      int back = 2 * each - 1 - i;
      x[back] = (float) (disc.centreX() + inner * (disc.x(degrees) - disc.centreX()));
      y[back] = (float) (disc.centreY() + inner * (disc.y(degrees) - disc.centreY()));
    }
    return new Outline(String.format(Locale.ROOT, "rim_%02dh", hour), x, y, properties);
  }
}
