package sc.fiji.cavga.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A command that was run in this process, with all that it printed (lines end with \n). */
final class Ran {

  private final int code;
  private final String out;
  private final String err;

  private Ran(int code, String out, String err) {
    this.code = code;
    this.out = out;
    this.err = err;
  }

  static Ran with(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    return new Ran(code, lines(out), lines(err));
  }

  private static String lines(StringWriter text) {
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  int code() {
    return code;
  }

  String out() {
    return out;
  }

  String err() {
    return err;
  }
}
