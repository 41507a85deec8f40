package sc.fiji.cavga.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.scijava.Context;
import org.scijava.plugin.PluginService;
import sc.fiji.cavga.io.plugin.ClassPathPlugins;
import sc.fiji.cavga.picture.Laterality;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.read.dicom.DicomReader;
import sc.fiji.cavga.read.file.FileBytes;
import sc.fiji.cavga.read.file.FileKind;
import sc.fiji.cavga.read.file.ImageReader;
import sc.fiji.cavga.read.file.PictureFile;
import sc.fiji.cavga.read.file.UnsupportedPictureException;

/**
 * Reads a picture file of any known kind: the readers that accept it are asked in order of their
 * priority, until one knows its kind. May be used from several threads at once.
 */
public final class PictureReader {

  private final List<ImageReader> readers;
  private final Laterality side;

  /**
   * @param readers highest priority first
   */
  public PictureReader(List<? extends ImageReader> readers) {
    this(readers, Laterality.UNKNOWN);
  }

  private PictureReader(List<? extends ImageReader> readers, Laterality side) {
    this.readers = new ArrayList<>(readers);
    this.side = side;
  }

  /** The same whose pictures are all of one side; {@link Laterality#UNKNOWN} for what files say. */
  public PictureReader ofSide(Laterality known) {
    return new PictureReader(readers, known);
  }

  /** Of all its pictures, where somebody has said so. */
  public Laterality side() {
    return side;
  }

  /** The readers of this project: photographs, DICOM, and Bio-Formats where it is present. */
  public static PictureReader standard() {
    return new PictureReader(
        Arrays.asList(new PhotographReader(), new DicomReader(), new BioFormatsReader()));
  }

  /** All readers that a context has, other sites' included. */
  public static PictureReader of(Context context) {
    Objects.requireNonNull(context);
    return new PictureReader(
        context.service(PluginService.class).createInstancesOfType(ImageReader.class));
  }

  /** All readers on the class path, other sites' included, without a context. */
  public static PictureReader discovered() {
    return new PictureReader(ClassPathPlugins.of(ImageReader.class, "reader"));
  }

  /** Whether some reader is for such a file, judged by its name and first bytes. Never throws. */
  public boolean accepts(Path file) {
    return readers.stream().anyMatch(reader -> reader.accepts(file));
  }

  /**
   * All pictures of a file, at least one.
   *
   * @throws IOException with one sentence that names the file and says what to do
   */
  public List<Picture> read(Path file) throws IOException {
    return asked(
        file,
        reader -> {
          List<Picture> pictures = reader.read(file);
          return pictures.isEmpty() ? null : sided(pictures);
        });
  }

  /**
   * The same pictures, at least one, each read when it is asked for; of those, the last is kept.
   *
   * @return to be closed by who asks
   * @throws IOException with one sentence that names the file and says what to do
   */
  public PictureFile open(Path file) throws IOException {
    return asked(
        file,
        reader -> {
          OpenFile opened = new OpenFile(reader.open(file));
          if (opened.isKnown()) return opened;
          opened.close();
          return null;
        });
  }

  private List<Picture> sided(List<Picture> pictures) {
    return pictures.stream().map(this::sided).collect(Collectors.toList());
  }

  private Picture sided(Picture picture) {
    return side == Laterality.UNKNOWN ? picture : picture.withSide(side);
  }

  /** Pictures of one reader, the last one kept. */
  private final class OpenFile implements PictureFile {

    private final PictureFile file;
    private int index = -1;
    private Picture picture;

    OpenFile(PictureFile file) {
      this.file = file;
    }

    /**
     * Whether there is any; reads it.
     *
     * @throws UnsupportedPictureException when it is of a kind that its reader does not know
     */
    boolean isKnown() throws UnsupportedPictureException {
      if (file.count() == 0) return false;
      try {
        picture(0);
      } catch (UnsupportedPictureException unknown) {
        close();
        throw unknown;
      } catch (IOException | RuntimeException | OutOfMemoryError ofThisOne) {
        // Who asks for this picture hears of it; others may be readable.
        return true;
      }
      return true;
    }

    @Override
    public int count() {
      return file.count();
    }

    @Override
    public Picture picture(int wanted) throws IOException {
      if (wanted == index) return picture;
      // Before the next one is in memory too.
      index = -1;
      picture = null;
      picture = sided(file.picture(wanted));
      index = wanted;
      return picture;
    }

    @Override
    public void close() {
      file.close();
    }
  }

  /** What a reader is asked for. */
  private interface Question<T> {
    /** Null where the reader finds nothing. */
    T of(ImageReader reader) throws IOException;
  }

  private <T> T asked(Path file, Question<T> question) throws IOException {
    FileBytes bytes = FileBytes.of(file);
    UnsupportedPictureException unsupported = null;
    for (ImageReader reader : readers) {
      if (!reader.accepts(file)) continue;
      try {
        T answer = question.of(reader);
        if (answer != null) return answer;
      } catch (UnsupportedPictureException askTheNext) {
        if (unsupported != null) askTheNext.addSuppressed(unsupported);
        unsupported = askTheNext;
      }
    }
    if (unsupported != null) throw unsupported;
    FileKind kind = FileKind.of(bytes);
    throw new IOException(
        kind == FileKind.OTHER
            ? bytes.areText()
                ? file + " holds text, not a picture, whatever its name says; choose another file."
                : file + " is no picture of a known kind; " + kind.advice() + "."
            : file + " is " + kind.named() + "; " + kind.advice() + ".");
  }
}
