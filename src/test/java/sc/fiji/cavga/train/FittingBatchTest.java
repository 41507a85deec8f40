package sc.fiji.cavga.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.compute.ComputeBackend;
import sc.fiji.cavga.compute.machine.InsufficientMemoryException;
import sc.fiji.cavga.compute.machine.NativeMemory;

class FittingBatchTest {

  private static final long TOO_MUCH = 1L << 50;

  private final List<Integer> tried = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  @BeforeAll
  static void start() {
    ComputeBackend.start();
  }

  /** A machine with room for so many pictures. */
  private IntConsumer roomFor(int most) {
    return batch -> {
      tried.add(batch);
      NativeMemory.requireRoomFor(batch <= most ? 1 : TOO_MUCH, "A batch of " + batch);
    };
  }

  @Test
  void whatFitsStays() {
    TrainingConfig config = TinyTraining.config().with(CommonSettings.BATCH, 7);
    assertSame(config, FittingBatch.of(config, roomFor(7), warnings::add));
    assertEquals(List.of(), warnings);
  }

  @Test
  void isHalvedUntilItFitsAndSaysSo() {
    TrainingConfig config = TinyTraining.config().with(CommonSettings.BATCH, 12);
    TrainingConfig fitting = FittingBatch.of(config, roomFor(3), warnings::add);
    assertEquals(List.of(12, 6, 3), tried);
    assertEquals(TinyTraining.config().with(CommonSettings.BATCH, 3), fitting);
    assertEquals(1, warnings.size());
    String warning = warnings.get(0);
    assertTrue(warning.startsWith("A batch of 12 needs about 1,073,741,824 MB of mem"), warning);
    assertTrue(warning.endsWith(" are free: training goes on in batches of 3 instead."), warning);
  }

  @Test
  void numbersAreSaidWhenNothingFits() {
    TrainingConfig config = TinyTraining.config().with(CommonSettings.BATCH, 4);
    InsufficientMemoryException failure =
        assertThrows(
            InsufficientMemoryException.class,
            () -> FittingBatch.of(config, roomFor(0), warnings::add));
    assertEquals(List.of(4, 2, 1), tried);
    assertTrue(failure.getMessage().startsWith("A batch of 1 needs about 1,073,741,824 MB"));
    assertEquals(List.of(), warnings);
  }

  @Test
  void weakSupervisionKeepsBothKindsInABatch() {
    TrainingConfig config = TinyTraining.config().with(CommonSettings.WEAK, true).with(CommonSettings.BATCH, 3);
    assertThrows(
        InsufficientMemoryException.class,
        () -> FittingBatch.of(config, roomFor(1), warnings::add));
    assertEquals(List.of(3, 2), tried);
  }
}
