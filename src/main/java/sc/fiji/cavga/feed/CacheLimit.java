package sc.fiji.cavga.feed;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much memory prepared pictures may take together; shared by all {@link PreparedSamples} of a
 * training.
 *
 * <p>First come, first kept: pictures stay in memory from their first use on until the limit is
 * reached, and every later one is read anew each time. Nothing is ever dropped for something else,
 * since training goes round and round through the pictures and the one dropped would always be
 * needed sooner. A picture of 128 × 128 pixels in colour takes about 0.1 MB, one of 256 × 256 about
 * 0.4 MB.
 */
public final class CacheLimit {

  private static final long MOST_BY_DEFAULT = 1L << 30;

  private final long limit;
  private final AtomicLong used = new AtomicLong();

  private CacheLimit(long limit) {
    this.limit = limit;
  }

  /** 1 GiB, or a quarter of what Java may use where that is less. */
  public static CacheLimit byDefault() {
    return new CacheLimit(Math.min(MOST_BY_DEFAULT, Runtime.getRuntime().maxMemory() / 4));
  }

  /**
   * @param bytes zero or more; with zero nothing is kept
   */
  public static CacheLimit ofBytes(long bytes) {
    if (bytes < 0)
      throw new IllegalArgumentException(
          "The cache's limit must be zero or more bytes, not " + bytes + ".");
    return new CacheLimit(bytes);
  }

  /** Takes this much if that much is left. */
  boolean take(long bytes) {
    while (true) {
      long before = used.get();
      if (bytes > limit - before) return false;
      if (used.compareAndSet(before, before + bytes)) return true;
    }
  }
}
