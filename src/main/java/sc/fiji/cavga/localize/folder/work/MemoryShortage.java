package sc.fiji.cavga.localize.folder.work;

import sc.fiji.cavga.compute.machine.InsufficientMemoryException;
import sc.fiji.cavga.read.file.InsufficientHeapException;

/** Tells what a picture may fit into when it is the only one in memory. */
final class MemoryShortage {

  private MemoryShortage() {}

  static boolean isCauseOf(Throwable problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause())
      if (cause instanceof OutOfMemoryError
          || cause instanceof InsufficientHeapException
          || cause instanceof InsufficientMemoryException) return true;
    return false;
  }
}
