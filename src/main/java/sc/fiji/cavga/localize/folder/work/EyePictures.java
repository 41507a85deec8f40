package sc.fiji.cavga.localize.folder.work;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import sc.fiji.cavga.localize.Localizer;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.read.file.PictureFile;
import sc.fiji.cavga.retina.EyesApart;

/**
 * The pictures of a file as rows have them: slices, and of a slice with two eyes each eye. Only one
 * slice is in memory at a time; those of a file with several are read twice, since their rows are
 * numbered before the first of them is looked at.
 */
final class EyePictures implements Closeable {

  private static final String[] SIDES = {"#left", "#right"};

  private final PictureFile file;
  private final boolean apart;

  /** The slice and the suffix of each picture, and which of the slice's eyes it is. */
  private final List<Integer> slices = new ArrayList<>();

  private final List<Integer> places = new ArrayList<>();
  private final List<String> suffixes = new ArrayList<>();

  /** The slice that is in memory, and its eyes. */
  private int read = -1;

  private List<Picture> eyes = List.of();

  private EyePictures(PictureFile file, boolean apart) {
    this.file = file;
    this.apart = apart;
  }

  /**
   * @param file closed with this, and when this fails
   * @param apart whether two eyes in one slice are taken apart
   * @param alone whether nothing else is in memory; otherwise no slice may be too large
   * @throws IOException when memory is short because of others
   * @throws java.util.concurrent.CancellationException when {@code cancelled} says so
   */
  static EyePictures of(PictureFile file, boolean apart, boolean alone, BooleanSupplier cancelled)
      throws IOException {
    EyePictures pictures = new EyePictures(file, apart);
    boolean numbered = false;
    try {
      pictures.number(alone, cancelled);
      numbered = true;
      return pictures;
    } finally {
      if (!numbered) file.close();
    }
  }

  private void number(boolean alone, BooleanSupplier cancelled) throws IOException {
    int[] counts = new int[file.count()];
    // The first one comes last, as it is looked at next.
    for (int slice = counts.length - 1; slice >= 0; slice--) {
      Localizer.goOn(cancelled);
      counts[slice] = apart ? count(slice, alone) : 1;
    }
    for (int slice = 0; slice < counts.length; slice++)
      for (int eye = 0; eye < counts[slice]; eye++) {
        slices.add(slice);
        places.add(eye);
        suffixes.add(
            (counts.length == 1 ? "" : "#" + (slice + 1)) + (counts[slice] == 1 ? "" : SIDES[eye]));
      }
  }

  /** One where it cannot be read, which is said when it is looked at. */
  private int count(int slice, boolean alone) throws IOException {
    try {
      return eyes(slice).size();
    } catch (IOException
        | RuntimeException
        | OutOfMemoryError
        | StackOverflowError
        | LinkageError e) {
      if (!alone && MemoryShortage.isCauseOf(e)) throw e;
      return 1;
    }
  }

  private List<Picture> eyes(int slice) throws IOException {
    if (slice == read) return eyes;
    read = -1;
    eyes = List.of();
    Picture picture = file.picture(slice);
    eyes = apart ? EyesApart.of(picture) : List.of(picture);
    read = slice;
    return eyes;
  }

  int count() {
    return suffixes.size();
  }

  /**
   * @throws IOException with one sentence when it cannot be read
   */
  Picture picture(int index) throws IOException {
    return eyes(slices.get(index)).get(places.get(index));
  }

  /** What follows the file's name in tables: {@code #left}, {@code #2}, {@code #2#right}. */
  String suffix(int index) {
    return suffixes.get(index);
  }

  @Override
  public void close() {
    file.close();
  }
}
