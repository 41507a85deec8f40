package sc.fiji.cavga.train;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When the next checkpoint is due: often, but never so that writing it takes up training's time.
 */
final class CheckpointSchedule {

  static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(30);

  /** The rest between two checkpoints is at least so many times as long as writing one. */
  private static final int REST = 20;

  private final long interval;
  private final LongSupplier nanoTime;
  private long last;
  private long cost;

  CheckpointSchedule(Duration interval, LongSupplier nanoTime) {
    this.interval = interval.toNanos();
    this.nanoTime = nanoTime;
    last = nanoTime.getAsLong();
  }

  /** After a step: at an epoch's end, or when the interval is over. */
  boolean due(boolean epochEnded) {
    long since = nanoTime.getAsLong() - last;
    return since >= REST * cost && (epochEnded || since >= interval);
  }

  /** One was written, beginning at the given time. */
  void written(long started) {
    last = nanoTime.getAsLong();
    cost = last - started;
  }
}
