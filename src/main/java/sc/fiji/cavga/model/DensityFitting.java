package sc.fiji.cavga.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import sc.fiji.cavga.image.PreparedPicture;

/** Gathers places from normal training pictures and fits a {@link NormalDensity} to them. */
public final class DensityFitting {

  /** For fundus photographs more components change little. */
  private static final int COMPONENTS = 12;

  private static final int MOST_PLACES = 40_000;

  private final int placesEach;
  private final SplittableRandom random;
  private final long seed;
  private final List<double[]> places = new ArrayList<>();

  /**
   * @param pictures how many will be added
   * @param seed decides which places are taken and where the fitting starts
   */
  public DensityFitting(int pictures, long seed) {
    placesEach = Math.max(1, MOST_PLACES / Math.max(1, pictures));
    random = new SplittableRandom(seed);
    this.seed = seed;
  }

  /** Takes places at random from inside a normal picture's field of view. */
  public void add(PreparedPicture picture) {
    LocalFeatures features = LocalFeatures.of(picture);
    int[] inside = new int[picture.fieldOfView().length];
    int count = 0;
    for (int i = 0; i < inside.length; i++) if (picture.fieldOfView()[i] > 0) inside[count++] = i;
    for (int n = Math.min(placesEach, count); n > 0; n--) {
      double[] vector = new double[LocalFeatures.count(picture.channels())];
      features.read(inside[random.nextInt(count)], vector);
      places.add(vector);
    }
  }

  /** Where the fitting can be stopped between its rounds: by throwing. */
  public interface Pause<E extends Exception> {
    void check() throws E;
  }

  /**
   * @param pause asked before each round
   * @throws IllegalArgumentException when the pictures added had too few places to fit
   */
  public <E extends Exception> NormalDensity fit(Pause<E> pause) throws E {
    if (places.size() < 2 * COMPONENTS)
      throw new IllegalArgumentException(
          "The normal pictures show too little inside their field of view to learn from: add more.");
    NormalDensity exact =
        new NormalDensity(
            GaussianMixture.fit(places.toArray(new double[0][]), COMPONENTS, seed, pause));
    try {
      // With the numbers of the model file, a fresh model and a stored one give the same bits.
      return DensityEntries.read(DensityEntries.toArrays(exact));
    } catch (IOException e) {
      throw new IllegalArgumentException("The density " + e.getMessage(), e);
    }
  }
}
