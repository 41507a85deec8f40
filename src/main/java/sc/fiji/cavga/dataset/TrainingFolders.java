package sc.fiji.cavga.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import sc.fiji.cavga.read.PictureReader;

/** Folders of normal pictures and of anomalous ones to learn from, and whether they can be such. */
public final class TrainingFolders {

  private static final Set<String> TRAINING = Set.of("train", "training");

  /** Below a folder of healthy eyes, what has one of these names is something else. */
  private static final Set<String> OTHERS =
      Set.of("abnormal", "anomalous", "diseased", "mask", "masks", "ground_truth");

  private static final Set<String> TESTS = Set.of("test", "testing");

  private TrainingFolders() {}

  /**
   * The folders as a data set without test pictures.
   *
   * @param anomalous null for none
   * @throws IOException with one sentence when a folder cannot be read, when one lies in the other
   *     or when the normal one holds a whole data set
   */
  public static Dataset open(Path normal, Path anomalous, PictureReader reader) throws IOException {
    List<Sample> normals = PictureFolder.samples(normal, false, reader);
    requireOneKind(normal, normals);
    if (anomalous == null) return new Dataset(normals, List.of(), List.of());
    List<Sample> anomalies = PictureFolder.samples(anomalous, true, reader);
    requireApart(normal, anomalous);
    return new Dataset(normals, anomalies, List.of());
  }

  private static void requireApart(Path normal, Path anomalous) throws IOException {
    Path one = normal.toRealPath();
    Path other = anomalous.toRealPath();
    if (one.startsWith(other) || other.startsWith(one))
      throw new IOException(
          "The anomalous pictures' folder "
              + anomalous
              + (one.equals(other) ? " is" : one.startsWith(other) ? " holds" : " lies in")
              + " the normal pictures' folder "
              + normal
              + ", so pictures would be both; give two folders beside each other.");
  }

  /** Test pictures and diseased eyes of a data set must not be learned as healthy ones. */
  private static void requireOneKind(Path root, List<Sample> normals) throws IOException {
    Set<String> folders = new TreeSet<>();
    for (Sample sample : normals) {
      String[] parts = sample.name().split("/");
      for (int i = 0; i + 1 < parts.length; i++) folders.add(parts[i]);
    }
    boolean divided = folders.stream().anyMatch(name -> isOne(TRAINING, name));
    for (String name : folders)
      if (isOne(OTHERS, name) || divided && isOne(TESTS, name))
        throw new IOException(
            root
                + " holds the folder '"
                + name
                + "' and looks like a whole data set, whose test pictures or anomalous ones would"
                + " be learned as healthy; give its folder of healthy training pictures alone, such"
                + " as train/normal, or choose it as a data set with --dataset.");
  }

  private static boolean isOne(Set<String> names, String name) {
    return names.contains(name.toLowerCase(Locale.ROOT));
  }
}
