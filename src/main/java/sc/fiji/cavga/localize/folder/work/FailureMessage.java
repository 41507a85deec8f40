package sc.fiji.cavga.localize.folder.work;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import sc.fiji.cavga.compute.machine.InsufficientMemoryException;
import sc.fiji.cavga.io.ErrorSentence;

/** Why a picture failed, as a sentence for its row in the table. */
public final class FailureMessage {

  private static final long MEGABYTE = 1L << 20;

  private FailureMessage() {}

  /** One sentence, whatever the problem is. */
  public static String of(Throwable problem) {
    if (problem instanceof OutOfMemoryError)
      return String.format(
          Locale.ROOT,
          "The picture does not fit into Java's memory of %d MB; crop it, or give Java more memory"
              + " (Edit > Options > Memory in Fiji, -Xmx elsewhere).",
          Runtime.getRuntime().maxMemory() / MEGABYTE);
    Optional<String> ofFiles = ErrorSentence.of(problem);
    if (ofFiles.isPresent()) return ofFiles.get();
    boolean sentence =
        problem instanceof IOException
            || problem instanceof InsufficientMemoryException
            || problem instanceof IllegalArgumentException
            || problem instanceof IllegalStateException;
    if (sentence && problem.getMessage() != null) return problem.getMessage();
    return "The picture cannot be examined, for a reason that was not foreseen ("
        + problem
        + "); export it again, as PNG or TIFF.";
  }
}
