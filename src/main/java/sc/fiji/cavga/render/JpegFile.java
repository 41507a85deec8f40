package sc.fiji.cavga.render;

import ij.process.ColorProcessor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import sc.fiji.cavga.io.OutputMark;

/** Pictures as JPEG files. */
final class JpegFile {

  /** High enough that lines and letters keep clean edges. */
  private static final float QUALITY = 0.9f;

  /** Bytes of the marker that begins a file. */
  private static final int BEGIN = 2;

  /** Bytes of the header that comes first, with its own marker: JFIF's. */
  private static final int HEADER = 18;

  private static final int MARKER = 0xff;
  private static final int COMMENT = 0xfe;

  /** Of a length, which counts itself. */
  private static final int LENGTH = 2;

  private JpegFile() {}

  /**
   * Writes a picture with the {@link OutputMark} as a comment, so that it is not taken for a
   * photograph; the stream stays open.
   */
  static void writeResult(ColorProcessor picture, OutputStream out) throws IOException {
    byte[] bytes = encoded(picture);
    byte[] text = OutputMark.TEXT.getBytes(StandardCharsets.ISO_8859_1);
    out.write(bytes, 0, BEGIN + HEADER);
    out.write(MARKER);
    out.write(COMMENT);
    out.write(text.length + LENGTH >> 8);
    out.write(text.length + LENGTH);
    out.write(text);
    out.write(bytes, BEGIN + HEADER, bytes.length - BEGIN - HEADER);
  }

  private static byte[] encoded(ColorProcessor picture) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(jpeg)) {
      ImageWriteParam settings = writer.getDefaultWriteParam();
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionQuality(QUALITY);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(picture.getBufferedImage(), null, null), settings);
    } finally {
      writer.dispose();
    }
    return jpeg.toByteArray();
  }
}
