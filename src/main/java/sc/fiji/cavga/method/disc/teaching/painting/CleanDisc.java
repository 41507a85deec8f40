package sc.fiji.cavga.method.disc.teaching.painting;

import java.util.Arrays;
import sc.fiji.cavga.method.disc.teaching.camera.Planes;
import sc.fiji.cavga.plane.GreyClosing;

/**
 * A real disc taken apart, so that another cup can be painted into it: its light without vessels
 * and without its own cup, what vessels and texture do to the light, and how pale its own cup was.
 * All light is in logarithms, in which a camera's colours are shifts. Immutable.
 */
public final class CleanDisc {

  /** In disc diameters: the widest vessel that is filled, and the blur of what is left. */
  private static final double VESSEL = 0.125;

  private static final double SMOOTHING = 0.03;

  /** The darkest light that counts. */
  private static final double DARKEST = 0.012;

  /** In pixels, for what lies outside the field of view. */
  private static final double FILLING = 10;

  private static final double FILLING_SHARE = 1e-3;

  /** The ring that shows the rim's colour, in disc radii, and how many circles are read. */
  private static final double RIM_FROM = 0.78;

  private static final double RIM_TO = 0.92;
  private static final int RIM_CIRCLES = 5;
  private static final int RIM_HARMONICS = 3;

  /** In disc radii: further in, the rim's colour is the same all around. */
  private static final double RIM_VARIES = 0.8;

  /** In disc radii: further in, nothing is kept; further out by the width, all. */
  private static final double KEPT = 0.76;

  private static final double KEPT_WIDTH = 0.16;

  /** In disc radii: further in, vessels are measured against the rim; further out, not at all. */
  private static final double DETAIL_INSIDE = 0.8;

  private static final double DETAIL_WIDTH = 0.2;

  /** Of what is brighter than around it, on the disc. */
  private static final double BRIGHT_DETAIL = 0.7;

  /** In disc radii: where the own cup's colour is read, and the share of the pixels below it. */
  private static final double CUP = 0.6;

  private static final double CUP_SHARE = 0.85;

  /** Kept to within so much of a natural logarithm, in half the memory of a float. */
  private static final float STEP = 1 / 4096f;

  /** [3][SIZE·SIZE] each, in {@link #STEP}s. */
  private final short[][] clean = new short[3][];

  private final short[][] detail = new short[3][];
  private final boolean[] fieldOfView;
  final HarmonicOutline outline;

  /** Brightness of the own cup above the rim, in logarithms, by channel. */
  final double[] pallor = new double[3];

  /** 1 where the vessels lie right of the middle, else −1. */
  final double vesselSide;

  /** Takes a disc apart. */
  public CleanDisc(DiscCrop crop) {
    outline = crop.outline;
    int size = DiscCrop.SIZE;
    float[] inside = eroded(crop.fieldOfView, size, 3);
    fieldOfView = new boolean[inside.length];
    for (int i = 0; i < inside.length; i++) fieldOfView[i] = crop.fieldOfView[i] > 0;
    float[] rho = distances();
    double side = 0;
    for (int c = 0; c < 3; c++) {
      float[] light = filled(crop.colours[c], inside);
      float[] base = withoutVessels(light);
      for (int i = 0; i < light.length; i++) {
        base[i] = (float) StrictMath.log(base[i]);
        light[i] = (float) StrictMath.log(light[i]);
      }
      double[] rim = rim(base);
      double mean = Arrays.stream(rim).average().orElse(0);
      float[] without = withoutCup(base, rho, rim, mean);
      float[] details = details(light, base, without, rho);
      if (c == 1) side = vesselSide(details, rho);
      pallor[c] = own(base, rho) - mean;
      clean[c] = packed(without);
      detail[c] = packed(details);
    }
    vesselSide = side;
  }

  /** [SIZE,SIZE], logarithms of the light of one channel, without vessels and cup. */
  float[] clean(int channel) {
    return unpacked(clean[channel]);
  }

  /** [SIZE,SIZE], what vessels and texture add to the logarithms of one channel. */
  float[] detail(int channel) {
    return unpacked(detail[channel]);
  }

  /** [SIZE,SIZE], 1 inside and 0 outside. */
  float[] fieldOfView() {
    float[] result = new float[fieldOfView.length];
    for (int i = 0; i < result.length; i++) result[i] = fieldOfView[i] ? 1 : 0;
    return result;
  }

  private static short[] packed(float[] values) {
    short[] packed = new short[values.length];
    for (int i = 0; i < values.length; i++)
      packed[i] =
          (short) Math.round(Planes.clamp(values[i] / STEP, Short.MIN_VALUE, Short.MAX_VALUE));
    return packed;
  }

  private static float[] unpacked(short[] packed) {
    float[] values = new float[packed.length];
    for (int i = 0; i < values.length; i++) values[i] = packed[i] * STEP;
    return values;
  }

  /** So that the blurred rim of the field of view is no part of it. */
  private static float[] eroded(float[] inside, int size, int steps) {
    float[] result = inside;
    for (int step = 0; step < steps; step++) {
      float[] before = result;
      result = new float[before.length];
      for (int i = 0; i < before.length; i++) {
        int x = i % size;
        int y = i / size;
        boolean deep =
            x > 0
                && y > 0
                && x < size - 1
                && y < size - 1
                && before[i] > 0
                && before[i - 1] > 0
                && before[i + 1] > 0
                && before[i - size] > 0
                && before[i + size] > 0;
        result[i] = deep ? 1 : 0;
      }
    }
    return result;
  }

