package sc.fiji.cavga.phantom.anatomy;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import sc.fiji.cavga.phantom.drawing.Frame;
import sc.fiji.cavga.phantom.drawing.GradientNoise;
import sc.fiji.cavga.phantom.drawing.Light;
import sc.fiji.cavga.phantom.drawing.RandomStream;
import sc.fiji.cavga.phantom.drawing.Shape;

/**
 * What the camera makes of the light: uneven illumination, haze at the rim, exposure, focus, the
 * field of view and the sensor's noise.
 */
public final class Camera {

  private final Frame frame;
  private final long seed;
  private final double exposure;
  private final double vignetting;
  private final double tiltX;
  private final double tiltY;
  private final double focus;
  private final double noise;
  private final double darkLevel;
  private final double haze;
  private final double hazeSide;
  private final GradientNoise illumination;

  public Camera(Frame frame, long seed) {
    this.frame = frame;
    this.seed = seed;
    RandomStream random = new RandomStream(seed, "camera");
    exposure = random.uniform(0.9, 1.1);
    vignetting = random.uniform(0.15, 0.5);
    tiltX = random.normal(0, 0.1);
    tiltY = random.normal(0, 0.05);
    focus = random.uniform(0.35, 0.7);
    noise = random.uniform(0.007, 0.013);
    darkLevel = random.uniform(0.002, 0.016);
    haze = random.chance(0.2) ? random.uniform(0.15, 0.4) : random.uniform(0, 0.06);
    hazeSide = random.uniform(-Math.PI, Math.PI);
    illumination = new GradientNoise(random);
  }

  /** The picture on the sensor without noise. */
  public Light expose(Light retina) {
    Light light = retina.copy();
    for (int y = 0; y < frame.height; y++)
      for (int x = 0; x < frame.width; x++) illuminate(light, x, y);
    return light.blurred(focus);
  }

  private void illuminate(Light light, int x, int y) {
    int index = y * frame.width + x;
    double fx = frame.fieldX(x);
    double fy = frame.fieldY(y);
    double off = frame.eccentricity(x, y);
    double falloff = 1 - vignetting * off * off * (0.35 + 0.65 * off * off);
    double cloud = 0.10 * illumination.octaves(fx * 0.9, fy * 0.9, 2);
    double gain = exposure * falloff * (1 + tiltX * fx + tiltY * fy + cloud);
    // Blue falls off faster: the light at the rim comes through more of the lens.
    light.scale(index, gain, gain * (1 - 0.06 * off * off), gain * (1 - 0.12 * off * off));
    double side = fx * StrictMath.cos(hazeSide) + fy * StrictMath.sin(hazeSide);
    double veil = haze * Shape.step(0.72, 1.05, off) * Shape.step(-0.3, 0.9, side);
    light.cover(index, veil, new double[] {0.72, 0.66, 0.60});
    double visible = frame.visible(x, y);
    for (int c = 0; c < 3; c++) {
      float seen = light.channels[c].values[index];
      light.channels[c].values[index] =
          (float) (darkLevel + (shoulder(seen) - darkLevel) * visible);
    }
  }

  /** Highlights are compressed before they clip. */
  private static double shoulder(double value) {
    if (value < 0.8) return Math.max(0, value);
    return 0.8 + 0.2 * (1 - StrictMath.exp(-(value - 0.8) / 0.2));
  }

  /**
   * Adds the sensor's noise and rounds to 8 bits.
   *
   * @return axes (X,Y,C), values k/255
   */
  public Img<FloatType> photograph(Light exposed) {
    develop(exposed);
    int plane = frame.width * frame.height;
    float[] samples = new float[3 * plane];
    for (int c = 0; c < 3; c++)
      System.arraycopy(exposed.channels[c].values, 0, samples, c * plane, plane);
    return ArrayImgs.floats(samples, frame.width, frame.height, 3);
  }

  private void develop(Light exposed) {
    RandomStream random = new RandomStream(seed, "noise");
    float[] red = exposed.channels[0].values;
    float[] green = exposed.channels[1].values;
    float[] blue = exposed.channels[2].values;
    for (int i = 0; i < red.length; i++) {
      double common = random.normal();
      red[i] = developed(red[i], common, random.normal());
      green[i] = developed(green[i], common, random.normal());
      blue[i] = developed(blue[i], common, random.normal());
    }
  }

  private float developed(float value, double common, double own) {
    double deviation = noise * (0.25 + 0.75 * Math.sqrt(Math.max(0, value) / 0.4));
    double noisy = value + deviation * (0.7 * common + 0.7 * own);
    return (float) (Math.floor(Shape.clamp(noisy, 0, 1) * 255 + 0.5) / 255);
  }
}
