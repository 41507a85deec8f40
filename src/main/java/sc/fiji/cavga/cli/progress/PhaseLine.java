package sc.fiji.cavga.cli.progress;

import java.io.PrintWriter;

/** A progress line for work in several phases, each with a clock of its own. */
final class PhaseLine implements AutoCloseable {

  private final PrintWriter out;
  private ProgressLine line;
  private String phase;

  PhaseLine(PrintWriter out) {
    this.out = out;
  }

  /** As {@link ProgressLine#show}; another phase begins on a new line. */
  void show(String phaseNow, String label, double done, double total) {
    if (!phaseNow.equals(phase)) {
      end();
      phase = phaseNow;
      line = ProgressLine.on(out);
    }
    line.show(label, done, total);
  }

  /** Prints a line that stays. */
  void println(String text) {
    if (line != null) line.println(text);
    else out.println(text);
  }

  /** Ends the phase. */
  void end() {
    if (line != null) line.close();
    line = null;
    phase = null;
  }

  @Override
  public void close() {
    end();
  }
}
