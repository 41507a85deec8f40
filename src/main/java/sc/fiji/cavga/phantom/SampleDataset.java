package sc.fiji.cavga.phantom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import sc.fiji.cavga.phantom.anatomy.Anomaly;
import sc.fiji.cavga.phantom.anatomy.Grade;
import sc.fiji.cavga.phantom.drawing.RandomStream;

/**
 * The pictures of {@code sample-fundus/}: 96 healthy eyes and 8 ill ones to learn from, 24 healthy
 * and 36 ill ones to test with, 12 of each grade, every eye a different one.
 */
public final class SampleDataset {

  /** The seed of the committed folder. */
  public static final long COMMITTED_SEED = 2020;

  public static final int WIDTH = 320;
  public static final int HEIGHT = 272;

  private static final int TRAIN_NORMAL = 96;
  private static final int TEST_NORMAL = 24;

  private final List<SamplePicture> pictures = new ArrayList<>();

  /** Lists the pictures without drawing them. */
  public SampleDataset(long seed) {
    for (int k = 1; k <= TRAIN_NORMAL; k++) addNormal(seed, "train/normal", k);
    for (Anomaly anomaly : Anomaly.values())
      addAbnormal(seed, "train/abnormal", anomaly, Grade.MEDIUM, 1);
    addAbnormal(seed, "train/abnormal", Anomaly.ENLARGED_CUP, Grade.EASY, 2);
    for (int k = 1; k <= TEST_NORMAL; k++) addNormal(seed, "test/normal", k);
    Map<Anomaly, Integer> numbers = new EnumMap<>(Anomaly.class);
    for (Grade grade : Grade.values())
      for (Anomaly anomaly : Anomaly.values())
        for (int k = each(anomaly); k > 0; k--)
          addAbnormal(
              seed, "test/abnormal", anomaly, grade, numbers.merge(anomaly, 1, Integer::sum));
  }

  private static int each(Anomaly anomaly) {
    boolean single = anomaly == Anomaly.DOT_HAEMORRHAGES || anomaly == Anomaly.FLAME_HAEMORRHAGES;
    return single ? 1 : 2;
  }

  private void addNormal(long seed, String folder, int number) {
    String name = String.format(Locale.ROOT, "normal_%02d", number);
    pictures.add(new SamplePicture(folder, name, eyeSeed(seed, folder + name), null, null));
  }

  private void addAbnormal(long seed, String folder, Anomaly anomaly, Grade grade, int number) {
    String name = String.format(Locale.ROOT, "%s_%02d_%s", anomaly.label(), number, grade.label());
    pictures.add(new SamplePicture(folder, name, eyeSeed(seed, folder + name), anomaly, grade));
  }

  private static long eyeSeed(long seed, String name) {
    return new RandomStream(seed, name).bits();
  }

  /** All pictures, training pictures first. */
  public List<SamplePicture> pictures() {
    return Collections.unmodifiableList(pictures);
  }

  /**
   * Draws all pictures into a folder in the folder layout ({@code train/normal}, {@code
   * train/abnormal}, {@code test/normal}, {@code test/abnormal}, {@code test/mask}), and those of
   * {@link SampleDiscs}. Files of the same name are replaced, others stay. Takes about half a
   * minute.
   *
   * @throws IOException if the folder cannot be written to; what was written until then stays
   */
  public static void write(Path folder, long seed) throws IOException {
    FundusPhantom generator = new FundusPhantom(WIDTH, HEIGHT);
    try {
      for (SamplePicture picture : new SampleDataset(seed).pictures())
        write(picture, generator, folder);
      SampleDiscs.write(folder, seed);
    } catch (IOException e) {
      throw new IOException(
          "The sample could not be written to "
              + folder
              + "; choose a folder that can be"
              + " written to. ("
              + e.getMessage()
              + ")",
          e);
    }
  }

  private static void write(SamplePicture picture, FundusPhantom generator, Path folder)
      throws IOException {
    Phantom phantom = picture.draw(generator);
    Path file = folder.resolve(picture.path());
    Files.createDirectories(file.getParent());
    phantom.writeJpeg(file);
    if (!picture.hasMask()) return;
    Path mask = folder.resolve(picture.maskPath());
    Files.createDirectories(mask.getParent());
    phantom.writeMask(mask);
  }
}
