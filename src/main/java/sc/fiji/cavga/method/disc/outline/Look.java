package sc.fiji.cavga.method.disc.outline;

import sc.fiji.cavga.method.disc.net.DiscNet;
import sc.fiji.cavga.plane.LeftRight;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * What a network says of a square of a picture: the mean of what it says of the square, of the
 * mirrored one, and of both upside down.
 */
public final class Look {

  static final int VIEWS = 4;

  private final PreparedPicture square;

  /** [K][H·W], 0 to 1. */
  private final float[][] probabilities;

  /** For each output, 0 to 1: the overlap of what was said of the single views. */
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
    int plane = size * size;
    float[] inside = square.fieldOfView();
    float[] seen = net.seen(square.values(), inside);
    float[][] views = new float[VIEWS][];
    for (int v = 0; v < VIEWS; v++) {
      float[] logits = net.infer(turned(seen, size, v), turned(inside, size, v));
      for (int i = 0; i < logits.length; i++) logits[i] = sigmoid(logits[i]);
      views[v] = turned(logits, size, v);
    }
    int outputs = views[0].length / plane;
    float[][] probabilities = new float[outputs][plane];
    double[] agreement = new double[outputs];
    for (int k = 0; k < outputs; k++) {
      double different = 0;
      double together = 0;
      for (int i = 0; i < plane; i++) {
        if (!(inside[i] > 0)) continue;
        double sum = 0;
        for (float[] view : views) sum += view[k * plane + i];
        double mean = sum / VIEWS;
        for (float[] view : views) different += Math.abs(view[k * plane + i] - mean);
        probabilities[k][i] = (float) mean;
        together += sum;
      }
      agreement[k] = together > 0 ? 1 - different / together : 0;
    }
    return new Look(square, probabilities, agreement);
  }

  /** Mirrored, upside down, or both; the same again brings it back. */
  private static float[] turned(float[] planes, int size, int view) {
    float[] turned = (view & 1) == 0 ? planes : LeftRight.exchanged(planes, size);
    return (view & 2) == 0 ? turned : upsideDown(turned, size);
  }

  private static float[] upsideDown(float[] planes, int size) {
    float[] result = new float[planes.length];
    int rows = planes.length / size;
    for (int row = 0; row < rows; row++) {
      int first = row / size * size;
      int mirrored = first + size - 1 - row % size;
      System.arraycopy(planes, row * size, result, mirrored * size, size);
    }
    return result;
  }

  private static float sigmoid(double logit) {
    return (float) (1 / (1 + StrictMath.exp(-logit)));
  }

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
   * the views agree.
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
