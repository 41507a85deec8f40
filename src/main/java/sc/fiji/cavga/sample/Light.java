package sc.fiji.cavga.sample;

/** The light that comes back from the retina: red, green and blue, 0 to about 1. */
final class Light {

  /** How much red, green and blue light blood takes away, green being one. */
  static final double[] BLOOD = {0.30, 1.0, 0.80};

  /** How much red, green and blue light the pigment of the macula and the choroid takes away. */
  static final double[] PIGMENT = {0.55, 1.0, 1.15};

  /** What the retina's reflection lacks where its nerve fibres have died. */
  static final double[] LOST_FIBRES = {0.45, 1.0, 0.95};

  final Plane[] channels;

  Light(int width, int height) {
    this(new Plane(width, height), new Plane(width, height), new Plane(width, height));
  }

  private Light(Plane... channels) {
    this.channels = channels;
  }

  Light copy() {
    return new Light(channels[0].copy(), channels[1].copy(), channels[2].copy());
  }

  Light blurred(double sigma) {
    return new Light(
        channels[0].blurred(sigma), channels[1].blurred(sigma), channels[2].blurred(sigma));
  }

  /** Lets the light pass a dye of the given optical density (in green) once. */
  void absorb(int index, double density, double[] dye) {
    if (density == 0) return;
    for (int c = 0; c < 3; c++)
      channels[c].values[index] *= (float) StrictMath.exp(-density * dye[c]);
  }

  /** Covers the light with a colour; a weight of one hides what lies below. */
  void cover(int index, double weight, double[] colour) {
    if (weight == 0) return;
    for (int c = 0; c < 3; c++) {
      float below = channels[c].values[index];
      channels[c].values[index] = (float) (below + (colour[c] - below) * weight);
    }
  }

  void scale(int index, double red, double green, double blue) {
    channels[0].values[index] *= (float) red;
    channels[1].values[index] *= (float) green;
    channels[2].values[index] *= (float) blue;
  }
}
