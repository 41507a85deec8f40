package sc.fiji.cavga.read;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

/** TIFF files that a test writes with tags of its own. */
public final class TiffFile {

  private TiffFile() {}

  /** A tag with one number of 16 bits. */
  public static TIFFField number(int tag, int value) {
    return new TIFFField(new TIFFTag("number", tag, 1 << TIFFTag.TIFF_SHORT), value);
  }

  /** A tag with bytes of any meaning. */
  public static TIFFField bytes(int tag, byte[] value) {
    TIFFTag name = new TIFFTag("bytes", tag, 1 << TIFFTag.TIFF_UNDEFINED);
    return new TIFFField(name, TIFFTag.TIFF_UNDEFINED, value.length, value);
  }

  public static Path write(Path file, BufferedImage image, TIFFField... fields) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), param);
    TIFFDirectory directory = TIFFDirectory.createFromMetadata(metadata);
    for (TIFFField field : fields) directory.addTIFFField(field);
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, directory.getAsMetadata()), param);
    } finally {
      writer.dispose();
    }
    return file;
  }

  /** Deflated pages, one behind the other. */
  public static Path pages(Path file, BufferedImage... images) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    param.setCompressionType("Deflate");
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (BufferedImage image : images)
        writer.writeToSequence(new IIOImage(image, null, null), param);
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return file;
  }

  /** Overwrites what a page's first strip holds. */
  public static void damage(Path file, int page) throws IOException {
    long offset;
    ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(in);
      offset =
          TIFFDirectory.createFromMetadata(reader.getImageMetadata(page))
              .getTIFFField(BaselineTIFFTagSet.TAG_STRIP_OFFSETS)
              .getAsLong(0);
    } finally {
      reader.dispose();
    }
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, (int) offset, (int) offset + 8, (byte) 0xff);
    Files.write(file, bytes);
  }
}
