package sc.fiji.cavga.dataset.layout;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.scijava.plugin.Plugin;
import sc.fiji.cavga.dataset.ByteSample;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.DatasetLayout;
import sc.fiji.cavga.dataset.LayoutException;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.dataset.Subject;

/**
 * CIFAR-10 (Krizhevsky 2009) in its binary version, with the one-class protocol: one class is
 * normal and its training pictures are what is learned from; all test pictures are tested, those of
 * every other class as anomalous.
 */
@Plugin(type = DatasetLayout.class, name = "cifar10")
public final class Cifar10Layout implements DatasetLayout {

  private static final List<String> CLASSES =
      List.of(
          "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

  private static final String TEST = "test_batch.bin";
  private static final String UNPACKED = "cifar-10-batches-bin";
  private static final int TRAINING_FILES = 5;
  private static final int SIZE = 32;
  private static final int PIXELS = 3 * SIZE * SIZE;

  @Override
  public String name() {
    return "cifar10";
  }

  @Override
  public String expectedTree() {
    return "data_batch_1.bin to data_batch_5.bin\n"
        + "test_batch.bin\n"
        + "These lie in cifar-10-batches-bin/ of cifar-10-binary.tar.gz. Choose the normal class by"
        + " its number, 0 to 9, or its name.";
  }

  @Override
  public Subject subject() {
    return Subject.THING;
  }

  @Override
  public boolean matches(Path root) {
    return Files.isRegularFile(folder(root).resolve(TEST));
  }

  private static Path folder(Path root) {
    Path unpacked = root.resolve(UNPACKED);
    return Files.isDirectory(unpacked) ? unpacked : root;
  }

  @Override
  public Dataset open(Path root, String normalClass) throws IOException {
    if (!Files.isDirectory(root))
      throw new LayoutException("The data set's folder " + root + " does not exist.", this);
    int normal = classOf(normalClass);
    List<Sample> train = new ArrayList<>();
    for (int file = 1; file <= TRAINING_FILES; file++)
      read(folder(root).resolve("data_batch_" + file + ".bin"), normal, false, train);
    List<Sample> test = new ArrayList<>();
    read(folder(root).resolve(TEST), normal, true, test);
    return new Dataset(train, List.of(), test);
  }

  private int classOf(String wanted) throws IOException {
    for (int i = 0; i < CLASSES.size(); i++)
      if (CLASSES.get(i).equals(wanted) || String.valueOf(i).equals(wanted)) return i;
    throw LayoutException.noSuch("class", "is normal", wanted, CLASSES, this);
  }

  /** Each record is a class, then the picture [C,H,W]. */
  private void read(Path file, int normal, boolean all, List<Sample> samples) throws IOException {
    if (!Files.isRegularFile(file)) throw new LayoutException(file + " is missing.", this);
    long records = Files.size(file) / (1 + PIXELS);
    if (records == 0 || Files.size(file) % (1 + PIXELS) != 0)
      throw new LayoutException(
          file + " is not a whole number of pictures long; download it again.", this);
    String part = file.getFileName().toString().replace(".bin", "");
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      byte[] unwanted = new byte[PIXELS];
      for (int i = 0; i < records; i++) {
        int label = in.readUnsignedByte();
        if (label >= CLASSES.size())
          throw new LayoutException(
              file + " holds a class " + label + ", which CIFAR-10 does not have.", this);
        boolean wanted = all || label == normal;
        byte[] pixels = wanted ? new byte[PIXELS] : unwanted;
        in.readFully(pixels);
        String name = String.format(Locale.ROOT, "%s/%05d", part, i);
        if (wanted) samples.add(new ByteSample(name, label != normal, SIZE, SIZE, 3, pixels));
      }
    }
  }
}
