package sc.fiji.cavga.dataset.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.scijava.plugin.Plugin;
import sc.fiji.cavga.dataset.ByteSample;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.DatasetLayout;
import sc.fiji.cavga.dataset.LayoutException;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.dataset.Subject;

/**
 * MNIST, Fashion-MNIST and their kin as idx files, with the one-class protocol: one class is normal
 * and its training pictures are what is learned from; all test pictures are tested, those of every
 * other class as anomalous.
 */
@Plugin(type = DatasetLayout.class, name = "idx")
public final class IdxLayout implements DatasetLayout {

  @Override
  public String name() {
    return "idx";
  }

  @Override
  public String expectedTree() {
    return "train-images-idx3-ubyte[.gz]\n"
        + "train-labels-idx1-ubyte[.gz]\n"
        + "t10k-images-idx3-ubyte[.gz]\n"
        + "t10k-labels-idx1-ubyte[.gz]";
  }

  @Override
  public Subject subject() {
    return Subject.THING;
  }

  @Override
  public boolean matches(Path root) {
    return find(root, "train", "images", 3).isPresent();
  }

  @Override
  public Dataset open(Path root, String normalClass) throws IOException {
    if (!Files.isDirectory(root))
      throw new LayoutException("The data set's folder " + root + " does not exist.", this);
    byte[] trainLabels = labels(root, "train");
    int normal = classOf(normalClass, trainLabels);
    byte[] testLabels = labels(root, "t10k");
    List<Sample> train =
        samples(root, "train", trainLabels, normal, i -> (trainLabels[i] & 0xff) == normal);
    return new Dataset(train, List.of(), samples(root, "t10k", testLabels, normal, i -> true));
  }

  private int classOf(String normalClass, byte[] labels) throws IOException {
    TreeSet<Integer> classes = new TreeSet<>();
    for (byte label : labels) classes.add(label & 0xff);
    for (int label : classes) if (Integer.toString(label).equals(normalClass)) return label;
    List<String> known = classes.stream().map(String::valueOf).collect(Collectors.toList());
    throw LayoutException.noSuch("class", "is normal", normalClass, known, this);
  }

  private byte[] labels(Path root, String part) throws IOException {
    try (IdxFile file = IdxFile.open(require(root, part, "labels", 1), 1)) {
      byte[] labels = new byte[file.dimension(0)];
      file.read(labels);
      file.finish();
      return labels;
    }
  }

  private List<Sample> samples(
      Path root, String part, byte[] labels, int normal, IntPredicate wanted) throws IOException {
    Path path = require(root, part, "images", 3);
    try (IdxFile file = IdxFile.open(path, 3)) {
      if (file.dimension(0) != labels.length)
        throw new LayoutException(
            path
                + " has "
                + file.dimension(0)
                + " pictures but there are "
                + labels.length
                + " labels; download both files again.",
            this);
      int height = file.dimension(1);
      int width = file.dimension(2);
      List<Sample> samples = new ArrayList<>();
      byte[] unwanted = new byte[width * height];
      for (int i = 0; i < labels.length; i++) {
        byte[] pixels = wanted.test(i) ? new byte[width * height] : unwanted;
        file.read(pixels);
        if (pixels != unwanted)
          samples.add(
              new ByteSample(
                  String.format(Locale.ROOT, "%s/%05d", part.equals("train") ? "train" : "test", i),
                  (labels[i] & 0xff) != normal,
                  width,
                  height,
                  1,
                  pixels));
      }
      file.finish();
      return samples;
    }
  }

  private Path require(Path root, String part, String kind, int dimensions) throws IOException {
    return find(root, part, kind, dimensions)
        .orElseThrow(
            () ->
                new LayoutException(
                    root + " has no file of the " + kind + " of the part '" + part + "'.", this));
  }

  /** The names that are in use: with a dot or a dash before "idx", compressed or not. */
  private static Optional<Path> find(Path root, String part, String kind, int dimensions) {
    for (String separator : new String[] {"-", "."})
      for (String extension : new String[] {"", ".gz"}) {
        Path file =
            root.resolve(part + "-" + kind + separator + "idx" + dimensions + "-ubyte" + extension);
        if (Files.isRegularFile(file)) return Optional.of(file);
      }
    return Optional.empty();
  }
}
