package sc.fiji.cavga.cli;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Small picture files: an orange disc on black with some noise, as a retina looks from afar. */
public final class DrawnPictures {

  static final int WIDTH = 64;
  static final int HEIGHT = 56;
  private static final int RETINA = 26;
  private static final int LESION_LEFT = 36;
  private static final int LESION_TOP = 18;
  private static final int LESION_SIZE = 10;

  private DrawnPictures() {}

  /** Eight healthy eyes to learn from, three healthy and three ill ones to test with. */
  static Path dataset(Path folder) throws IOException {
    for (int i = 0; i < 8; i++) retina(folder.resolve("train/normal/n" + i + ".png"), i, false);
    for (int i = 0; i < 3; i++) {
      retina(folder.resolve("test/normal/n" + i + ".png"), 100 + i, false);
      retina(folder.resolve("test/abnormal/a" + i + ".png"), 200 + i, true);
      mask(folder.resolve("test/mask/a" + i + ".png"));
    }
    return folder;
  }

  static Path retina(Path file, long seed, boolean ill) throws IOException {
    Random random = new Random(seed);
    ColorProcessor picture = new ColorProcessor(WIDTH, HEIGHT);
    for (int y = 0; y < HEIGHT; y++)
      for (int x = 0; x < WIDTH; x++) {
        int noise = random.nextInt(20);
        double distance = Math.hypot(x - WIDTH / 2.0, y - HEIGHT / 2.0);
        if (distance > RETINA) continue;
        boolean lesion = ill && isLesion(x, y);
        picture.set(x, y, lesion ? 0xf0f0c0 : (180 + noise) << 16 | (80 + noise) << 8 | 30);
      }
    return save(file, picture);
  }

  private static boolean isLesion(int x, int y) {
    return x >= LESION_LEFT
        && x < LESION_LEFT + LESION_SIZE
        && y >= LESION_TOP
        && y < LESION_TOP + LESION_SIZE;
  }

  private static void mask(Path file) throws IOException {
    ColorProcessor mask = new ColorProcessor(WIDTH, HEIGHT);
    for (int y = 0; y < HEIGHT; y++)
      for (int x = 0; x < WIDTH; x++) if (isLesion(x, y)) mask.set(x, y, 0xffffff);
    save(file, mask);
  }

  static Path black(Path file) throws IOException {
    return save(file, new ColorProcessor(WIDTH, HEIGHT));
  }

  /** 32-bit, as TIFF: a share of the retina, its middle, is NaN or infinite. */
  static Path notFinite(Path file, double share) throws IOException {
    Random random = new Random(1);
    FloatProcessor picture = new FloatProcessor(WIDTH, HEIGHT);
    for (int y = 0; y < HEIGHT; y++)
      for (int x = 0; x < WIDTH; x++) {
        double distance = Math.hypot(x - WIDTH / 2.0, y - HEIGHT / 2.0);
        if (distance > RETINA) continue;
        float odd = random.nextBoolean() ? Float.NaN : Float.POSITIVE_INFINITY;
        picture.setf(
            x, y, distance < Math.sqrt(share) * RETINA ? odd : 0.5f + 0.1f * random.nextFloat());
      }
    Files.createDirectories(file.getParent());
    if (!new FileSaver(new ImagePlus("", picture)).saveAsTiff(file.toString()))
      throw new IOException(file.toString());
    return file;
  }

  static Path single(Path file) throws IOException {
    ColorProcessor pixel = new ColorProcessor(1, 1);
    pixel.set(0, 0, 0xb05020);
    return save(file, pixel);
  }

  public static Path text(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "These are notes about a patient and no picture at all.\n");
  }

  private static Path save(Path file, ImageProcessor picture) throws IOException {
    Files.createDirectories(file.getParent());
    if (!new FileSaver(new ImagePlus("", picture)).saveAsPng(file.toString()))
      throw new IOException(file.toString());
    return file;
  }
}
