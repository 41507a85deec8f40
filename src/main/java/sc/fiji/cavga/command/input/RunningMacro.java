package sc.fiji.cavga.command.input;

import ij.macro.Interpreter;

/** The macro that ImageJ runs now, if any. */
public final class RunningMacro {

  private static final long INTERVAL = 5;

  private RunningMacro() {}

  /**
   * Lets the macro end when the command has ended. An exception would not: ImageJ prints it, and
   * the macro goes on.
   */
  public static void end() {
    Interpreter macro = Interpreter.getInstance();
    if (macro == null) return;
    // It waits for the macro's end, and the macro for this command's.
    Thread ending = new Thread(Interpreter::abort, "End of macro");
    ending.setDaemon(true);
    ending.start();
    try {
      while (!macro.done() && ending.isAlive()) Thread.sleep(INTERVAL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
