package sc.fiji.cavga.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    FolderContents normals = contents(normal);
    requireOneKind(normal, normals.files().keySet());
    List<Sample> healthy = samples(normals, false, reader);
    if (anomalous == null)
      return new Dataset(healthy, List.of(), List.of(), passedOver(normals))
          .withResults(normals.results());
    FolderContents anomalies = contents(anomalous);
    requireApart(normal, anomalous);
    return new Dataset(
            healthy, samples(anomalies, true, reader), List.of(), passedOver(normals, anomalies))
        .withResults(normals.results() + anomalies.results());
  }

  private static List<String> passedOver(FolderContents... folders) {
    return Stream.of(folders)
        .map(FolderContents::passedOver)
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.toList());
  }

  private static FolderContents contents(Path folder) throws IOException {
    FolderContents contents = PictureFolder.contents(folder, null);
    if (contents.files().isEmpty())
      throw new IOException(PictureFolder.noPictures(folder, contents));
    return contents;
  }

  private static List<Sample> samples(
      FolderContents contents, boolean anomalous, PictureReader reader) {
    return contents.files().entrySet().stream()
        .map(e -> new FileSample(e.getKey(), e.getValue(), anomalous, null, reader))
        .collect(Collectors.toList());
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
  private static void requireOneKind(Path root, Set<String> normals) throws IOException {
    Set<String> folders = new TreeSet<>();
    for (String normal : normals) {
      String[] parts = normal.split("/");
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
