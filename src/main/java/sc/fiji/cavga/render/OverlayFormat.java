package sc.fiji.cavga.render;

import ij.process.ColorProcessor;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How pictures to look at are written. */
public enum OverlayFormat {
  /** Without loss. */
  PNG(".png") {
    @Override
    public void write(ColorProcessor picture, OutputStream out) throws IOException {
      PngFile.writeResult(picture, out);
    }
  },

  /** A tenth of the size. */
  JPEG(".jpg") {
    @Override
    public void write(ColorProcessor picture, OutputStream out) throws IOException {
      JpegFile.writeResult(picture, out);
    }
  };

  private final String extension;

  OverlayFormat(String extension) {
    this.extension = extension;
  }

  /**
   * @throws IllegalArgumentException with one sentence when there is no such format
   */
  public static OverlayFormat of(String label) {
    for (OverlayFormat format : values()) if (format.label().equals(label)) return format;
    throw new IllegalArgumentException(
        "There is no overlay format \""
            + label
            + "\"; choose "
            + Arrays.stream(values()).map(OverlayFormat::label).collect(Collectors.joining(" or "))
            + ".");
  }

  /** The word for it in options and macros. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Of its files, with the dot. */
  public String extension() {
    return extension;
  }

  /** Writes a picture with the mark of results; the stream stays open. */
  public abstract void write(ColorProcessor picture, OutputStream out) throws IOException;
}
