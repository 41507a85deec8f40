package sc.fiji.cavga.compute.machine;

import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * The memory that networks' arrays get: the machine's or a graphics card's. What does not fit is
 * refused before it is allocated, so that a smaller batch can be tried.
 */
public final class ArrayMemory {

  /** Of a card's free memory; its libraries take some for themselves as they go. */
  private static final double USABLE_SHARE = 0.9;

  /** What ND4J says where its native library was refused memory, main or a card's. */
  private static final String REFUSED = "Allocation failed";

  private final String name;
  private final LongSupplier room;

  private ArrayMemory(String name, LongSupplier room) {
    this.name = name;
    this.room = room;
  }

  /** The machine's. */
  public static ArrayMemory ofMachine() {
    return new ArrayMemory("memory", NativeMemory::headroomBytes);
  }

  /**
   * A card's.
   *
   * @param free how many bytes of it nobody uses now
   */
  public static ArrayMemory ofCard(LongSupplier free) {
    return new ArrayMemory(
        "the graphics card's memory", () -> (long) (USABLE_SHARE * free.getAsLong()));
  }

  /**
   * Allocates, or refuses: a machine that runs out of memory stops whatever it likes.
   *
   * @param bytes an estimate of what will be allocated
   * @param what what the memory is for, as it will stand in the message: "Training with batch 8"
   * @throws InsufficientMemoryException if there is less, or turns out to be
   */
  public void reserve(long bytes, String what, Runnable allocation) {
    requireRoomFor(bytes, what);
    try {
      allocation.run();
    } catch (OutOfMemoryError e) {
      throw ranOut(bytes, what, e);
    } catch (RuntimeException e) {
      if (String.valueOf(e.getMessage()).startsWith(REFUSED)) throw ranOut(bytes, what, e);
      throw e;
    }
  }

  /** As {@link #reserve}, where nothing is allocated yet. */
  public void requireRoomFor(long bytes, String what) {
    long free = room.getAsLong();
    if (bytes > free) throw shortage(bytes, what, free);
  }

  /** After giving back what was allocated in vain. */
  private InsufficientMemoryException ranOut(long bytes, String what, Throwable cause) {
    NativeMemory.collect();
    InsufficientMemoryException exception = shortage(bytes, what, room.getAsLong());
    exception.initCause(cause);
    return exception;
  }

  private InsufficientMemoryException shortage(long bytes, String what, long free) {
    return new InsufficientMemoryException(
        String.format(
            Locale.ROOT,
            "%s needs about %s of %s and %s are free",
            what,
            megabytes(bytes),
            name,
            megabytes(free)));
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%,d MB", Math.max(1, bytes >> 20));
  }
}
