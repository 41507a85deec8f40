package sc.fiji.cavga.io;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Named float arrays in the open safetensors format, which PyTorch and others read and which holds
 * no code: eight bytes of header length (little-endian), a JSON header, the data.
 *
 * <p>Reading trusts nothing: every announced size is checked against the true length before
 * anything of that size is allocated.
 */
public final class Safetensors {

  /**
   * No header of a network that this project knows comes near it; the format's own limit is 100 MB.
   */
  private static final int MAXIMUM_HEADER_LENGTH = 16 << 20;

  private static final int BUFFER_LENGTH = 1 << 16;

  private Safetensors() {}

  /**
   * Reads a file.
   *
   * @throws IOException with one sentence that names the file and says what is wrong with it
   */
  public static List<NamedArray> read(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return read(in, Files.size(file));
    } catch (NoSuchFileException e) {
      throw new IOException("There is no file " + file + ": check its name.", e);
    } catch (IOException e) {
      throw new IOException(file + " cannot be read as safetensors: " + e.getMessage(), e);
    }
  }

  /**
   * Reads a stream.
   *
   * @param length bytes that the stream really has, known from the file and not from its content
   * @return the arrays in the order of their data; numbers of other types as the nearest floats
   * @throws IOException with one sentence that says what is wrong with the content
   */
  public static List<NamedArray> read(InputStream in, long length) throws IOException {
    if (length < 8) throw new IOException("The file is too short to be a safetensors file.");
    long headerLength = littleEndian(in.readNBytes(8)).getLong();
    if (headerLength < 2 || headerLength > Math.min(length - 8, MAXIMUM_HEADER_LENGTH))
      throw new IOException(
          "The file is incomplete or not a safetensors file, for its header's length is impossible.");
    JsonObject header = StrictJson.parseObject(in.readNBytes((int) headerLength));
    List<NamedArray> arrays = new ArrayList<>();
    for (SafetensorsHeader.Entry entry : SafetensorsHeader.parse(header, length - 8 - headerLength))
      arrays.add(new NamedArray(entry.name, entry.shape, values(in, entry)));
    return arrays;
  }

  private static float[] values(InputStream in, SafetensorsHeader.Entry entry) throws IOException {
    float[] values = new float[entry.count()];
    byte[] buffer = new byte[BUFFER_LENGTH];
    int position = 0;
    while (position < values.length) {
      int count = Math.min(values.length - position, BUFFER_LENGTH / entry.type.bytes());
      int expected = count * entry.type.bytes();
      if (in.readNBytes(buffer, 0, expected) != expected)
        throw new EOFException("The file ends within the array " + entry.name + ".");
      ByteBuffer numbers = littleEndian(buffer);
      for (int i = 0; i < count; i++) values[position++] = entry.type.next(numbers);
    }
    return values;
  }

  private static ByteBuffer littleEndian(byte[] bytes) throws IOException {
    if (bytes.length < 8) throw new EOFException("The file ends within its first eight bytes.");
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Writes to a stream, in the given order, all as F32; the stream stays open. */
  public static void write(OutputStream out, Collection<NamedArray> arrays) throws IOException {
    write(out, arrays, array -> SafetensorsType.F32);
  }

  /**
   * The same with the nearest F16 in arrays of two and more dimensions. These are nearly all there
   * is of a network; what has one dimension may be too small or too large for a half.
   */
  public static void writeHalves(OutputStream out, Collection<NamedArray> arrays)
      throws IOException {
    write(
        out, arrays, array -> array.shape().length > 1 ? SafetensorsType.F16 : SafetensorsType.F32);
  }

  private static void write(
      OutputStream out, Collection<NamedArray> arrays, Function<NamedArray, SafetensorsType> types)
      throws IOException {
    out.write(header(arrays, types));
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    for (NamedArray array : arrays) {
      SafetensorsType type = types.apply(array);
      for (float value : array.values()) {
        if (!buffer.hasRemaining()) flush(buffer, out);
        type.put(buffer, value);
      }
      flush(buffer, out);
    }
  }

  private static void flush(ByteBuffer buffer, OutputStream out) throws IOException {
    out.write(buffer.array(), 0, buffer.position());
    buffer.clear();
  }

  /** Length and JSON header, padded with spaces so that the data starts at a multiple of eight. */
  private static byte[] header(
      Collection<NamedArray> arrays, Function<NamedArray, SafetensorsType> types) {
    JsonObject json = new JsonObject();
    Set<String> names = new HashSet<>();
    long position = 0;
    for (NamedArray array : arrays) {
      if (!names.add(array.name()))
        throw new IllegalArgumentException("Two arrays are named " + array.name() + ".");
      SafetensorsType type = types.apply(array);
      long end = position + (long) type.bytes() * array.values().length;
      JsonObject entry = new JsonObject();
      entry.addProperty("dtype", type.name());
      entry.add("shape", numbers(array.shape()));
      entry.add("data_offsets", numbers(position, end));
      json.add(array.name(), entry);
      position = end;
    }
    byte[] text = json.toString().getBytes(StandardCharsets.UTF_8);
    int padded = (text.length + 7) / 8 * 8;
    ByteBuffer header = ByteBuffer.allocate(8 + padded).order(ByteOrder.LITTLE_ENDIAN);
    header.putLong(padded).put(text);
    while (header.hasRemaining()) header.put((byte) ' ');
    return header.array();
  }

  private static JsonArray numbers(long... values) {
    JsonArray array = new JsonArray();
    for (long value : values) array.add(new JsonPrimitive(value));
    return array;
  }
}
