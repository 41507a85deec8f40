package sc.fiji.cavga.dataset.mask;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.imglib2.Cursor;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.read.PictureReader;
import sc.fiji.cavga.read.file.PictureFile;

/**
 * Tells masks from the photographs that they belong to. Passing over a patient's photograph is
 * worse than looking at a mask: what is called like a mask must look like one too. Of files that
 * lie in one folder and are called alike three are looked at.
 */
public final class MaskFiles {

  /** Values of one colour, each of more than {@link #SHARE} of the pixels: no mask has so many. */
  private static final int MOST_VALUES = 32;

  /** Rims of masks in JPEG files have all values, but few pixels of each. */
  private static final double SHARE = 0.0005;

  private MaskFiles() {}

  /**
   * @param files by their names relative to one folder, with forward slashes
   * @return the names of those that are masks of others
   */
  public static Set<String> among(Map<String, Path> files) {
    Set<String> masks = new TreeSet<>();
    for (Set<String> alike : MaskNames.among(files.keySet())) {
      List<String> names = new ArrayList<>(alike);
      if (IntStream.range(0, names.size())
          .filter(at -> isLookedAt(at, names.size()))
          .allMatch(at -> looksLikeMask(files.get(names.get(at))))) masks.addAll(names);
    }
    return masks;
  }

  /**
   * Whether a file of those that are called alike is one of the three that tell for all.
   *
   * @param at its place among them in the order of names, from 0
   * @param count how many they are
   */
  public static boolean isLookedAt(long at, long count) {
    return at == 0 || at == (count - 1) / 2 || at == count - 1;
  }

  /** Whether a file has few values; false for what cannot be read, so that it is said. */
  public static boolean looksLikeMask(Path file) {
    try (PictureFile pictures = PictureReader.standard().open(file)) {
      return looksLikeMask(pictures.picture(0));
    } catch (IOException unreadable) {
      return false;
    }
  }

  static boolean looksLikeMask(Picture picture) {
    for (int channel = 0; channel < picture.channels(); channel++)
      if (values(picture, channel) > MOST_VALUES) return false;
    return true;
  }

  /** How many values many pixels have. */
  private static int values(Picture picture, int channel) {
    int[] counts = new int[256];
    Cursor<FloatType> pixels =
        Views.flatIterable(Views.hyperSlice(picture.pixels(), 2, channel)).cursor();
    while (pixels.hasNext()) counts[MaskRule.value(pixels.next().get())]++;
    int values = 0;
    for (int count : counts) if (count > SHARE * picture.width() * picture.height()) values++;
    return values;
  }
}
