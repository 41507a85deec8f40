package sc.fiji.cavga.dataset.layout;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * An idx file of bytes as MNIST has them, compressed by gzip or not: a magic number that tells the
 * number of dimensions, the dimensions, then the bytes, the last dimension fastest.
 *
 * <p>What the header claims is compared with the file's length before anything is allocated.
 */
final class IdxFile implements Closeable {

  /** More than any known set of this format; EMNIST's largest has half of it. */
  private static final long MOST_BYTES = 1L << 30;

  /** Real sets shrink to a fifth, labels to less; what shrinks further was made to fill memory. */
  private static final long MOST_COMPRESSION = 100;

  /** Below, it may be anything: all labels alike, say. */
  private static final long HARMLESS = 1 << 20;

  private final Path file;
  private final DataInputStream in;
  private final int[] dimensions;

  private IdxFile(Path file, DataInputStream in, int[] dimensions) {
    this.file = file;
    this.in = in;
    this.dimensions = dimensions;
  }

  /**
   * Reads the header.
   *
   * @param dimensionCount 1 for labels, 3 for pictures [N,H,W]
   * @throws IOException with one sentence when the file is something else or too short
   */
  static IdxFile open(Path file, int dimensionCount) throws IOException {
    BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    try {
      boolean compressed = startsWithGzip(raw);
      InputStream plain =
          compressed ? new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16) : raw;
      DataInputStream in = new DataInputStream(plain);
      if (in.readInt() != 0x0800 + dimensionCount)
        throw new IOException(
            file
                + " is not an idx file of "
                + (dimensionCount == 1 ? "labels" : "pictures")
                + "; check that the files were not exchanged.");
      int[] dimensions = new int[dimensionCount];
      long bytes = 1;
      for (int d = 0; d < dimensionCount; d++) {
        dimensions[d] = in.readInt();
        // Both factors are at most 2^31, so that the product cannot overflow.
        bytes *= Math.max(0, dimensions[d]);
        if (bytes < 1 || bytes > MOST_BYTES)
          throw new IOException(file + " claims a size that no such file has; download it again.");
      }
      long header = 4L + 4L * dimensionCount;
      long length = Files.size(file);
      if (compressed && bytes > Math.max(HARMLESS, length * MOST_COMPRESSION))
        throw new IOException(
            file + " claims to unpack to far more than such files do; download it again.");
      if (!compressed && bytes + header > length) throw cutShort(file);
      return new IdxFile(file, in, dimensions);
    } catch (EOFException e) {
      raw.close();
      throw cutShort(file);
    } catch (ZipException e) {
      raw.close();
      throw damaged(file, e);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  private static boolean startsWithGzip(InputStream in) throws IOException {
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzip;
  }

  /** The size of a dimension, 1 or more. */
  int dimension(int d) {
    return dimensions[d];
  }

  /** The next bytes into the whole array. */
  void read(byte[] bytes) throws IOException {
    try {
      in.readFully(bytes);
    } catch (EOFException e) {
      throw cutShort(file);
    } catch (ZipException e) {
      throw damaged(file, e);
    }
  }

  /**
   * To be called when everything was read: gzip's checksum comes last.
   *
   * @throws IOException with one sentence when the file is damaged or has more than it says
   */
  void finish() throws IOException {
    try {
      if (in.read() >= 0)
        throw new IOException(file + " is longer than its header says; download it again.");
    } catch (EOFException e) {
      throw cutShort(file);
    } catch (ZipException e) {
      throw damaged(file, e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private static IOException cutShort(Path file) {
    return new IOException(file + " is shorter than its header says; download it again.");
  }

  private static IOException damaged(Path file, ZipException problem) {
    return new IOException(
        file + " is damaged and cannot be unpacked; download it again.", problem);
  }
}
