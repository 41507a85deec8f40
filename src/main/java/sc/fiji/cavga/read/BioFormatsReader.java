package sc.fiji.cavga.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.scijava.Priority;
import org.scijava.plugin.Plugin;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.picture.PixelView;
import sc.fiji.cavga.picture.Planes;
import sc.fiji.cavga.read.file.FileBytes;
import sc.fiji.cavga.read.file.ImageReader;
import sc.fiji.cavga.read.file.MemoryNeed;
import sc.fiji.cavga.read.file.UnsupportedPictureException;

/**
 * Reads with Bio-Formats, when it is there, what the other readers do not know: compressed DICOM,
 * OME-TIFF, microscope and camera formats. Each series, slice and time is a picture; three channels
 * or more are red, green and blue, of two each is a picture of its own.
 *
 * <p>Bio-Formats is found at run time, and works without windows. One of its readers is opened for
 * each call.
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
  public List<Picture> read(Path file) throws IOException {
    FileBytes.of(file);
    if (!BioFormatsApi.present(loader))
      throw new UnsupportedPictureException(
          file
              + " needs Bio-Formats, which is missing; use Fiji, which brings it, or put"
              + " bioformats_package.jar into the plugins folder or on the class path.");
    try (BioFormatsApi api = BioFormatsApi.open(loader, file)) {
      List<Picture> pictures = new ArrayList<>();
      int series = api.number("getSeriesCount");
      for (int i = 0; i < series; i++) {
        api.series(i);
        readSeries(api, file, i, pictures);
      }
      return pictures.size() == 1
          ? pictures
          : DecodedImage.numbered(file.getFileName().toString(), pictures);
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

  private static void readSeries(BioFormatsApi api, Path file, int series, List<Picture> pictures)
      throws IOException {
    int channels = api.number("getSizeC");
    int slices = api.number("getSizeZ");
    int times = api.number("getSizeT");
    int width = api.number("getSizeX");
    int height = api.number("getSizeY");
    MemoryNeed.check(file, width, height, 2L * channels * slices * times);
    PixelSize pixelSize = api.pixelSize(series);
    int together = channels >= 3 ? 3 : 1;
    int pages = channels >= 3 ? 1 : channels;
    List<byte[]> planes = new ArrayList<>();
    for (int time = 0; time < times; time++)
      for (int slice = 0; slice < slices; slice++)
        for (int channel = 0; channel < together * pages; channel++)
          planes.add(api.bytes(api.plane(slice, channel, time)));
    BioFormatsPlanes converted = new BioFormatsPlanes(api, width * height, planes);
    for (int first = 0; first < planes.size(); first += together)
      pictures.add(
          new Picture(
                  file.getFileName().toString(),
                  PixelView.of(
                      width,
                      height,
                      together,
                      Planes.source(width, converted.planes(first, together))),
                  pixelSize)
              .scaledBy(converted.level()));
  }
}
