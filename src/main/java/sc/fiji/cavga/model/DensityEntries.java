package sc.fiji.cavga.model;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import sc.fiji.cavga.network.NamedArray;

/** A density as it stands in the model file: the Gaussians' numbers as named arrays. */
final class DensityEntries {

  private static final String MEANS = "means";
  private static final String WHITENING = "whitening";

  private DensityEntries() {}

  /**
   * @return means [cells,cells,D] and whitening [cells,cells,D·(D+1)/2]
   */
  static List<NamedArray> toArrays(NormalDensity density) {
    LocalGaussians gaussians = density.gaussians();
    int cells = gaussians.grid().cells();
    int features = gaussians.features();
    return List.of(
        new NamedArray(MEANS, new long[] {cells, cells, features}, gaussians.means()),
        new NamedArray(
            WHITENING,
            new long[] {cells, cells, features * (features + 1) / 2},
            gaussians.whitening()));
  }

  /**
   * @param size width and height of the model's pictures in pixels
   * @throws IOException with one sentence when an array is missing or does not fit
   */
  static NormalDensity read(Collection<NamedArray> arrays, int size) throws IOException {
    CellGrid grid = new CellGrid(size);
    NamedArray means = required(arrays, MEANS, grid);
    NamedArray whitening = required(arrays, WHITENING, grid);
    try {
      return new NormalDensity(
          new LocalGaussians(grid, (int) means.shape()[2], means.values(), whitening.values()));
    } catch (IllegalArgumentException e) {
      throw new IOException("its density is not valid: " + e.getMessage(), e);
    }
  }

  private static NamedArray required(Collection<NamedArray> arrays, String name, CellGrid grid)
      throws IOException {
    for (NamedArray array : arrays)
      if (array.name().equals(name)
          && array.shape().length == 3
          && array.shape()[0] == grid.cells()
          && array.shape()[1] == grid.cells()) return array;
    throw new IOException("its density's array " + name + " is missing or of another size.");
  }
}
