package sc.fiji.cavga.train;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CheckpointScheduleTest {

  private long now = 1_000;

  private final CheckpointSchedule schedule =
      new CheckpointSchedule(Duration.ofNanos(100), () -> now);

  @Test
  void atAnEpochsEndOrWhenTheIntervalIsOver() {
    assertTrue(schedule.due(true));
    assertFalse(schedule.due(false));
    now += 100;
    assertTrue(schedule.due(false));
  }

  @Test
  void rarerWhereWritingTakesLong() {
    long started = now;
    now += 50;
    schedule.written(started);
    now += 999;
    assertFalse(schedule.due(true));
    now += 1;
    assertTrue(schedule.due(false));
  }
}
