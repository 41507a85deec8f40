package sc.fiji.cavga.cli.error;

/** What the command line tells the shell; stable, as scripts depend on it. */
public final class ExitCode {

  /** All was done. */
  public static final int DONE = 0;

  /** Some inputs failed; the results of the others are written. */
  public static final int SOME_FAILED = 1;

  /** An option or argument is missing or wrong; nothing was done. */
  public static final int WRONG_USE = 2;

  /** The run failed; earlier results are as they were. */
  public static final int FAILED = 3;

  private ExitCode() {}
}
