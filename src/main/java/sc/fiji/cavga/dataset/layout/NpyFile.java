package sc.fiji.cavga.dataset.layout;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A NumPy array in a .npy file, of which only asked-for parts are read. What its header claims is
 * compared with the file's length before anything is allocated. Arrays of Python objects, which
 * would run code, are refused.
 */
public final class NpyFile {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int LONGEST_HEADER = 1 << 16;
  private static final int MOST_AXES = 8;

  /** Booleans, integers and floats: whether one is zero is told by its bytes. */
  private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'[<|=]([biuf])([1248])'");

  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*False");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([\\d\\s,]{0,200})\\)");
  private static final Pattern LENGTH = Pattern.compile("\\d{1,10}");

  private final Path path;
  private final long[] shape;
  private final boolean isFloat;
  private final int itemBytes;
  private final long start;

  private NpyFile(Path path, long[] shape, boolean isFloat, int itemBytes, long start) {
    this.path = path;
    this.shape = shape;
    this.isFloat = isFloat;
    this.itemBytes = itemBytes;
    this.start = start;
  }

  /**
   * Reads the header.
   *
   * @param axes how many the array must have
   * @throws IOException with one sentence when it is no such array or too short
   */
  public static NpyFile open(Path path, int axes) throws IOException {
    try (FileChannel channel = FileChannel.open(path)) {
      ByteBuffer prefix = read(channel, 0, MAGIC.length + 2);
      for (byte expected : MAGIC)
        if (prefix.get() != expected)
          throw new IOException(path + " is not a NumPy array; check that it is the right file.");
      boolean shortLength = prefix.get() == 1;
      int lengthBytes = shortLength ? 2 : 4;
      long position = MAGIC.length + 2;
      ByteBuffer length = read(channel, position, lengthBytes).order(ByteOrder.LITTLE_ENDIAN);
      int headerBytes = shortLength ? length.getShort() & 0xffff : length.getInt();
      if (headerBytes < 0 || headerBytes > LONGEST_HEADER) throw notUsable(path, axes);
      position += lengthBytes;
      String header =
          StandardCharsets.ISO_8859_1.decode(read(channel, position, headerBytes)).toString();
      NpyFile file = parsed(path, header, axes, position + headerBytes);
      if (Files.size(path) < file.start + file.count() * file.itemBytes) throw cutShort(path);
      return file;
    } catch (EOFException e) {
      throw cutShort(path);
    }
  }

  private static NpyFile parsed(Path path, String header, int axes, long start) throws IOException {
    Matcher type = TYPE.matcher(header);
    Matcher size = SHAPE.matcher(header);
    if (!type.find() || !size.find() || !ORDER.matcher(header).find()) throw notUsable(path, axes);
    String[] parts = size.group(1).trim().split("\\s*,\\s*");
    boolean scalar = size.group(1).trim().isEmpty();
    if (scalar || parts.length != axes || axes > MOST_AXES) throw notUsable(path, axes);
    long[] shape = new long[axes];
    double count = 1;
    for (int d = 0; d < axes; d++) {
      if (!LENGTH.matcher(parts[d]).matches()) throw notUsable(path, axes);
      shape[d] = Long.parseLong(parts[d]);
      count *= shape[d];
    }
    if (count > 1L << 40) throw cutShort(path);
    int itemBytes = Integer.parseInt(type.group(2));
    return new NpyFile(path, shape, type.group(1).equals("f"), itemBytes, start);
  }

  private static ByteBuffer read(FileChannel channel, long position, int bytes) throws IOException {
    if (channel.size() < position + bytes) throw new EOFException();
    ByteBuffer buffer = ByteBuffer.allocate(bytes);
    while (buffer.hasRemaining())
      if (channel.read(buffer, position + buffer.position()) < 0) throw new EOFException();
    return buffer.flip();
  }

  Path path() {
    return path;
  }

  public long dimension(int axis) {
    return shape[axis];
  }

  private long count() {
    long count = 1;
    for (long size : shape) count *= size;
    return count;
  }

  /**
   * Which elements are not zero.
   *
   * @param first index of the first element, the last axis being the fastest
   * @throws IOException with one sentence when the file cannot be read
   */
  public boolean[] nonZero(long first, int count) throws IOException {
    if (first < 0 || count < 0 || first + count > count())
      throw new IllegalArgumentException("The array has no such elements.");
    boolean[] nonZero = new boolean[count];
    try (FileChannel channel = FileChannel.open(path)) {
      byte[] bytes = read(channel, start + first * itemBytes, count * itemBytes).array();
      for (int i = 0; i < bytes.length; i++) {
        // The sign alone does not tell a float from zero; it lies in the last byte.
        int mask = isFloat && i % itemBytes == itemBytes - 1 ? 0x7f : 0xff;
        if ((bytes[i] & mask) != 0) nonZero[i / itemBytes] = true;
      }
      return nonZero;
    } catch (EOFException e) {
      throw cutShort(path);
    }
  }

  private static IOException cutShort(Path path) {
    return new IOException(path + " is shorter than its header says; download it again.");
  }

  private static IOException notUsable(Path path, int axes) {
    return new IOException(
        path
            + " does not hold a plain NumPy array of numbers with "
            + axes
            + (axes == 1 ? " axis" : " axes")
            + "; save it with numpy.save.");
  }
}
