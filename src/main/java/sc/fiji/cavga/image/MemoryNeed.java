package sc.fiji.cavga.image;

import java.io.IOException;
import java.nio.file.Path;

/** Refuses pictures that cannot fit before memory is asked for: a small file may claim any size. */
final class MemoryNeed {

  private static final long MEGABYTE = 1L << 20;

  private MemoryNeed() {}

  /**
   * @param bytes what a pixel takes while it is decoded, over all pictures of the file
   * @throws IOException with one sentence when there is not that much memory
   */
  static void check(Path file, long width, long height, long bytes) throws IOException {
    Runtime runtime = Runtime.getRuntime();
    long free = runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
    if (width <= 0 || height <= 0)
      throw new IOException(file + " says that it has no pixels; export it again.");
    if (width * height > Integer.MAX_VALUE - 8)
      throw new UnsupportedPictureException(
          file + " has " + width + " x " + height + " pixels, more than ImageJ takes; crop it.");
    if (bytes * width * height > free)
      throw new IOException(
          String.format(
              "%s has %d x %d pixels, which need %d MB of memory while %d MB are free; crop it, or "
                  + "give Java more memory (Edit > Options > Memory in Fiji, -Xmx elsewhere).",
              file, width, height, bytes * width * height / MEGABYTE, free / MEGABYTE));
  }
}
