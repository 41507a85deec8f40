package sc.fiji.cavga.render;

import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import sc.fiji.cavga.io.OutputMark;

/** Pictures as PNG files, on disk or in memory. */
public final class PngFile {

  /** Bytes of the signature and the chunk with width and height, which comes first. */
  private static final int HEADER = 8 + 25;

  /** Bytes of a chunk's name. */
  private static final int NAME = 4;

  /** Takes three quarters of the usual time; files are a fiftieth larger. */
  private static final float QUICK = 0.9f;

  private PngFile() {}

  /** Writes a picture; the stream stays open. */
  public static void write(ImageProcessor picture, OutputStream out) throws IOException {
    if (picture instanceof ColorProcessor) write((ColorProcessor) picture, "", out);
    else write(picture.getBufferedImage(), out);
  }

  private static void write(ColorProcessor picture, String software, OutputStream out)
      throws IOException {
    RgbPng.write((int[]) picture.getPixels(), picture.getWidth(), software, out);
  }

  /** As the other, of colours. */
  public static void writeResult(ColorProcessor picture, OutputStream out) throws IOException {
    write(picture, OutputMark.TEXT, out);
  }

  /**
   * Writes a picture with the {@link OutputMark}, so that it is not taken for a photograph; the
   * stream stays open.
   */
  public static void writeResult(BufferedImage picture, OutputStream out) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    write(picture, png);
    byte[] bytes = png.toByteArray();
    byte[] text = ("tEXtSoftware\0" + OutputMark.TEXT).getBytes(StandardCharsets.ISO_8859_1);
    CRC32 checksum = new CRC32();
    checksum.update(text);
    out.write(bytes, 0, HEADER);
    DataOutputStream chunk = new DataOutputStream(out);
    chunk.writeInt(text.length - NAME);
    chunk.write(text);
    chunk.writeInt((int) checksum.getValue());
    chunk.flush();
    out.write(bytes, HEADER, bytes.length - HEADER);
  }

  /** Writes a picture that was drawn with AWT; the stream stays open. */
  public static void write(BufferedImage picture, OutputStream out) throws IOException {
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("png");
    if (!writers.hasNext()) throw new IOException("This Java writes no PNG.");
    ImageWriter writer = writers.next();
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam quick = writer.getDefaultWriteParam();
      quick.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      quick.setCompressionQuality(QUICK);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(picture, null, null), quick);
    } finally {
      writer.dispose();
    }
  }

  /**
   * A whole file in memory.
   *
   * @param rgb [H,W], red, green and blue in the lower 24 bits
   */
  public static byte[] bytes(int[] rgb, int width) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      write(new ColorProcessor(width, rgb.length / width, rgb), png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return png.toByteArray();
  }
}
