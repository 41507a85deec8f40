package sc.fiji.cavga.read.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import sc.fiji.cavga.picture.Laterality;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelView;
import sc.fiji.cavga.picture.Planes;
import sc.fiji.cavga.picture.WhiteLevel;
import sc.fiji.cavga.read.file.Decoding;
import sc.fiji.cavga.read.file.MemoryNeed;
import sc.fiji.cavga.read.file.PictureFile;
import sc.fiji.cavga.read.file.UnsupportedPictureException;

/** The frames of an uncompressed DICOM file, each read from the file when it is asked for. */
final class DicomFrames implements PictureFile {

  private static final String YBR = "Its colours were converted from YBR to RGB.";
  private static final int PIECE = 1 << 20;

  private final Path file;
  private final DicomHeader header;
  private final DicomPixels pixels;

  /** Null as long as nobody has asked; one for all frames, so that they can be compared. */
  private WhiteLevel level;

  /**
   * @throws EOFException when the file has fewer bytes than it announces
   * @throws IOException with the end of a sentence when its pixels are of an unknown kind
   */
  DicomFrames(Path file, DicomHeader header) throws IOException {
    this.file = file;
    this.header = header;
    this.pixels = new DicomPixels(header);
    long needed = pixels.frames() * pixels.frameLength();
    if (header.pixelStart() + needed > Files.size(file) || needed > header.pixelLength())
      throw new EOFException("it ends too early");
    if (pixels.frameLength() > Integer.MAX_VALUE - 8)
      throw new UnsupportedPictureException("a single picture of it has more than 2 GB");
  }

  /** The answer; all that may go wrong in one sentence. */
  static <T> T explained(Path file, Decoding<T> reading) throws IOException {
    try {
      return reading.now();
    } catch (EOFException cutOff) {
      throw new IOException(file + " is cut off before its end; copy it again.", cutOff);
    } catch (IOException problem) {
      if (String.valueOf(problem.getMessage()).startsWith(file.toString())) throw problem;
      String sentence =
          file
              + " is a DICOM file that cannot be read, because "
              + problem.getMessage()
              + "; export the picture as PNG or TIFF.";
      throw problem instanceof UnsupportedPictureException
          ? new UnsupportedPictureException(sentence, problem)
          : new IOException(sentence, problem);
    }
  }

  @Override
  public int count() {
    return pixels.frames();
  }

  @Override
  public Picture picture(int index) throws IOException {
    return explained(file, () -> frame(index));
  }

  private Picture frame(int index) throws IOException {
    long area = (long) pixels.width() * pixels.height();
    MemoryNeed.check(file, pixels.width(), pixels.height(), pixels.frameLength() / area + 1);
    boolean alone = count() == 1;
    if (level == null && !alone) level = pixels.level(count(), this::bytes);
    byte[] frame = bytes(index);
    if (level == null) level = pixels.level(1, only -> frame);
    Planes.Plane[] planes = pixels.planes(frame, level);
    String name = file.getFileName().toString();
    Picture picture =
        new Picture(
                alone ? name : name + " #" + (index + 1),
                PixelView.of(
                    pixels.width(),
                    pixels.height(),
                    planes.length,
                    Planes.source(pixels.width(), planes)),
                pixels.pixelSize())
            .withSide(side())
            .scaledBy(level);
    return pixels.isYbr() ? picture.changed(YBR) : picture;
  }

  /** Of the image, else of the body part that was examined. */
  private Laterality side() {
    String image = header.text(DicomHeader.IMAGE_LATERALITY);
    return Laterality.ofCode(image.isEmpty() ? header.text(DicomHeader.LATERALITY) : image);
  }

  /** Piece by piece: a channel takes as much memory again as it is asked for at once. */
  private byte[] bytes(int frame) throws IOException {
    byte[] bytes = new byte[(int) pixels.frameLength()];
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      channel.position(header.pixelStart() + frame * pixels.frameLength());
      for (int at = 0; at < bytes.length; ) {
        int read = channel.read(ByteBuffer.wrap(bytes, at, Math.min(PIECE, bytes.length - at)));
        if (read < 0) throw new EOFException("it ends too early");
        at += read;
      }
    }
    return bytes;
  }

  @Override
  public void close() {
    // The file is open only while a frame is read.
  }
}
