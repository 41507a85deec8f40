package sc.fiji.cavga.cli.error;

/** A jar that is not where the program's own jar looks for it. It needs no library itself. */
public final class MissingLibrary {

  /** What is wrong and what to do. */
  public static final String SENTENCE =
      "A library of this program is missing: keep CAVGA_-VERSION.jar and the folder lib with all"
          + " its jars side by side, as in target, and move both together.";

  private MissingLibrary() {}

  /** Whether a class was not found, and not one that could not be started. */
  public static boolean isOne(Throwable error) {
    return error instanceof NoClassDefFoundError
        && !String.valueOf(error.getMessage()).startsWith("Could not initialize");
  }
}
