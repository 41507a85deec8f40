package sc.fiji.cavga.model;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.cavga.network.NamedArray;

/** A density as it stands in the model file: the mixture's numbers as named arrays. */
final class DensityEntries {

  private static final String WEIGHTS = "weights";
  private static final String MEANS = "means";
  private static final String WHITENING = "whitening";
  private static final int MOST_COMPONENTS = 256;

  private DensityEntries() {}

  /**
   * @return weights [K], means [K,D] and whitening [K,D·(D+1)/2]
   */
  static List<NamedArray> toArrays(NormalDensity density) {
    GaussianMixture mixture = density.mixture();
    int components = mixture.components();
    double[][] weights = new double[components][];
    double[][] means = new double[components][];
    double[][] whitening = new double[components][];
    for (int k = 0; k < components; k++) {
      weights[k] = new double[] {mixture.weight(k)};
      means[k] = mixture.mean(k);
      whitening[k] = mixture.whitening(k);
    }
    return List.of(
        new NamedArray(WEIGHTS, new long[] {components}, flat(weights)),
        new NamedArray(MEANS, new long[] {components, means[0].length}, flat(means)),
        new NamedArray(WHITENING, new long[] {components, whitening[0].length}, flat(whitening)));
  }

  /**
   * @throws IOException with one sentence when an array is missing or does not fit
   */
  static NormalDensity read(Collection<NamedArray> arrays) throws IOException {
    Map<String, NamedArray> byName = new HashMap<>();
    for (NamedArray array : arrays) byName.put(array.name(), array);
    NamedArray weights = required(byName, WEIGHTS, 1);
    int components = (int) Math.min(weights.shape()[0], MOST_COMPONENTS + 1L);
    if (components < 1 || components > MOST_COMPONENTS)
      throw new IOException("its density has an impossible number of components.");
    double[][] shares = rows(weights, components);
    double[] flatShares = new double[components];
    for (int k = 0; k < components; k++) flatShares[k] = shares[k][0];
    try {
      return new NormalDensity(
          new GaussianMixture(
              flatShares,
              rows(required(byName, MEANS, 2), components),
              rows(required(byName, WHITENING, 2), components)));
    } catch (IllegalArgumentException e) {
      throw new IOException("its density is not valid: " + e.getMessage(), e);
    }
  }

  private static NamedArray required(Map<String, NamedArray> byName, String name, int axes)
      throws IOException {
    NamedArray array = byName.get(name);
    if (array == null || array.shape().length != axes || array.values().length == 0)
      throw new IOException("its density's array " + name + " is missing or of another size.");
    return array;
  }

  private static double[][] rows(NamedArray array, int components) throws IOException {
    if (array.shape()[0] != components)
      throw new IOException("its density's arrays do not fit each other.");
    int each = array.values().length / components;
    double[][] rows = new double[components][each];
    for (int i = 0; i < array.values().length; i++) rows[i / each][i % each] = array.values()[i];
    return rows;
  }

  private static float[] flat(double[][] rows) {
    float[] flat = new float[rows.length * rows[0].length];
    for (int i = 0; i < flat.length; i++)
      flat[i] = (float) rows[i / rows[0].length][i % rows[0].length];
    return flat;
  }
}
