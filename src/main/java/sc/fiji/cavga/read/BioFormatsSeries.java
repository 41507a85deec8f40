package sc.fiji.cavga.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.picture.PixelView;
import sc.fiji.cavga.picture.Planes;
import sc.fiji.cavga.picture.WhiteLevel;
import sc.fiji.cavga.read.file.MemoryNeed;

/** A series of a file that Bio-Formats has open: slices and times, with one white for all. */
final class BioFormatsSeries {

  private final BioFormatsApi api;
  private final Path file;
  private final int index;
  private final int width;
  private final int height;
  private final int slices;
  private final int times;

  /** Channels of a picture, and how many pictures a slice's channels are. */
  private final int together;

  private final int pages;
  private final PixelSize pixelSize;

  /** Null as long as nobody has asked. */
  private WhiteLevel level;

  /**
   * @throws IOException with what Bio-Formats says
   */
  BioFormatsSeries(BioFormatsApi api, Path file, int index) throws IOException {
    this.api = api;
    this.file = file;
    this.index = index;
    api.series(index);
    int channels = api.number("getSizeC");
    slices = api.number("getSizeZ");
    times = api.number("getSizeT");
    width = api.number("getSizeX");
    height = api.number("getSizeY");
    together = channels >= 3 ? 3 : 1;
    pages = channels >= 3 ? 1 : channels;
    pixelSize = api.pixelSize(index);
  }

  int count() {
    return times * slices * pages;
  }

  /**
   * @throws IOException with what Bio-Formats says, or the end of a sentence
   */
  Picture picture(int number) throws IOException {
    api.series(index);
    MemoryNeed.check(file, width, height, 2L * together);
    if (level == null && count() > 1) level = found();
    BioFormatsPlanes planes = planes(number);
    if (level == null) level = planes.said().orElseGet(() -> planes.level(planes.range()));
    return new Picture(
            file.getFileName().toString(),
            PixelView.of(width, height, together, Planes.source(width, planes.converted(level))),
            pixelSize)
        .scaledBy(level);
  }

  /** From all pictures, one after the other, where numbers alone say what is white. */
  private WhiteLevel found() throws IOException {
    BioFormatsPlanes first = planes(0);
    Optional<WhiteLevel> said = first.said();
    if (said.isPresent()) return said.get();
    double[] range = first.range();
    for (int number = 1; number < count(); number++) {
      double[] more = planes(number).range();
      range[0] = Math.min(range[0], more[0]);
      range[1] = Math.max(range[1], more[1]);
    }
    return first.level(range);
  }

  private BioFormatsPlanes planes(int number) throws IOException {
    int slice = number / pages % slices;
    int time = number / pages / slices;
    List<byte[]> channels = new ArrayList<>();
    for (int i = 0; i < together; i++)
      channels.add(api.bytes(api.plane(slice, number % pages * together + i, time)));
    return new BioFormatsPlanes(api, width * height, channels);
  }
}
