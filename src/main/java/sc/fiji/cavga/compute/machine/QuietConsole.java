package sc.fiji.cavga.compute.machine;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.concurrent.Callable;

/**
 * Keeps what a library prints out of the user's console.
 *
 * <p>ND4J and SameDiff print to the standard streams while they start and while they build
 * gradients. Only the calling thread is silenced: whatever else runs in Fiji goes on printing.
 */
public final class QuietConsole {

  private QuietConsole() {}

  /**
   * @return what the work returns; what it prints from this thread is dropped
   * @throws Exception as the work does
   */
  public static <T> T during(Callable<T> work) throws Exception {
    PrintStream out = System.out;
    PrintStream err = System.err;
    OthersOnly heardOut = new OthersOnly(out, Thread.currentThread());
    OthersOnly heardErr = new OthersOnly(err, Thread.currentThread());
    PrintStream quietOut = heardOut.stream(System.getProperty("stdout.encoding"));
    PrintStream quietErr = heardErr.stream(System.getProperty("stderr.encoding"));
    System.setOut(quietOut);
    System.setErr(quietErr);
    try {
      return work.call();
    } finally {
      heardOut.end();
      heardErr.end();
      // Where somebody has replaced the streams meanwhile, theirs stay; ours then pass all on.
      if (System.out == quietOut) System.setOut(out);
      if (System.err == quietErr) System.setErr(err);
    }
  }

  /** Passes on what all threads but one write. */
  private static final class OthersOnly extends OutputStream {

    private final PrintStream target;
    private volatile Thread silenced;

    OthersOnly(PrintStream target, Thread silenced) {
      this.target = target;
      this.silenced = silenced;
    }

    /** A print stream hands over what it was given in the thread that gave it. */
    PrintStream stream(String encoding) throws IOException {
      return new PrintStream(
          this, true, encoding == null ? Charset.defaultCharset().name() : encoding);
    }

    void end() {
      silenced = null;
    }

    @Override
    public void write(int b) {
      if (Thread.currentThread() != silenced) target.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      if (Thread.currentThread() != silenced) target.write(bytes, offset, length);
    }

    @Override
    public void flush() {
      if (Thread.currentThread() != silenced) target.flush();
    }
  }
}
