package sc.fiji.cavga.method.disc.outline;

import sc.fiji.cavga.method.disc.net.DiscNet;
import sc.fiji.cavga.method.disc.net.StandardizedColours;
import sc.fiji.cavga.plane.LeftRight;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * What a network says of a square of a picture: the mean of what it says of the square and of the
 * mirrored one.
 */
public final class Look {

  private final PreparedPicture square;

  /** [K][H·W], 0 to 1. */
  private final float[][] probabilities;

  /**
   * For each output, 0 to 1: the overlap of what was said of the square and of its mirror image.
   */
  private final double[] agreement;

  private Look(PreparedPicture square, float[][] probabilities, double[] agreement) {
    this.square = square;
    this.probabilities = probabilities;
    this.agreement = agreement;
  }

  /**
   * @param square of the net's size
   */
  public static Look of(DiscNet net, PreparedPicture square) {
    int size = square.size();
    float[] inside = square.fieldOfView();
    float[] colours = StandardizedColours.of(square.values(), inside);
    float[] straight = net.infer(colours, inside);
    float[] turned =
        LeftRight.exchanged(
            net.infer(LeftRight.exchanged(colours, size), LeftRight.exchanged(inside, size)), size);
    int plane = size * size;
    int outputs = straight.length / plane;
    float[][] probabilities = new float[outputs][plane];
    double[] agreement = new double[outputs];
    for (int k = 0; k < outputs; k++) {
      double different = 0;
      double together = 0;
      for (int i = 0; i < plane; i++) {
        if (!(inside[i] > 0)) continue;
        double a = sigmoid(straight[k * plane + i]);
        double b = sigmoid(turned[k * plane + i]);
        probabilities[k][i] = (float) ((a + b) / 2);
        different += Math.abs(a - b);
        together += a + b;
      }
      agreement[k] = together > 0 ? 1 - different / together : 0;
    }
    return new Look(square, probabilities, agreement);
  }

  private static double sigmoid(double logit) {
    return 1 / (1 + StrictMath.exp(-logit));
  }

  /** What was looked at. */
  public PreparedPicture square() {
    return square;
  }

  /** [H,W] of an output, 0 to 1; the array itself. */
  public float[] probabilities(int output) {
    return probabilities[output];
  }

  /**
   * The largest part in which an output is more probable than the threshold.
   *
   * @return null where there is none that is large enough to be a disc
   */
  public DiscPlace largest(int output, double threshold) {
    return DiscPlace.largest(probabilities[output], threshold, square);
  }

  /**
   * How certain an output is: by how far from one half it is where it says anything, and how well
   * it agrees with itself mirrored.
   *
   * @return 0 to 1
   */
  public double certainty(int output) {
    double sum = 0;
    double weight = 0;
    for (float p : probabilities[output]) {
      sum += p * Math.abs(2 * p - 1);
      weight += p;
    }
    return weight > 0 ? agreement[output] * sum / weight : 0;
  }
}
