package sc.fiji.cavga.io;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The arrays that a safetensors file announces, in the order of their data and checked against the
 * data's true length, so that what is allocated from it is never more than the file holds.
 */
final class SafetensorsHeader {

  private static final int MAXIMUM_DIMENSIONS = 8;
  private static final int MAXIMUM_NAME_LENGTH = 256;

  /** One array's place in the data. */
  static final class Entry {
    final String name;
    final SafetensorsType type;
    final long[] shape;
    final long begin;
    final long end;

    private Entry(String name, SafetensorsType type, long[] shape, long begin, long end) {
      this.name = name;
      this.type = type;
      this.shape = shape;
      this.begin = begin;
      this.end = end;
    }

    /** Number of values, known to fit an array. */
    int count() {
      return (int) ((end - begin) / type.bytes());
    }
  }

  private SafetensorsHeader() {}

  /**
   * @param dataLength bytes that follow the header in the file
   * @throws IOException with one sentence, when an entry is malformed, when entries overlap or
   *     leave gaps, or when they do not end where the data ends
   */
  static List<Entry> parse(JsonObject header, long dataLength) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<String, JsonElement> member : header.entrySet())
      if (!member.getKey().equals("__metadata__"))
        entries.add(entry(member.getKey(), member.getValue(), dataLength));
    entries.sort(
        Comparator.<Entry>comparingLong(entry -> entry.begin)
            .thenComparingLong(entry -> entry.end));
    long position = 0;
    for (Entry entry : entries) {
      if (entry.begin != position)
        throw new IOException(
            "The array " + entry.name + " overlaps another or leaves a gap before it.");
      position = entry.end;
    }
    if (position != dataLength)
      throw new IOException(
          "The arrays take " + position + " bytes, but the file has " + dataLength + " for them.");
    return entries;
  }

  private static Entry entry(String name, JsonElement value, long dataLength) throws IOException {
    if (name.isEmpty() || name.length() > MAXIMUM_NAME_LENGTH)
      throw new IOException("An array's name is empty or longer than " + MAXIMUM_NAME_LENGTH + ".");
    if (!value.isJsonObject()) throw new IOException("The array " + name + " is not described.");
    JsonFields fields =
        new JsonFields("The array " + name, value.getAsJsonObject())
            .only("dtype", "shape", "data_offsets");
    SafetensorsType type = SafetensorsType.of(fields.text("dtype"), name);
    long[] shape = numbers(name, "shape", fields);
    long[] offsets = numbers(name, "data_offsets", fields);
    if (offsets.length != 2 || offsets[0] > offsets[1] || offsets[1] > dataLength)
      throw new IOException("The array " + name + " lies outside the file.");
    long length = offsets[1] - offsets[0];
    if (length != byteCount(name, type, shape))
      throw new IOException("The array " + name + " has a shape that does not fit its data.");
    if (length / type.bytes() > Integer.MAX_VALUE - 8)
      throw new IOException("The array " + name + " is too large.");
    return new Entry(name, type, shape, offsets[0], offsets[1]);
  }

  private static long byteCount(String name, SafetensorsType type, long[] shape)
      throws IOException {
    try {
      long count = type.bytes();
      for (long size : shape) count = Math.multiplyExact(count, size);
      return count;
    } catch (ArithmeticException e) {
      throw new IOException("The array " + name + " has an impossible shape.", e);
    }
  }

  private static long[] numbers(String name, String key, JsonFields fields) throws IOException {
    JsonArray array = fields.array(key);
    if (array.size() > MAXIMUM_DIMENSIONS)
      throw new IOException("The array " + name + " has too many dimensions.");
    long[] numbers = new long[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      JsonElement element = array.get(i);
      boolean number = element.isJsonPrimitive() && element.getAsJsonPrimitive().isNumber();
      if (!number || !(element.getAsNumber() instanceof Long) || element.getAsLong() < 0)
        throw new IOException(
            "The array " + name + " has a " + key + " that is not whole numbers.");
      numbers[i] = element.getAsLong();
    }
    return numbers;
  }
}
