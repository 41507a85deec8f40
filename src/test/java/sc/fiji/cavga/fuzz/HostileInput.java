package sc.fiji.cavga.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/**
 * What every reader owes to bytes from a stranger: it takes them, or refuses them with an
 * IOException whose message is a sentence that is short and can be printed, and it asks for no more
 * memory than the bytes are worth. Anything else is a finding.
 */
public final class HostileInput {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Buffers. */
  private static final long FIXED = 16L << 20;

  private static final int LONGEST_MESSAGE = 3000;

  /** What is done with the bytes. */
  public interface Reading {
    void read() throws IOException;
  }

  private HostileInput() {}

  /**
   * @param perByte how much memory a reader may ask for, in bytes for each byte of the input; all
   *     that it ever asks for counts, and not what it holds at once
   */
  public static void read(byte[] input, long perByte, Reading reading) {
    long most = FIXED + perByte * input.length;
    // What is too much the first time may be classes that had to be loaded, and is asked again.
    if (asked(reading) > most && asked(reading) > most)
      throw new AssertionError(
          input.length + " bytes made it ask for more than " + most + " bytes of memory");
  }

  private static long asked(Reading reading) {
    long thread = Thread.currentThread().getId();
    long before = THREADS.getThreadAllocatedBytes(thread);
    try {
      reading.read();
    } catch (IOException refused) {
      requireSentence(refused);
    }
    return THREADS.getThreadAllocatedBytes(thread) - before;
  }

  private static void requireSentence(IOException refused) {
    String message = refused.getMessage();
    if (message == null
        || !message.stripTrailing().endsWith(".") && !message.contains(" expects:\n")
        || message.length() > LONGEST_MESSAGE
        || message.chars().anyMatch(c -> c != '\n' && Character.isISOControl(c)))
      throw new AssertionError("no message for a person: " + message, refused);
  }
}
