package sc.fiji.cavga.cli.progress;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import sc.fiji.cavga.ui.Durations;

/**
 * How far a long piece of work has come, and how long it will still take.
 *
 * <p>On a terminal one line with a bar, which is written over; elsewhere, as in a log file, a plain
 * line now and then. Safe to call from any thread, as often as one likes.
 */
public final class ProgressLine implements AutoCloseable {

  private static final int BAR = 30;
  private static final long TERMINAL_INTERVAL = TimeUnit.MILLISECONDS.toNanos(200);
  private static final long PLAIN_INTERVAL = TimeUnit.SECONDS.toNanos(10);

  private final PrintWriter out;
  private final boolean terminal;
  private final LongSupplier nanoTime;
  private final long start;

  private long lastShown;
  private boolean shown;
  private int width;

  ProgressLine(PrintWriter out, boolean terminal, LongSupplier nanoTime) {
    this.out = out;
    this.terminal = terminal;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  /** Starts the clock; shows a bar where there is a terminal. */
  public static ProgressLine on(PrintWriter out) {
    return new ProgressLine(out, isOnTerminal(), System::nanoTime);
  }

  /** True if output goes to a terminal that can write over a line. */
  private static boolean isOnTerminal() {
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

  /**
   * @param label what is being done, such as "Epoch 3 of 20, loss 0.41"
   * @param done how much is done, from 0 to total, in any unit
   * @param total at least 1
   */
  public synchronized void show(String label, double done, double total) {
    long now = nanoTime.getAsLong();
    boolean due = !shown || now - lastShown >= (terminal ? TERMINAL_INTERVAL : PLAIN_INTERVAL);
    if (!due && done < total) return;
    double share = Math.max(0, Math.min(1, done / total));
    String left = timeLeft(now - start, share);
    String what = PlainText.line(label);
    if (terminal) overwrite(bar(share) + percent(share) + left + "  " + what);
    else out.println(what + ":" + percent(share) + left);
    out.flush();
    shown = true;
    lastShown = now;
  }

  /** Prints a line that stays, above the bar where there is one. */
  public synchronized void println(String line) {
    if (terminal) overwrite("");
    if (terminal) out.print('\r');
    out.println(PlainText.of(line));
    out.flush();
    width = 0;
  }

  /** Leaves the last state of the bar on the screen and goes to the next line. */
  @Override
  public synchronized void close() {
    if (terminal && width > 0) out.println();
    out.flush();
    width = 0;
  }

  private void overwrite(String line) {
    out.print('\r' + line + " ".repeat(Math.max(0, width - line.length())));
    width = line.length();
  }

  private static String bar(double share) {
    int full = (int) Math.round(share * BAR);
    return "[" + "#".repeat(full) + ".".repeat(BAR - full) + "]";
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, " %3d %%", (int) Math.floor(100 * share));
  }

  private static String timeLeft(long elapsed, double share) {
    if (share >= 1) return ", took " + Durations.text(elapsed / 1e9);
    if (share <= 0) return "";
    return ", " + Durations.text(elapsed / 1e9 / share * (1 - share)) + " left";
  }
}
