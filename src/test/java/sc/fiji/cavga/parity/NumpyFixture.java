package sc.fiji.cavga.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Inputs and what plain NumPy made of them in double precision, written by {@code
 * src/test/python/parity/write_fixtures.py}.
 */
public final class NumpyFixture {

  private static final double TOLERANCE = 1e-4;

  private final JsonObject content;

  private NumpyFixture(JsonObject content) {
    this.content = content;
  }

  /**
   * @param test beside which the fixture lies
   */
  public static NumpyFixture read(Class<?> test, String name) throws IOException {
    try (Reader reader =
        new InputStreamReader(
            new GZIPInputStream(test.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
      return new NumpyFixture(JsonParser.parseReader(reader).getAsJsonObject());
    }
  }

  public List<NumpyFixture> list(String key) {
    List<NumpyFixture> list = new ArrayList<>();
    for (JsonElement element : content.getAsJsonArray(key))
      list.add(new NumpyFixture(element.getAsJsonObject()));
    return list;
  }

  public int integer(String key) {
    return content.get(key).getAsInt();
  }

  public double number(String key) {
    return content.get(key).getAsDouble();
  }

  public double number(String key, int index) {
    return content.getAsJsonArray(key).get(index).getAsDouble();
  }

  public boolean is(String key) {
    return content.get(key).getAsBoolean();
  }

  public String text(String key) {
    return content.get(key).getAsString();
  }

  public long[] shape() {
    JsonArray axes = content.getAsJsonArray("shape");
    long[] shape = new long[axes.size()];
    for (int d = 0; d < shape.length; d++) shape[d] = axes.get(d).getAsLong();
    return shape;
  }

  /** Values that went in. */
  public float[] input(String key) {
    return new NumpyFixture(content.getAsJsonObject(key)).input();
  }

  /** One of so many arrays of the same length that lie one after the other in an input. */
  public float[] input(String key, int index, int length) {
    float[] part = new float[length];
    System.arraycopy(input(key), index * length, part, 0, length);
    return part;
  }

  /** The values that this part of a fixture is. */
  public float[] input() {
    double unit = number("unit");
    JsonArray numbers = content.getAsJsonArray("numbers");
    float[] values = new float[numbers.size()];
    for (int i = 0; i < values.length; i++) values[i] = (float) (unit * numbers.get(i).getAsInt());
    return values;
  }

  /** Plain numbers; NaN where there is none. */
  public float[] numbers(String key) {
    JsonArray array = content.getAsJsonArray(key);
    float[] numbers = new float[array.size()];
    for (int i = 0; i < numbers.length; i++)
      numbers[i] = array.get(i).isJsonNull() ? Float.NaN : array.get(i).getAsFloat();
    return numbers;
  }

  /** Values agree to 1e-4 of the root mean square of all; NaN must be NaN. */
  public void agrees(String key, float[] actual) {
    JsonObject expected = content.getAsJsonObject(key);
    assertEquals(expected.get("length").getAsInt(), actual.length, key);
    double rms = expected.get("rms").getAsDouble();
    int stride = expected.get("stride").getAsInt();
    JsonArray values = expected.getAsJsonArray("values");
    for (int i = 0; i < values.size(); i++) {
      float value = actual[i * stride];
      String where = key + "[" + i * stride + "]";
      if (values.get(i).isJsonNull()) assertTrue(Float.isNaN(value), where);
      else assertEquals(values.get(i).getAsDouble(), value, TOLERANCE * rms, where);
    }
    assertEquals(rms, rootMeanSquare(actual), TOLERANCE * rms, "the whole of " + key);
  }

  private static double rootMeanSquare(float[] values) {
    double squares = 0;
    int count = 0;
    for (float value : values)
      if (!Float.isNaN(value)) {
        squares += (double) value * value;
        count++;
      }
    return Math.sqrt(squares / count);
  }

  /** A number agrees to 1e-4 of itself. */
  public void agrees(String key, double actual) {
    agrees(number(key), actual, key);
  }

  /** As the other method, one of several numbers. */
  public void agrees(String key, int index, double actual) {
    agrees(number(key, index), actual, key + "[" + index + "]");
  }

  private static void agrees(double expected, double actual, String what) {
    assertEquals(expected, actual, TOLERANCE * Math.abs(expected), what);
  }
}
