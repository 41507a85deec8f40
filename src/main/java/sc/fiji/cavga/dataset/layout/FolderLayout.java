package sc.fiji.cavga.dataset.layout;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.scijava.Priority;
import org.scijava.plugin.Plugin;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.DatasetLayout;
import sc.fiji.cavga.dataset.FileSample;
import sc.fiji.cavga.dataset.MaskFile;
import sc.fiji.cavga.dataset.PictureFolder;
import sc.fiji.cavga.dataset.Sample;

/**
 * Plain folders: {@code train/normal}, {@code test/normal}, {@code test/abnormal} and, with the
 * same base names as the abnormal test pictures, {@code test/mask}.
 *
 * <p>A set may have the training part or the test part alone; a folder that is there must hold
 * pictures. A mask's non-zero pixels are anomalous; abnormal pictures without a mask count for the
 * pictures' scores only.
 *
 * <p>With a class chosen, the folders in {@code train} and {@code test} are classes: the chosen one
 * is normal and learned from, and test pictures of all others are anomalous.
 */
@Plugin(type = DatasetLayout.class, name = "folder", priority = Priority.LOW)
public final class FolderLayout extends PictureFileLayout {

  private static final String TRAIN = "train";
  private static final String TEST = "test";
  private static final String MASKS = "mask";
  private static final String TRAIN_NORMAL = "train/normal";
  private static final String TRAIN_ABNORMAL = "train/abnormal";
  private static final String TEST_NORMAL = "test/normal";
  private static final String TEST_ABNORMAL = "test/abnormal";
  private static final String TEST_MASK = "test/mask";

  @Override
  public String name() {
    return "folder";
  }

  @Override
  public String expectedTree() {
    return "train/normal/    healthy pictures to learn from\n"
        + "train/abnormal/  anomalous pictures to learn from (only for weak supervision)\n"
        + "test/normal/     healthy pictures to test with\n"
        + "test/abnormal/   anomalous pictures to test with\n"
        + "test/mask/       where they are anomalous: NAME.png for test/abnormal/NAME.jpg,"
        + " non-zero = anomalous (optional)\n"
        + "or train/CLASS/ and test/CLASS/ with several classes, one of which --class makes normal";
  }

  @Override
  public boolean matches(Path root) {
    return has(root, TRAIN_NORMAL)
        || has(root, TEST_NORMAL)
        || has(root, TEST_ABNORMAL)
        || (!folders(root.resolve(TRAIN)).isEmpty() && !folders(root.resolve(TEST)).isEmpty());
  }

  @Override
  public Dataset open(Path root, String normalClass) throws IOException {
    requireRoot(root);
    if (normalClass != null) return oneClass(root, normalClass);
    if (!has(root, TRAIN_NORMAL) && !has(root, TEST_NORMAL) && !has(root, TEST_ABNORMAL))
      throw problem(
          root
              + " has none of the folders "
              + TRAIN_NORMAL
              + ", "
              + TEST_NORMAL
              + " and "
              + TEST_ABNORMAL
              + "; choose the folder above them, or choose a class.");
    List<Sample> test = new ArrayList<>(samples(root, TEST_NORMAL, false, Map.of()));
    Map<String, Path> masks = masks(root);
    test.addAll(samples(root, TEST_ABNORMAL, true, masks));
    return new Dataset(
        samples(root, TRAIN_NORMAL, false, Map.of()),
        samples(root, TRAIN_ABNORMAL, true, Map.of()),
        test,
        new StrayMasks(root.resolve(TEST), MASKS).warnings(masks, anomalousNames(test)));
  }

  private static List<String> anomalousNames(List<Sample> test) {
    List<String> names = new ArrayList<>();
    for (Sample sample : test)
      if (sample.anomalous())
        names.add(baseName(sample.name().substring(TEST_ABNORMAL.length() + 1)));
    return names;
  }

  /** One class is normal; all others are there to be told from it. */
  private Dataset oneClass(Path root, String normalClass) throws IOException {
    TreeSet<String> classes = folders(root.resolve(TRAIN));
    classes.addAll(folders(root.resolve(TEST)));
    classes.remove(MASKS);
    if (classes.isEmpty()) throw problem(root + " has no folders of classes in train or test.");
    String normal = choose("class", normalClass, classes);
    List<Sample> test = new ArrayList<>();
    for (String name : folders(root.resolve(TEST)))
      if (!name.equals(MASKS))
        test.addAll(samples(root, TEST + "/" + name, !name.equals(normal), Map.of()));
    return new Dataset(samples(root, TRAIN + "/" + normal, false, Map.of()), List.of(), test);
  }

  private List<Sample> samples(Path root, String folder, boolean anomalous, Map<String, Path> masks)
      throws IOException {
    if (!has(root, folder)) return List.of();
    Map<String, Path> files = pictures(root.resolve(folder));
    List<Sample> samples = new ArrayList<>();
    boolean masked = false;
    for (Map.Entry<String, Path> file : files.entrySet()) {
      Path mask = masks.get(baseName(file.getKey()));
      masked |= mask != null;
      samples.add(
          new FileSample(
              folder + "/" + file.getKey(),
              file.getValue(),
              anomalous,
              mask == null ? null : new MaskFile(mask, reader()),
              reader()));
    }
    if (!masked && !masks.isEmpty())
      throw problem(
          "No mask in "
              + root.resolve(TEST_MASK)
              + " has the name of a picture in "
              + root.resolve(TEST_ABNORMAL)
              + "; give each mask its picture's name.");
    return samples;
  }

  private Map<String, Path> masks(Path root) throws IOException {
    if (!has(root, TEST_MASK)) return Map.of();
    Map<String, Path> masks = new HashMap<>();
    for (Map.Entry<String, Path> file :
        PictureFolder.files(root.resolve(TEST_MASK), PictureFolder::isPicture).entrySet()) {
      Path other = masks.put(baseName(file.getKey()), file.getValue());
      if (other != null)
        throw problem(
            file.getValue() + " and " + other + " are masks of one name; remove one of them.");
    }
    if (masks.isEmpty())
      throw problem(
          "The folder " + root.resolve(TEST_MASK) + " holds no masks; add them or remove it.");
    return masks;
  }
}
