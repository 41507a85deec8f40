package sc.fiji.cavga.localize.folder;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Writes pictures that cameras do not make. */
final class OddPictures {

  private OddPictures() {}

  static void grey(Path file, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x++) image.getRaster().setSample(x, y, 0, 100 + (x + y) % 50);
    write(image, file);
  }

  static void image(Path file, int type) throws IOException {
    BufferedImage image = new BufferedImage(50, 40, type);
    for (int i = 0; i < 2000; i++) image.setRGB(i % 50, i / 50, 0x80a05000 + i % 200);
    write(image, file);
  }

  static void noise(Path file, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(1);
    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x++) image.setRGB(x, y, random.nextInt());
    write(image, file);
  }

  private static void write(BufferedImage image, Path file) throws IOException {
    String name = file.getFileName().toString();
    String format = name.substring(name.lastIndexOf('.') + 1).replace("tif", "tiff");
    if (!ImageIO.write(image, format, file.toFile())) throw new IOException("no writer " + format);
  }

  /** Four inks: the decoder knows no such colours, but the file is what print shops send. */
  static void printColours(Path file) throws IOException {
    BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_4BYTE_ABGR);
    WritableRaster inks = image.getRaster();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(inks, null, null), null);
    } finally {
      writer.dispose();
    }
  }

  static void animation(Path file, int frames) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (int i = 0; i < frames; i++) {
        BufferedImage frame = new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_GRAY);
        frame.getRaster().setSample(i, i, 0, 200);
        writer.writeToSequence(new IIOImage(frame, null, null), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
  }

  /** A PNG of one bit a pixel that is all black, as small as such a file is. */
  static void zeros(Path file, int width, int height) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n'});
      ByteArrayOutputStream header = new ByteArrayOutputStream();
      DataOutputStream numbers = new DataOutputStream(header);
      numbers.writeInt(width);
      numbers.writeInt(height);
      numbers.write(new byte[] {1, 0, 0, 0, 0});
      chunk(out, "IHDR", header.toByteArray());
      ByteArrayOutputStream rows = new ByteArrayOutputStream();
      try (OutputStream packed = new DeflaterOutputStream(rows)) {
        byte[] row = new byte[1 + Math.min(width, 20_000) / 8];
        for (int y = 0; y < Math.min(height, 20_000); y++) packed.write(row);
      }
      chunk(out, "IDAT", rows.toByteArray());
      chunk(out, "IEND", new byte[0]);
    }
  }

  private static void chunk(OutputStream out, String kind, byte[] content) throws IOException {
    ByteArrayOutputStream named = new ByteArrayOutputStream();
    named.write(kind.getBytes(StandardCharsets.US_ASCII));
    named.write(content);
    CRC32 checksum = new CRC32();
    checksum.update(named.toByteArray());
    DataOutputStream all = new DataOutputStream(out);
    all.writeInt(content.length);
    all.write(named.toByteArray());
    all.writeInt((int) checksum.getValue());
  }
}
