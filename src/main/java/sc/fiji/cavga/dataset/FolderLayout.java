package sc.fiji.cavga.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.scijava.Context;
import org.scijava.Priority;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.cavga.image.PictureReader;

/**
 * Plain folders: {@code train/normal}, {@code test/normal}, {@code test/abnormal} and, with the
 * same base names as the abnormal test pictures, {@code test/mask}.
 *
 * <p>A set may have the training part or the test part alone; a folder that is there must hold
 * pictures. A mask's non-zero pixels are anomalous; abnormal pictures without a mask count for the
 * pictures' scores only.
 */
@Plugin(type = DatasetLayout.class, name = "folder", priority = Priority.LOW)
public final class FolderLayout implements DatasetLayout {

  private static final String TRAIN_NORMAL = "train/normal";
  private static final String TRAIN_ABNORMAL = "train/abnormal";
  private static final String TEST_NORMAL = "test/normal";
  private static final String TEST_ABNORMAL = "test/abnormal";
  private static final String TEST_MASK = "test/mask";

  /** Set where SciJava made this layout; its readers may be more than the standard ones. */
  @Parameter(required = false)
  private Context context;

  private PictureReader reader;

  /** Reads pictures with the readers of its SciJava context, or the standard ones without one. */
  public FolderLayout() {}

  /** Reads pictures with the given reader. */
  public FolderLayout(PictureReader reader) {
    this.reader = Objects.requireNonNull(reader);
  }

  private synchronized PictureReader reader() {
    if (reader == null)
      reader = context == null ? PictureReader.standard() : PictureReader.of(context);
    return reader;
  }

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
        + " non-zero = anomalous (optional)";
  }

  @Override
  public boolean matches(Path root) {
    return has(root, TRAIN_NORMAL) || (has(root, TEST_NORMAL) && has(root, TEST_ABNORMAL));
  }

  @Override
  public Dataset open(Path root, String normalClass) throws IOException {
    if (normalClass != null)
      throw new LayoutException(
          "Plain folders have no classes, so class '" + normalClass + "' cannot be chosen.", this);
    if (!Files.isDirectory(root))
      throw new LayoutException("The data set's folder " + root + " does not exist.", this);
    if (!has(root, TRAIN_NORMAL) && !has(root, TEST_NORMAL) && !has(root, TEST_ABNORMAL))
      throw new LayoutException(
          root
              + " has none of the folders "
              + TRAIN_NORMAL
              + ", "
              + TEST_NORMAL
              + " and "
              + TEST_ABNORMAL
              + "; choose the folder above them.",
          this);
    List<Sample> test = new ArrayList<>(samples(root, TEST_NORMAL, false, Map.of()));
    test.addAll(samples(root, TEST_ABNORMAL, true, masks(root)));
    return new Dataset(
        samples(root, TRAIN_NORMAL, false, Map.of()),
        samples(root, TRAIN_ABNORMAL, true, Map.of()),
        test);
  }

  private static boolean has(Path root, String folder) {
    return Files.isDirectory(root.resolve(folder));
  }

  private List<Sample> samples(Path root, String folder, boolean anomalous, Map<String, Path> masks)
      throws IOException {
    if (!has(root, folder)) return List.of();
    Map<String, Path> files = PictureFolder.files(root.resolve(folder));
    if (files.isEmpty())
      throw new LayoutException(
          "The folder " + root.resolve(folder) + " holds no pictures; add some or remove it.",
          this);
    List<Sample> samples = new ArrayList<>();
    boolean masked = false;
    for (Map.Entry<String, Path> file : files.entrySet()) {
      Path mask = masks.get(baseName(file.getKey()));
      masked |= mask != null;
      samples.add(
          new FileSample(folder + "/" + file.getKey(), file.getValue(), anomalous, mask, reader()));
    }
    if (!masked && !masks.isEmpty())
      throw new LayoutException(
          "No mask in "
              + root.resolve(TEST_MASK)
              + " has the name of a picture in "
              + root.resolve(TEST_ABNORMAL)
              + "; give each mask its picture's name.",
          this);
    return samples;
  }

  private Map<String, Path> masks(Path root) throws IOException {
    if (!has(root, TEST_MASK)) return Map.of();
    Map<String, Path> masks = new HashMap<>();
    for (Map.Entry<String, Path> file : PictureFolder.files(root.resolve(TEST_MASK)).entrySet()) {
      Path other = masks.put(baseName(file.getKey()), file.getValue());
      if (other != null)
        throw new LayoutException(
            file.getValue() + " and " + other + " are masks of one name; remove one of them.",
            this);
    }
    if (masks.isEmpty())
      throw new LayoutException(
          "The folder " + root.resolve(TEST_MASK) + " holds no masks; add them or remove it.",
          this);
    return masks;
  }

  private static String baseName(String name) {
    int dot = name.lastIndexOf('.');
    return dot > name.lastIndexOf('/') + 1 ? name.substring(0, dot) : name;
  }
}
