package sc.fiji.cavga.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Longer texts of exported files, which lie in the jar. */
public final class ExportText {

  private static final String FOLDER = "export/";

  private ExportText() {}

  /**
   * @param name of the text's file
   * @throws UncheckedIOException with one sentence when the jar lacks it
   */
  public static String read(String name) {
    ClassLoader loader = ExportText.class.getClassLoader();
    try (InputStream in = loader.getResourceAsStream(FOLDER + name)) {
      if (in == null) throw new IOException("it is missing");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The jar lacks " + FOLDER + name + "; install it again.", e);
    }
  }
}
