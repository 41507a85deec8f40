package sc.fiji.cavga.compute.machine;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import sc.fiji.cavga.compute.ComputeBackend;

class NativeMemoryTest {

  private static final long MEGABYTE = 1 << 20;

  @BeforeAll
  static void start() {
    ComputeBackend.start();
  }

  /** What earlier tests have left may be given back meanwhile: so the most of some tries counts. */
  @Test
  void seesATensorsMemory() {
    long grown = 0;
    for (int i = 0; i < 5 && grown <= 200 * MEGABYTE; i++) {
      long before = NativeMemory.residentBytes();
      INDArray tensor = Nd4j.ones(DataType.FLOAT, 64, MEGABYTE);
      grown = Math.max(grown, NativeMemory.residentBytes() - before);
      tensor.close();
    }
    assertTrue(grown > 200 * MEGABYTE, "grew by " + grown);
  }

  @Test
  void limitIsBelowThePhysicalMemory() {
    assertTrue(NativeMemory.limitBytes() < NativeMemory.physicalBytes());
    assertTrue(NativeMemory.limitBytes() > 100 * MEGABYTE);
    assertTrue(NativeMemory.headroomBytes() <= NativeMemory.limitBytes());
  }

  @Test
  void allowsWhatFits() {
    ArrayMemory.ofMachine().requireRoomFor(MEGABYTE, "A small batch");
    assertTrue(NativeMemory.headroomBytes() > MEGABYTE);
  }

  @Test
  void refusesWhatDoesNotFitAndSaysWhatToDo() {
    long needed = 1L << 50;
    InsufficientMemoryException refusal =
        assertThrows(
            InsufficientMemoryException.class,
            () -> ArrayMemory.ofMachine().requireRoomFor(needed, "Training with batch 512"));
    String message = refusal.getMessage();
    assertTrue(
        message.startsWith("Training with batch 512 needs about 1,073,741,824 MB of memory and "),
        message);
    String available = message.replaceFirst(".* and ([0-9,]+) MB are free: .*", "$1");
    assertTrue(Long.parseLong(available.replace(",", "")) < needed >> 20, message);
    assertTrue(
        message.endsWith("choose a smaller batch or picture size, or close other programs."));
  }

  @Test
  void collectionIsPossibleHere() {
    assertFalse(NativeMemory.isCollectionDisabled());
  }
}
