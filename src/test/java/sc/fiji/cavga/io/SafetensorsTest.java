package sc.fiji.cavga.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {

  @TempDir Path folder;

  @Test
  void readsWhatPythonWrote() throws IOException, URISyntaxException {
    Path fixture = Path.of(SafetensorsTest.class.getResource("python.safetensors").toURI());
    Map<String, NamedArray> arrays = new LinkedHashMap<>();
    for (NamedArray array : Safetensors.read(fixture)) arrays.put(array.name(), array);
    float[] values = {0f, -0f, 1.5f, -2.25f, 65504f, 6e-8f};
    assertArrayEquals(new long[] {2, 3}, arrays.get("conv.weight").shape());
    assertArrayEquals(values, arrays.get("conv.weight").values());
    assertArrayEquals(values, arrays.get("double").values());
    float[] half = values.clone();
    half[5] = 0x1p-24f;
    assertArrayEquals(half, arrays.get("half").values());
    assertArrayEquals(values, arrays.get("brain").values(), 200);
    assertEquals(65536f, arrays.get("brain").values()[4]);
    assertArrayEquals(new long[0], arrays.get("bn.num_batches_tracked").shape());
    assertArrayEquals(new float[] {123456}, arrays.get("bn.num_batches_tracked").values());
    assertArrayEquals(new float[] {0, 127, 255}, arrays.get("bytes").values());
    assertArrayEquals(new float[] {-128, 127}, arrays.get("signed").values());
    assertArrayEquals(new float[] {-32768, 32767}, arrays.get("short").values());
    assertArrayEquals(new float[] {-7, 7}, arrays.get("int").values());
    assertArrayEquals(new float[] {1, 0}, arrays.get("mask").values());
    float[] special = {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN};
    assertArrayEquals(special, arrays.get("special").values());
    assertArrayEquals(new long[] {0, 3}, arrays.get("empty").shape());
    assertEquals(12, arrays.size());
  }

  @Test
  void comesBackToTheBit() throws IOException {
    float[] many = new float[40_000];
    for (int i = 0; i < many.length; i++) many[i] = i / 7f;
    many[3] = Float.NaN;
    List<NamedArray> arrays =
        List.of(
            new NamedArray("é \"quoted\"", new long[] {100, 400}, many),
            new NamedArray("scalar", new long[0], new float[] {-0f}));
    Path file = folder.resolve("x.safetensors");
    try (OutputStream out = Files.newOutputStream(file)) {
      Safetensors.write(out, arrays);
    }
    List<NamedArray> back = Safetensors.read(file);
    assertEquals(2, back.size());
    for (int i = 0; i < 2; i++) {
      assertEquals(arrays.get(i).name(), back.get(i).name());
      assertArrayEquals(arrays.get(i).shape(), back.get(i).shape());
      assertArrayEquals(arrays.get(i).values(), back.get(i).values());
    }
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    assertEquals(0, bytes.getLong() % 8);
  }

  @Test
  void refusesTwoArraysOfOneName() {
    NamedArray array = new NamedArray("a", new long[] {1}, new float[1]);
    assertThrows(
        IllegalArgumentException.class,
        () -> Safetensors.write(new ByteArrayOutputStream(), List.of(array, array)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[5],\"data_offsets\":[0,20]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[4,16]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[16,0]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[-4],\"data_offsets\":[0,16]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4.0],\"data_offsets\":[0,16]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[\"4\"],\"data_offsets\":[0,16]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1,1,1,1,1,1,1,1,4],\"data_offsets\":[0,16]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,16]}}",
        "{\"a\":{\"dtype\":\"F8_E4M3\",\"shape\":[16],\"data_offsets\":[0,16]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16],\"extra\":1}}",
        "{\"a\":7}",
        "{\"\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
            + "\"b\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[4,16]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
            + "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[12,16]}}",
        "[]",
        "{}"
      })
  void refusesHeadersThatDoNotFitTheData(String header) {
    byte[] bytes = file(header, 16);
    IOException thrown = assertThrows(IOException.class, () -> read(bytes, bytes.length));
    assertTrue(thrown.getMessage().endsWith("."), thrown.getMessage());
  }

  @Test
  void refusesHeaderLengthsThatCannotBe() {
    for (long length : new long[] {-1, 0, 1, 25, Long.MAX_VALUE, 1L << 62}) {
      byte[] bytes = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array();
      assertThrows(IOException.class, () -> read(bytes, bytes.length));
    }
    assertThrows(IOException.class, () -> read(new byte[3], 3));
  }

  @Test
  void refusesEveryTruncation() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Safetensors.write(out, List.of(new NamedArray("a", new long[] {3}, new float[] {1, 2, 3})));
    byte[] whole = out.toByteArray();
    assertEquals(1, read(whole, whole.length).size());
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThrows(IOException.class, () -> read(part, part.length));
      assertThrows(IOException.class, () -> read(part, whole.length));
    }
  }

  @Test
  void namesTheFileThatIsMissingOrBroken() throws IOException {
    Path missing = folder.resolve("missing.safetensors");
    IOException thrown = assertThrows(IOException.class, () -> Safetensors.read(missing));
    assertEquals("There is no file " + missing + ": check its name.", thrown.getMessage());
    Path broken = Files.writeString(folder.resolve("broken.safetensors"), "no such thing at all");
    thrown = assertThrows(IOException.class, () -> Safetensors.read(broken));
    assertTrue(thrown.getMessage().startsWith(broken + " cannot be read as safetensors: "));
  }

  private static List<NamedArray> read(byte[] bytes, long length) throws IOException {
    return Safetensors.read(new ByteArrayInputStream(bytes), length);
  }

  private static byte[] file(String header, int dataLength) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + text.length + dataLength)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(text.length)
        .put(text)
        .array();
  }

  /** Each half is read as the float that is written as it; others are written as the nearest. */
  @Test
  void halvesAreTheNearest() throws IOException {
    float[] all = new float[0x7c00];
    for (int i = 0; i < all.length; i++) {
      float below =
          i < 0x400
              ? i * 0x1p-24f
              : Float.intBitsToFloat((i >> 10) + 112 << 23 | (i & 0x3ff) << 13);
      all[i] = i % 2 == 0 ? below : -below;
    }
    float[] kernel = {0.1f, 65504, 65519.9f, 65520, -1e-8f, 2.9e-8f, 3e-8f, 2049, 2051, 1e-30f};
    float[] nearest = {
      0.0999755859375f, 65504, 65504, Float.POSITIVE_INFINITY, -0f, 0, 0x1p-24f, 2048, 2052, 0
    };
    List<NamedArray> read =
        writtenAsHalves(
            new NamedArray("all", new long[] {1, all.length}, all),
            new NamedArray("kernel", new long[] {5, 2}, kernel),
            new NamedArray("vector", new long[] {10}, kernel));
    assertArrayEquals(all, read.get(0).values());
    assertArrayEquals(nearest, read.get(1).values());
    assertArrayEquals(kernel, read.get(2).values());
  }

  private static List<NamedArray> writtenAsHalves(NamedArray... arrays) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Safetensors.writeHalves(out, List.of(arrays));
    return Safetensors.read(new ByteArrayInputStream(out.toByteArray()), out.size());
  }
}
