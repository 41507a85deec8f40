package sc.fiji.cavga.read.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Refuses pictures that cannot fit before memory is asked for: a small file may claim any size. */
public final class MemoryNeed {

  /**
   * How many pixels a byte of a compressed file may hold: more than of an empty page in black and
   * white. Deflate comes to 8,000 of them, LZW to 22,000, a facsimile to 40,000.
   */
  public static final long PIXELS_PER_BYTE = 1 << 16;

  private static final long MEGABYTE = 1L << 20;

  private MemoryNeed() {}

  /**
   * @param bytes what a pixel takes while it is decoded, over all pictures of the file
   * @throws IOException with one sentence when there is not that much memory
   */
  public static void check(Path file, long width, long height, long bytes) throws IOException {
    long free = free(bytes * width * height);
    if (width <= 0 || height <= 0)
      throw new IOException(file + " says that it has no pixels; export it again.");
    if (width * height > Integer.MAX_VALUE - 8)
      throw new UnsupportedPictureException(
          file + " has " + width + " x " + height + " pixels, more than ImageJ takes; crop it.");
    if (bytes * width * height > free)
      throw new InsufficientHeapException(
          String.format(
              Locale.ROOT,
              "%s has %d x %d pixels, which need %d MB of memory while %d MB are free; crop it, or "
                  + "give Java more memory (Edit > Options > Memory in Fiji, -Xmx elsewhere).",
              file,
              width,
              height,
              bytes * width * height / MEGABYTE,
              free / MEGABYTE));
  }

  /** What is left of Java's memory; earlier pictures are cleared away first where they matter. */
  private static long free(long wanted) {
    Runtime runtime = Runtime.getRuntime();
    long free = runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
    if (wanted <= free) return free;
    runtime.gc();
    return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
  }

  /**
   * Holds what a file claims against what it is. Decoders ask for memory by the former, and fill up
   * with grey what is not there.
   *
   * @param pixels over all pictures of the file
   * @param perByte how many of them a byte of the file can hold at most
   * @throws IOException with one sentence when the file is too small for so many
   */
  public static void requireContent(Path file, long pixels, long perByte) throws IOException {
    long size = Files.size(file);
    if (pixels / perByte > size)
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%s claims to have %d pixels, and its %d bytes cannot hold them; copy it again.",
              file,
              pixels,
              size));
  }
}
