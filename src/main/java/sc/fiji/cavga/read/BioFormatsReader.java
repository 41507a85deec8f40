package sc.fiji.cavga.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.scijava.Priority;
import org.scijava.plugin.Plugin;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.read.file.Decoding;
import sc.fiji.cavga.read.file.FileBytes;
import sc.fiji.cavga.read.file.ImageReader;
import sc.fiji.cavga.read.file.PictureFile;
import sc.fiji.cavga.read.file.UnsupportedPictureException;

/**
 * Reads with Bio-Formats, when it is there, what the other readers do not know: compressed DICOM,
 * OME-TIFF, microscope and camera formats. Each series, slice and time is a picture; three channels
 * or more are red, green and blue, of two each is a picture of its own.
 *
 * <p>Bio-Formats is found at run time, and works without windows. One of its readers is opened for
 * each file that is opened.
 */
@Plugin(type = ImageReader.class, priority = Priority.LOW)
public final class BioFormatsReader implements ImageReader {

  private final ClassLoader loader;

  /** With the Bio-Formats that this class's own loader has, if any. */
  public BioFormatsReader() {
    this(BioFormatsReader.class.getClassLoader());
  }

  /** With the Bio-Formats that a class loader has, if any. */
  public BioFormatsReader(ClassLoader loader) {
    this.loader = loader;
  }

  /** Plain text is left alone, which Bio-Formats would read as a picture of numbers. */
  @Override
  public boolean accepts(Path file) {
    FileBytes bytes = FileBytes.ofReadable(file);
    return !bytes.areText() && BioFormatsApi.present(loader) && BioFormatsApi.knows(loader, file);
  }

  @Override
  public PictureFile open(Path file) throws IOException {
    FileBytes.of(file);
    if (!BioFormatsApi.present(loader))
      throw new UnsupportedPictureException(
          file
              + " needs Bio-Formats, which is missing; use Fiji, which brings it, or put"
              + " bioformats_package.jar into the plugins folder or on the class path.");
    return explained(file, () -> new Opened(file, BioFormatsApi.open(loader, file)));
  }

  @Override
  public List<Picture> read(Path file) throws IOException {
    try (PictureFile pictures = open(file)) {
      return pictures.all();
    }
  }

  private static <T> T explained(Path file, Decoding<T> reading) throws IOException {
    try {
      return reading.now();
    } catch (IOException problem) {
      if (String.valueOf(problem.getMessage()).startsWith(file.toString())) throw problem;
      String said = String.valueOf(problem.getMessage()).split("\\R")[0];
      throw new IOException(
          file + " cannot be read by Bio-Formats (" + said + "); export it as PNG or TIFF.",
          problem);
    } catch (OutOfMemoryError tooLarge) {
      throw new IOException(
          file + " does not fit into memory; crop it, or give Java more memory.", tooLarge);
    }
  }

  /** A file's pictures, series after series. */
  private static final class Opened implements PictureFile {

    private final Path file;
    private final BioFormatsApi api;
    private final List<BioFormatsSeries> series = new ArrayList<>();

    Opened(Path file, BioFormatsApi api) throws IOException {
      this.file = file;
      this.api = api;
      boolean open = false;
      try {
        int count = api.number("getSeriesCount");
        for (int i = 0; i < count; i++) series.add(new BioFormatsSeries(api, file, i));
        open = true;
      } finally {
        if (!open) close();
      }
    }

    @Override
    public int count() {
      return series.stream().mapToInt(BioFormatsSeries::count).sum();
    }

    @Override
    public Picture picture(int index) throws IOException {
      int before = 0;
      int at = 0;
      while (index >= before + series.get(at).count()) before += series.get(at++).count();
      BioFormatsSeries chosen = series.get(at);
      int within = index - before;
      Picture picture = explained(file, () -> chosen.picture(within));
      String name = file.getFileName().toString();
      return count() == 1 ? picture : picture.named(name + " #" + (index + 1));
    }

    @Override
    public void close() {
      try {
        api.close();
      } catch (IOException nothingWasWritten) {
        return;
      }
    }
  }
}
