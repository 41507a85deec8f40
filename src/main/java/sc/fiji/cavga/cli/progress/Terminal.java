package sc.fiji.cavga.cli.progress;

import java.io.Console;

/** Whether a person is watching. */
final class Terminal {

  private Terminal() {}

  /** True if output goes to a terminal that can write over a line. */
  static boolean isPresent() {
    return isTerminal(System.console()) && !"dumb".equals(System.getenv("TERM"));
  }

  /** From Java 22 on there is a console without a terminal, too, and it has to be asked. */
  private static boolean isTerminal(Console console) {
    if (console == null) return false;
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException olderJava) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
