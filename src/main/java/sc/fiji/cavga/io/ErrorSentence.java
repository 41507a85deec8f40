package sc.fiji.cavga.io;

import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/**
 * Sentences for what Java says of files in words of its own: a bare path, "Malformed input", "Input
 * length = 1".
 */
public final class ErrorSentence {

  /** What Java says on Unix of letters that cannot be written; on Windows it says others. */
  private static final String UNMAPPABLE = "Malformed input";

  private ErrorSentence() {}

  /** One sentence for people; empty where the problem's own message was written for them. */
  public static Optional<String> of(Throwable problem) {
    for (Throwable each = problem; each != null; each = each.getCause())
      if (each instanceof InvalidPathException) return Optional.of(of((InvalidPathException) each));
    if (problem instanceof FileSystemException)
      return Optional.of(of((FileSystemException) problem));
    if (problem instanceof CharacterCodingException)
      return Optional.of("A text file is not written in UTF-8: save it anew in that encoding.");
    return Optional.empty();
  }

  /** The sentence, or else the problem's own message. */
  public static String orMessage(Throwable problem) {
    return of(problem).orElse(problem.getMessage());
  }

  private static String of(InvalidPathException problem) {
    String name = "The file name " + Excerpt.of(problem.getInput());
    if (problem.getReason().startsWith(UNMAPPABLE))
      return name
          + " has letters that this system's character set lacks: start Java with LC_ALL=C.UTF-8, or"
          + " rename the file.";
    return name
        + " is none that this system can have ("
        + problem.getReason()
        + "): give it without quotation marks and the like, or rename the file.";
  }

  private static String of(FileSystemException problem) {
    String file = problem.getFile();
    if (problem instanceof NoSuchFileException) return file + " does not exist: check the path.";
    // What Windows says also of a file that a program has open.
    if (problem instanceof AccessDeniedException)
      return file
          + " cannot be opened: check its permissions, close other programs that have it open, or"
          + " choose another folder.";
    return file
        + " cannot be used"
        + ExplainingStream.reason(problem)
        + ": check the path and the disk, and close other programs that have it open.";
  }
}
