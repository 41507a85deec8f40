package sc.fiji.cavga.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import sc.fiji.cavga.io.NamedArray;

/** A density as it stands in the model file: the Gaussians' numbers as named arrays. */
final class DensityEntries {

  private static final String MEANS = "means";
  private static final String WHITENING = "whitening";
  private static final String USUAL = "usual_place";
  private static final String WEIGHTS = "likeness.weights";
  private static final String MEAN = "likeness.mean";
  private static final String SPREAD = "likeness.spread";

  private DensityEntries() {}

  /**
   * @return means [cells,cells,D] and whitening [cells,cells,D·(D+1)/2]; where pictures are aligned
   *     the x and y [2] of their usual place; of weak supervision also weights [3D+2], mean and
   *     spread [H,W]
   */
  static List<NamedArray> toArrays(NormalDensity density) {
    GaussianField gaussians = density.gaussians();
    int cells = gaussians.grid().cells();
    int features = gaussians.features();
    List<NamedArray> arrays = new ArrayList<>();
    arrays.add(new NamedArray(MEANS, new long[] {cells, cells, features}, gaussians.means()));
    arrays.add(
        new NamedArray(
            WHITENING,
            new long[] {cells, cells, features * (features + 1) / 2},
            gaussians.whitening()));
    MeanDiscPosition usual = density.usual();
    if (usual != null)
      arrays.add(
          new NamedArray(
              USUAL, new long[] {2}, new float[] {(float) usual.x(), (float) usual.y()}));
    density.likeness().ifPresent(likeness -> add(likeness, gaussians.grid().size(), arrays));
    return arrays;
  }

  private static void add(WeakReweighting likeness, int size, List<NamedArray> arrays) {
    float[] weights = likeness.weights();
    arrays.add(new NamedArray(WEIGHTS, new long[] {weights.length}, weights));
    arrays.add(new NamedArray(MEAN, new long[] {size, size}, likeness.atlas().mean()));
    arrays.add(new NamedArray(SPREAD, new long[] {size, size}, likeness.atlas().spread()));
  }

  /**
   * @param size width and height of the model's pictures in pixels
   * @throws IOException with one sentence when an array is missing or does not fit
   */
  static NormalDensity read(Collection<NamedArray> arrays, int size) throws IOException {
    CellGrid grid = new CellGrid(size);
    NamedArray means = required(arrays, MEANS, grid.cells(), 3);
    NamedArray whitening = required(arrays, WHITENING, grid.cells(), 3);
    try {
      return new NormalDensity(
          new GaussianField(grid, (int) means.shape()[2], means.values(), whitening.values()),
          usual(arrays),
          likeness(arrays, size));
    } catch (IllegalArgumentException e) {
      throw new IOException("its density is not valid: " + e.getMessage(), e);
    }
  }

  /** Null where the model takes pictures as they lie. */
  private static MeanDiscPosition usual(Collection<NamedArray> arrays) throws IOException {
    for (NamedArray array : arrays)
      if (array.name().equals(USUAL)) {
        if (array.values().length != 2)
          throw new IOException("its density's array " + USUAL + " is of another size.");
        return new MeanDiscPosition(array.values()[0], array.values()[1]);
      }
    return null;
  }

  /** Null where the model was trained without weak supervision. */
  private static WeakReweighting likeness(Collection<NamedArray> arrays, int size)
      throws IOException {
    for (NamedArray array : arrays)
      if (array.name().equals(WEIGHTS))
        return new WeakReweighting(
            new NormalAtlas(
                required(arrays, MEAN, size, 2).values(),
                required(arrays, SPREAD, size, 2).values()),
            array.values());
    return null;
  }

  /** An array of so many axes, of which the first two have the same size. */
  private static NamedArray required(Collection<NamedArray> arrays, String name, int size, int axes)
      throws IOException {
    for (NamedArray array : arrays)
      if (array.name().equals(name)
          && array.shape().length == axes
          && array.shape()[0] == size
          && array.shape()[1] == size) return array;
    throw new IOException("its density's array " + name + " is missing or of another size.");
  }
}