  /** What lies outside the field of view takes the light of what lies near, so that no edge is. */
  private static float[] filled(float[] light, float[] inside) {
    double sum = 0;
    double count = 0;
    float[] seen = new float[light.length];
    for (int i = 0; i < light.length; i++) {
      seen[i] = light[i] * inside[i];
      sum += seen[i];
      count += inside[i];
    }
    double mean = sum / Math.max(1, count);
    float[] near = Planes.blurred(seen, FILLING);
    float[] weights = Planes.blurred(inside, FILLING);
    float[] result = new float[light.length];
    for (int i = 0; i < light.length; i++) {
      double fill = (near[i] + FILLING_SHARE * mean) / (weights[i] + FILLING_SHARE);
      double value = inside[i] > 0 ? light[i] : fill;
      result[i] = (float) Planes.clamp(value, DARKEST, 1);
    }
    return result;
  }

  private static float[] withoutVessels(float[] light) {
    double diameter = 2 * DiscCrop.RADIUS;
    int reach = (int) Math.round(VESSEL * diameter) / 2;
    return Planes.blurred(GreyClosing.of(light, DiscCrop.SIZE, reach), SMOOTHING * diameter);
  }

  /**
   * What differs from the light without vessels. On the disc, vessels are as dark as they are
   * against the rim, since the paler own cup around them is gone.
   */
  private static float[] details(float[] light, float[] base, float[] without, float[] rho) {
    float[] details = new float[light.length];
    for (int i = 0; i < light.length; i++) {
      double change = light[i] - base[i];
      double inside = 1 - Planes.step((rho[i] - DETAIL_INSIDE) / DETAIL_WIDTH);
      double dark = Math.min(change, Math.min(0, light[i] - without[i]));
      double onDisc = dark < 0 ? dark : BRIGHT_DETAIL * Math.max(0, change);
      details[i] = (float) (change * (1 - inside) + onDisc * inside);
    }
    return details;
  }

  /** From the middle, 1 at the disc's edge. */
  private float[] distances() {
    float[] rho = new float[DiscCrop.SIZE * DiscCrop.SIZE];
    for (int i = 0; i < rho.length; i++) {
      double dx = i % DiscCrop.SIZE - DiscCrop.MIDDLE;
      double dy = i / DiscCrop.SIZE - DiscCrop.MIDDLE;
      double edge = outline.at(StrictMath.atan2(dy, dx)) * DiscCrop.RADIUS;
      rho[i] = (float) (Math.sqrt(dx * dx + dy * dy) / edge);
    }
    return rho;
  }

  private static double vesselSide(float[] green, float[] rho) {
    double sum = 0;
    for (int i = 0; i < green.length; i++)
      if (rho[i] < 0.9)
        sum += Planes.clamp(-green[i], 0, 1) * (i % DiscCrop.SIZE - DiscCrop.MIDDLE);
    return sum < 0 ? -1 : 1;
  }

  /** The rim's light by direction. */
  private double[] rim(float[] base) {
    double[] light = new double[HarmonicOutline.DIRECTIONS];
    for (int circle = 0; circle < RIM_CIRCLES; circle++) {
      double part = RIM_FROM + (RIM_TO - RIM_FROM) * circle / (RIM_CIRCLES - 1);
      for (int i = 0; i < light.length; i++) {
        double r = part * outline.radius(i) * DiscCrop.RADIUS;
        double angle = HarmonicOutline.angle(i);
        double x = DiscCrop.MIDDLE + r * StrictMath.cos(angle);
        double y = DiscCrop.MIDDLE + r * StrictMath.sin(angle);
        light[i] += Planes.at(base, DiscCrop.SIZE, x, y) / RIM_CIRCLES;
      }
    }
    return HarmonicOutline.smooth(light, RIM_HARMONICS);
  }

  private static double own(float[] base, float[] rho) {
    float[] inside = new float[base.length];
    int count = 0;
    for (int i = 0; i < base.length; i++) if (rho[i] < CUP) inside[count++] = base[i];
    inside = Arrays.copyOf(inside, count);
    Arrays.sort(inside);
    return Planes.quantile(inside, CUP_SHARE);
  }

  private static float[] withoutCup(float[] base, float[] rho, double[] rims, double mean) {
    float[] result = new float[base.length];
    for (int i = 0; i < base.length; i++) {
      double keep = Planes.step((rho[i] - KEPT) / KEPT_WIDTH);
      if (keep == 1) {
        result[i] = base[i];
        continue;
      }
      double dx = i % DiscCrop.SIZE - DiscCrop.MIDDLE;
      double dy = i / DiscCrop.SIZE - DiscCrop.MIDDLE;
      double around = HarmonicOutline.between(rims, StrictMath.atan2(dy, dx));
      double varies = Planes.step(rho[i] / RIM_VARIES);
      double rim = around * varies + mean * (1 - varies);
      result[i] = (float) (base[i] * keep + rim * (1 - keep));
    }
    return result;
  }
}
