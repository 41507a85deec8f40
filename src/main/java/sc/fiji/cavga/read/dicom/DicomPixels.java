package sc.fiji.cavga.read.dicom;

import java.io.IOException;
import java.util.Arrays;
import sc.fiji.cavga.io.Excerpt;
import sc.fiji.cavga.picture.HeaderWhite;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.picture.Planes;
import sc.fiji.cavga.picture.WhiteLevel;
import sc.fiji.cavga.read.file.PackedSamples;
import sc.fiji.cavga.read.file.UnsupportedPictureException;

/** How the uncompressed pixels of a DICOM file become brightness and colour. */
final class DicomPixels {

  private static final int SAMPLES = 0x00280002;
  private static final int PHOTOMETRIC = 0x00280004;
  private static final int PLANAR = 0x00280006;
  private static final int FRAMES = 0x00280008;
  private static final int COLUMNS = 0x00280011;
  private static final int SPACING = 0x00280030;
  private static final int ALLOCATED = 0x00280100;
  private static final int STORED = 0x00280101;
  private static final int HIGH_BIT = 0x00280102;
  private static final int SIGNED = 0x00280103;
  private static final int WINDOW_CENTRE = 0x00281050;
  private static final int WINDOW_WIDTH = 0x00281051;
  private static final int INTERCEPT = 0x00281052;
  private static final int SLOPE = 0x00281053;
  private static final int PALETTE = 0x00281101;
  private static final int PALETTE_DATA = 0x00281201;

  private final DicomHeader header;
  private final int width;
  private final int height;
  private final int frames;
  private final int samples;
  private final int allocated;
  private final int stored;
  private final String photometric;

