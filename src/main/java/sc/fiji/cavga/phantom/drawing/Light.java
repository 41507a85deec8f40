package sc.fiji.cavga.phantom.drawing;

/** The light that comes back from the retina: red, green and blue, 0 to about 1. */
public final class Light {

  /** What takes light away: how much of red, green and blue. */
  public enum Absorber {
    BLOOD(0.30, 1.0, 0.80),
    /** The pigment of the macula and the choroid. */
    PIGMENT(0.55, 1.0, 1.15),
    /** What the retina's reflection lacks where its nerve fibres have died. */
    LOST_FIBRES(0.45, 1.0, 0.95);

    private final double[] shares;

    Absorber(double... shares) {
      this.shares = shares;
    }
  }

  public final Plane[] channels;

  public Light(int width, int height) {
    this(new Plane(width, height), new Plane(width, height), new Plane(width, height));
  }

  private Light(Plane... channels) {
    this.channels = channels;
  }

  public Light copy() {
    return new Light(channels[0].copy(), channels[1].copy(), channels[2].copy());
  }

  public Light blurred(double sigma) {
    return new Light(
        channels[0].blurred(sigma), channels[1].blurred(sigma), channels[2].blurred(sigma));
  }

  /** Lets the light pass a dye of the given optical density (in green) once. */
  public void absorb(int index, double density, Absorber absorber) {
    if (density == 0) return;
    for (int c = 0; c < 3; c++)
      channels[c].values[index] *= (float) StrictMath.exp(-density * absorber.shares[c]);
  }

  /** Covers the light with a colour; a weight of one hides what lies below. */
  public void cover(int index, double weight, double[] colour) {
    if (weight == 0) return;
    for (int c = 0; c < 3; c++) {
      float below = channels[c].values[index];
      channels[c].values[index] = (float) (below + (colour[c] - below) * weight);
    }
  }

  public void scale(int index, double red, double green, double blue) {
    channels[0].values[index] *= (float) red;
    channels[1].values[index] *= (float) green;
    channels[2].values[index] *= (float) blue;
  }
}
