package sc.fiji.cavga.method.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.method.local.gaussian.CellGrid;
import sc.fiji.cavga.method.local.gaussian.GaussianField;
import sc.fiji.cavga.method.local.gaussian.ZScores;
import sc.fiji.cavga.method.local.net.SegmentationNet;
import sc.fiji.cavga.method.local.net.SegmentationNets;
import sc.fiji.cavga.method.local.weak.WeakReweighting;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.ModelEntries;
import sc.fiji.cavga.model.calibration.NormalAtlas;

/** The Gaussians and what labels taught, as they stand in the model file: named arrays. */
final class LocalEntries {

  static final String FIELD = "gaussian_field";
  static final String NET = "segmentation_net";
  private static final String MEANS = "means";
  private static final String WHITENING = "whitening";

  /** Of models whose pictures were aligned by the optic disc, which was given up. */
  private static final String ALIGNED = "usual_place";

  private static final String WEIGHTS = "likeness.weights";
  private static final String MEAN = "likeness.mean";
  private static final String SPREAD = "likeness.spread";

  private LocalEntries() {}

  /**
   * @return part {@value #FIELD}: means [cells,cells,D] and whitening [cells,cells,D·(D+1)/2]; of
   *     weak supervision also weights [3D+2], mean and spread [H,W]; part {@value #NET}: the
   *     U-Net's weights, and those of further ones, see {@link #net}
   */
  static Map<String, List<NamedArray>> toArrays(LocalModel model) {
    GaussianField field = model.field();
    int cells = field.grid().cells();
    int features = field.features();
    List<NamedArray> arrays = new ArrayList<>();
    arrays.add(new NamedArray(MEANS, new long[] {cells, cells, features}, field.means()));
    arrays.add(
        new NamedArray(
            WHITENING,
            new long[] {cells, cells, features * (features + 1) / 2},
            field.whitening()));
    model.reweighting().ifPresent(learned -> add(learned, field.grid().size(), arrays));
    Map<String, List<NamedArray>> parts = new TreeMap<>();
    parts.put(FIELD, arrays);
    model.nets().ifPresent(nets -> add(nets, parts));
    return parts;
  }

  private static void add(SegmentationNets nets, Map<String, List<NamedArray>> parts) {
    for (int i = 0; i < nets.each().size(); i++) parts.put(net(i), nets.each().get(i).weights());
  }

  /** The part with a U-Net's weights: {@value #NET}, then with a number from 2 on. */
  static String net(int number) {
    return number == 0 ? NET : NET + "_" + (number + 1);
  }

  private static void add(WeakReweighting learned, int size, List<NamedArray> arrays) {
    float[] weights = learned.weights();
    arrays.add(new NamedArray(WEIGHTS, new long[] {weights.length}, weights));
    arrays.add(new NamedArray(MEAN, new long[] {size, size}, learned.atlas().mean()));
    arrays.add(new NamedArray(SPREAD, new long[] {size, size}, learned.atlas().spread()));
  }

  /**
   * @param size width and height of the model's pictures in pixels
   * @throws IOException with one sentence when an array is missing, does not fit or is of a kind
   *     that was given up
   */
  static GaussianField field(ModelEntries entries, int size, int channels) throws IOException {
    Collection<NamedArray> arrays = entries.require(FIELD);
    for (NamedArray array : arrays)
      if (array.name().equals(ALIGNED))
        throw new IOException(
            "its pictures are aligned by the optic disc, which this version does not do: train a"
                + " new model, for glaucoma with the method disc.");
    CellGrid grid = new CellGrid(size);
    NamedArray means = required(arrays, MEANS, grid.cells(), 3);
    NamedArray whitening = required(arrays, WHITENING, grid.cells(), 3);
    try {
      GaussianField field =
          new GaussianField(grid, (int) means.shape()[2], means.values(), whitening.values());
      if (!field.fits(size, channels))
        throw new IllegalArgumentException("it is of pictures with other channels.");
      return field;
    } catch (IllegalArgumentException e) {
      throw new IOException("its " + FIELD + " is not valid: " + e.getMessage(), e);
    }
  }

  /** How many U-Nets make the map: as many as were finished when the training's time was over. */
  static int nets(ModelEntries entries) {
    if (entries.settings().get(LocalSettings.MAP) != MapSource.DETECTOR) return 0;
    int count = 1;
    while (entries.has(net(count))) count++;
    return count;
  }

  /** Null where the map is made without. */
  static SegmentationNets nets(ModelEntries entries, GaussianField field) throws IOException {
    int count = nets(entries);
    if (count == 0) return null;
    ZScores scores = new ZScores(field);
    List<SegmentationNet> nets = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        nets.add(new SegmentationNet(scores.size(), scores.channels(), 0));
        nets.get(i).setWeights(entries.require(net(i)));
      }
      return new SegmentationNets(nets);
    } catch (IOException | RuntimeException e) {
      nets.forEach(SegmentationNet::close);
      throw e;
    }
  }

  /** Errors as of the other method. */
  static GaussianField field(ModelEntries entries) throws IOException {
    return field(
        entries,
        entries.settings().get(CommonSettings.SIZE),
        entries.settings().get(CommonSettings.CHANNELS));
  }

  /** Null where the model was trained without weak supervision. */
  static WeakReweighting reweighting(ModelEntries entries, GaussianField field) throws IOException {
    Collection<NamedArray> arrays = entries.require(FIELD);
    int size = field.grid().size();
    for (NamedArray array : arrays)
      if (array.name().equals(WEIGHTS))
        try {
          WeakReweighting learned =
              new WeakReweighting(
                  new NormalAtlas(
                      required(arrays, MEAN, size, 2).values(),
                      required(arrays, SPREAD, size, 2).values()),
                  array.values());
          learned.requireFitting(field.features());
          return learned;
        } catch (IllegalArgumentException e) {
          throw new IOException("its " + FIELD + " is not valid: " + e.getMessage(), e);
        }
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
    throw new IOException("its " + FIELD + "'s array " + name + " is missing or of another size.");
  }
}