  /**
   * @throws IOException with the end of a sentence when this kind of pixels is unknown
   */
  DicomPixels(DicomHeader header) throws IOException {
    this.header = header;
    this.width = header.number(COLUMNS, 0);
    this.height = header.number(DicomHeader.ROWS, 0);
    this.samples = header.number(SAMPLES, 1);
    this.allocated = header.number(ALLOCATED, 0);
    this.stored = header.number(STORED, allocated);
    this.photometric = header.text(PHOTOMETRIC);
    String count = header.text(FRAMES);
    this.frames = count.matches("[1-9]\\d{0,6}") ? Integer.parseInt(count) : 1;
    if (width == 0 || height == 0) throw new IOException("it says that it has no pixels");
    if (allocated != 8 && allocated != 16 || stored < 1 || stored > allocated)
      throw new UnsupportedPictureException(
          "its pixels have " + allocated + " bits, " + stored + " of them stored");
    if (samples != (Arrays.asList("RGB", "YBR_FULL", "YBR_FULL_422").contains(photometric) ? 3 : 1)
        || subsampled() && (allocated != 8 || width % 2 != 0))
      throw new UnsupportedPictureException(
          "its pixels are " + Excerpt.of(photometric) + " with " + samples + " samples");
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int frames() {
    return frames;
  }

  /** Bytes of a frame. */
  long frameLength() {
    return (long) width * height * (subsampled() ? 2 : samples * (allocated / 8));
  }

  private boolean subsampled() {
    return photometric.equals("YBR_FULL_422");
  }

  /** In millimetres, when the file says so. */
  PixelSize pixelSize() {
    String spacing = header.text(SPACING);
    if (spacing.isEmpty()) spacing = header.text(DicomHeader.IMAGER_SPACING);
    String[] rowThenColumn = spacing.split("\\\\");
    try {
      return new PixelSize(
          Double.parseDouble(rowThenColumn[1].trim()),
          Double.parseDouble(rowThenColumn[0].trim()),
          "mm");
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException unknown) {
      return PixelSize.UNKNOWN;
    }
  }

  /** Gives a frame's bytes. */
  interface Frames {
    byte[] frame(int index) throws IOException;
  }

  /**
   * What is white in all frames, over all channels; numbers of a colour table have none.
   *
   * @param frames asked for one after the other, where the header does not say enough
   */
  WhiteLevel level(int count, Frames frames) throws IOException {
    if (allocated == 8 || isPalette()) return WhiteLevel.whole(stored, isSigned());
    HeaderWhite said =
        HeaderWhite.ofDicom(
            stored,
            isSigned(),
            HeaderWhite.number(header.text(WINDOW_CENTRE), Double.NaN),
            HeaderWhite.number(header.text(WINDOW_WIDTH), Double.NaN),
            HeaderWhite.number(header.text(SLOPE), 1),
            HeaderWhite.number(header.text(INTERCEPT), 0));
    if (stored < allocated) return said.level(0, 0);
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    for (int i = 0; i < count; i++) {
      byte[] frame = frames.frame(i);
      long[] range =
          new PackedSamples(frame, 0, 2, 2, header.little())
              .range(frame.length / 2, stored, lowestBit(), isSigned());
      least = Math.min(least, range[0]);
      most = Math.max(most, range[1]);
    }
    return said.level(least, most);
  }

  boolean isYbr() {
    return photometric.startsWith("YBR");
  }

  private boolean isPalette() {
    return photometric.equals("PALETTE COLOR");
  }

  private boolean isSigned() {
    return header.number(SIGNED, 0) == 1;
  }

  private int lowestBit() {
    int highest = header.number(HIGH_BIT, stored - 1);
    return Math.max(0, Math.min(allocated - stored, highest + 1 - stored));
  }

  /**
   * One plane for grey, three for colour.
   *
   * @param frame the frame's bytes, which the planes go on to use
   * @param level what is white
   */
  Planes.Plane[] planes(byte[] frame, WhiteLevel level) throws UnsupportedPictureException {
    if (!header.little() && header.words() && allocated == 8) swapPairs(frame);
    switch (photometric) {
      case "RGB":
        return new Planes.Plane[] {
          channel(frame, 0, level), channel(frame, 1, level), channel(frame, 2, level)
        };
      case "YBR_FULL":
        return rgb(channel(frame, 0, level), channel(frame, 1, level), channel(frame, 2, level));
      case "YBR_FULL_422":
        return rgb(
            index -> (frame[index / 2 * 4 + index % 2] & 0xff) / 255f,
            index -> (frame[index / 2 * 4 + 2] & 0xff) / 255f,
            index -> (frame[index / 2 * 4 + 3] & 0xff) / 255f);
      case "PALETTE COLOR":
        return new Planes.Plane[] {palette(frame, 0), palette(frame, 1), palette(frame, 2)};
      case "MONOCHROME1":
        Planes.Plane negative = channel(frame, 0, level);
        return new Planes.Plane[] {index -> 1 - negative.at(index)};
      case "MONOCHROME2":
      case "":
        return new Planes.Plane[] {channel(frame, 0, level)};
      default:
        throw new UnsupportedPictureException("its pixels are " + Excerpt.of(photometric));
    }
  }

  private static void swapPairs(byte[] frame) {
    for (int i = 0; i + 1 < frame.length; i += 2) {
      byte first = frame[i];
      frame[i] = frame[i + 1];
      frame[i + 1] = first;
    }
  }

  private PackedSamples packed(byte[] frame, int channel) {
    int bytes = allocated / 8;
    boolean planar = header.number(PLANAR, 0) == 1;
    int start = channel * bytes * (planar ? width * height : 1);
    return new PackedSamples(
        frame, start, planar ? bytes : bytes * samples, bytes, header.little());
  }

  private Planes.Plane channel(byte[] frame, int channel, WhiteLevel level) {
    return packed(frame, channel).plane(stored, lowestBit(), isSigned(), level);
  }

  /** As in JPEG (Rec. 601, full range). */
  private static Planes.Plane[] rgb(Planes.Plane y, Planes.Plane cb, Planes.Plane cr) {
    float middle = 128 / 255f;
    return new Planes.Plane[] {
      i -> limited(y.at(i) + 1.402f * (cr.at(i) - middle)),
      i -> limited(y.at(i) - 0.344136f * (cb.at(i) - middle) - 0.714136f * (cr.at(i) - middle)),
      i -> limited(y.at(i) + 1.772f * (cb.at(i) - middle))
    };
  }

  private static float limited(float value) {
    return Math.min(1, Math.max(0, value));
  }

  private Planes.Plane palette(byte[] frame, int channel) throws UnsupportedPictureException {
    PackedSamples table = table(channel);
    int entries = entries(channel);
    int first = header.number(PALETTE + channel, 1, 0);
    long most = 0;
    for (int each = 0; each < 3; each++)
      most = Math.max(most, table(each).range(entries(each), 16, 0, false)[1]);
    // Some writers declare 16 bits and use 8 of them, or 12.
    float white = (float) WhiteLevel.ofContent(0, most, 16).white();
    PackedSamples indices = packed(frame, 0);
    return index -> {
      long entry = Math.min(entries - 1, Math.max(0, indices.at(index) - first));
      return table.at((int) entry) / white;
    };
  }

  private int entries(int channel) {
    int count = header.number(PALETTE + channel, 0, 0);
    return count == 0 ? 65536 : count;
  }

  private PackedSamples table(int channel) throws UnsupportedPictureException {
    byte[] data = header.value(PALETTE_DATA + channel);
    int entries = entries(channel);
    if (data == null || data.length < entries)
      throw new UnsupportedPictureException("its colour table is missing or of another kind");
    int bytes = data.length >= 2 * entries ? 2 : 1;
    return new PackedSamples(data, 0, bytes, bytes, header.little());
  }
}
