package sc.fiji.cavga.cli;

import sc.fiji.cavga.cli.error.ExitCode;
import sc.fiji.cavga.cli.error.MissingLibrary;

/** Where the jar begins: {@link Main}, or one sentence where its libraries are not beside it. */
public final class Launcher {

  private Launcher() {}

  /** As {@link Main#main}. */
  public static void main(String... arguments) {
    try {
      Main.main(arguments);
    } catch (NoClassDefFoundError missing) {
      if (!MissingLibrary.isOne(missing)) throw missing;
      System.err.println(MissingLibrary.SENTENCE);
      System.exit(ExitCode.FAILED);
    }
  }
}
