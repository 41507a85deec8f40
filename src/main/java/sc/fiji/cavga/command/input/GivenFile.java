package sc.fiji.cavga.command.input;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The path of a file or folder as a person has typed or pasted it. */
public final class GivenFile {

  private GivenFile() {}

  /**
   * Without the quotation marks that Explorer puts around a path that is copied.
   *
   * @throws InvalidPathException when this system has no such names
   */
  public static Path path(File file) {
    String text = file.getPath().trim();
    boolean quoted = text.length() > 2 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? Path.of(text.substring(1, text.length() - 1)) : file.toPath();
  }
}
