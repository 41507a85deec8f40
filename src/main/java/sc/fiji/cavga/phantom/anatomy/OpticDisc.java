package sc.fiji.cavga.phantom.anatomy;

import sc.fiji.cavga.phantom.drawing.Eye;
import sc.fiji.cavga.phantom.drawing.Frame;
import sc.fiji.cavga.phantom.drawing.GradientNoise;
import sc.fiji.cavga.phantom.drawing.Light;
import sc.fiji.cavga.phantom.drawing.RandomStream;
import sc.fiji.cavga.phantom.drawing.Shape;

/**
 * The head of the optic nerve: a pink and yellow rim around a paler cup, with a soft margin, paler
 * on the temporal side, and in some eyes a pale crescent beside it.
 */
public final class OpticDisc {

  private final Frame frame;
  private final Eye eye;
  private final double[] rim = new double[3];
  private final double[] cup = new double[3];
  private final double[] bare = new double[3];
  private final double softness;
  private final double cupSoftness;
  private final GradientNoise texture;

  public OpticDisc(Frame frame, Eye eye, double[] tint, long seed) {
    this.frame = frame;
    this.eye = eye;
    RandomStream random = new RandomStream(seed, "disc");
    // A camera that sees little blue sees the disc yellow, others see it pink or white.
    double blue = Shape.clamp(1.5 * tint[2] / tint[1], 0.3, 0.9);
    double[] warm = {1.06, 0.70 + 0.04 * random.normal(), 0.2 + 0.36 * blue};
    double[] pale = {1.12, 0.97, 0.42 + 0.42 * blue};
    double bright = random.uniform(0.48, 0.68);
    for (int c = 0; c < 3; c++) {
      double base = tint[c] * 1.15;
      rim[c] = Shape.mix(base, warm[c], bright);
      cup[c] = Shape.mix(base, pale[c], bright + 0.28);
      bare[c] = Shape.mix(base, pale[c], 0.4);
    }
    softness = random.uniform(0.05, 0.10);
    cupSoftness = random.uniform(0.10, 0.20);
    texture = new GradientNoise(random);
  }

  /**
   * @param cupRatio cup by disc diameter; the eye's own for a healthy picture
   */
  public void paint(Light light, double cupRatio) {
    for (int y = 0; y < frame.height; y++)
      for (int x = 0; x < frame.width; x++) {
        double rx = frame.retinaX(x, y);
        double ry = frame.retinaY(x, y);
        double distance = eye.discDistance(rx, ry);
        if (distance < 2) paint(light, y * frame.width + x, rx, ry, distance, cupRatio);
      }
  }

  private void paint(
      Light light, int index, double rx, double ry, double distance, double cupRatio) {
    double nasal = (rx - eye.discX) / eye.discRadius;
    double vertical = (ry - eye.discY) / eye.discRadius;
    double angle = StrictMath.atan2(vertical, nasal);
    double uneven = 0.03 * texture.at(2 * StrictMath.cos(angle), 2 * StrictMath.sin(angle) + 7);
    double grain = texture.octaves(rx * 3, ry * 3, 2);

    double beside = Shape.clamp(-nasal, 0, 1);
    double width = 1 + 0.28 * eye.crescent * beside;
    double crescent = eye.crescent * 2 * beside * Shape.step(width + 0.08, width - 0.06, distance);
    light.cover(index, Shape.clamp(0.7 * crescent, 0, 0.8), bare);
    light.cover(index, 0.18 * Shape.bell(Math.max(0, distance - 1), 0.22), rim);

    double inside = Shape.step(1 + softness + uneven, 1 - softness + uneven, distance);
    light.cover(index, inside * (0.9 - 0.1 * Shape.clamp(nasal, -0.6, 1)), rim);
    double shade = 1 + 0.03 * grain - 0.05 * Shape.clamp(nasal, -1, 1);
    // The margin of the rim lies a little deeper in colour, as the retina ends there.
    double margin = 0.10 * Shape.bell(distance - 1, 0.07);
    if (inside > 0) light.scale(index, shade - 0.5 * margin, shade - margin, shade - margin);

    // The cup's centre moves to the disc's centre as the cup takes up all the room.
    double room = Shape.clamp((1 - cupRatio) / 0.6, 0, 1);
    double cupDistance =
        eye.discDistance(rx - eye.cupShiftX * room * 2, ry - eye.cupShiftY * room * 2);
    double edge = cupRatio + 0.6 * uneven;
    double soft = cupSoftness * (0.6 + 0.4 * room);
    double weight = Shape.step(edge + soft, edge - soft, cupDistance);
    // The rim pales towards the cup, most on the temporal side.
    double pallor = (0.22 + 0.2 * beside) * Shape.bell(Math.max(0, cupDistance - edge), 0.3);
    light.cover(index, Math.max(0.92 * weight, pallor) * inside, cup);
    // The floor of the cup: deepest and brightest off its centre, mottled by the lamina.
    double depth = Shape.clamp(1 - cupDistance / edge, 0, 1);
    double lamina = weight * (0.03 * texture.octaves(rx * 9, ry * 9, 2) + 0.16 * depth - 0.1);
    if (weight > 0) light.scale(index, 1 + 0.5 * lamina, 1 + lamina, 1 + 1.3 * lamina);
  }
}
