package sc.fiji.cavga.render.deflate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

class WordDeflaterTest {

  /** What Java's own reader makes of it, which also compares the checksum. */
  private static int[] read(byte[] zlib, int count) throws DataFormatException {
    Inflater inflater = new Inflater();
    inflater.setInput(zlib);
    byte[] bytes = new byte[Integer.BYTES * count + 1];
    int length = inflater.inflate(bytes);
    assertTrue(inflater.finished());
    assertEquals(0, inflater.getRemaining());
    assertEquals(Integer.BYTES * count, length);
    inflater.end();
    int[] words = new int[count];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(words);
    return words;
  }

  private static void assertSame(WordDeflater deflater, int[] words, int width)
      throws DataFormatException {
    assertArrayEquals(words, read(deflater.zlib(words, words.length, width), words.length));
  }

  @Test
  void whateverIsWrittenIsRead() throws DataFormatException {
    SplittableRandom random = new SplittableRandom(11);
    // The same one for all: nothing of an earlier strip may be left.
    WordDeflater deflater = new WordDeflater();
    for (int round = 0; round < 600; round++) {
      int width = 1 + random.nextInt(round % 5 == 0 ? 12_000 : 300);
      int[] words = new int[1 + random.nextInt(30_000)];
      int kinds = 1 << random.nextInt(1, 31);
      int steady = random.nextInt(1, 300);
      for (int i = 0; i < words.length; i++) {
        int kind = random.nextInt(steady);
        if (kind == 0 || i == 0) words[i] = random.nextInt(kinds);
        else if (kind == 1 && i >= width) words[i] = words[i - width] + 1;
        else if (kind < steady / 2 && i >= width) words[i] = words[i - width];
        else words[i] = words[i - 1];
      }
      assertSame(deflater, words, width);
    }
  }

  @Test
  void theEnds() throws DataFormatException {
    WordDeflater deflater = new WordDeflater();
    assertSame(deflater, new int[] {0}, 1);
    assertSame(deflater, new int[] {-1}, 1);
    assertSame(deflater, new int[] {1, 2}, 1);
    assertSame(deflater, new int[3], 3);
    for (int length : new int[] {63, 64, 65, 66, 128, 129, 130, 8191, 8192, 8193, 8194, 16_500})
      assertSame(deflater, new int[length], 1);
    // Repeats exactly as far back as the window reaches, and one word further.
    for (int back : new int[] {8191, 8192, 8193}) {
      int[] words = new SplittableRandom(1).ints(2L * back).toArray();
      System.arraycopy(words, 0, words, back, back);
      assertSame(deflater, words, back);
    }
  }

  /** Frequencies like Fibonacci's numbers make the longest codes. */
  @Test
  void codesAreNotLongerThanTheFormatAllows() throws DataFormatException {
    int[] words = new int[1 << 20];
    int count = 0;
    int once = 1;
    int before = 1;
    for (int value = 1; value <= 28 && count < words.length; value++) {
      for (int i = 0; i < once && count < words.length; i++)
        words[count++] = value * 0x01010101 ^ (i * 0x9e3779b1 & 0x1f1f1f1f) << 3;
      int next = once + before;
      before = once;
      once = next;
    }
    assertSame(new WordDeflater(), Arrays.copyOf(words, count), 1000);
    int[] frequencies = new int[30];
    frequencies[0] = 1;
    frequencies[1] = 1;
    for (int i = 2; i < 30; i++) frequencies[i] = frequencies[i - 1] + frequencies[i - 2];
    HuffmanCode code = new HuffmanCode(frequencies, 15);
    double room = 0;
    for (int i = 0; i < 30; i++) {
      assertTrue(code.length(i) >= 1 && code.length(i) <= 15, code.length(i) + " bits");
      room += Math.pow(2, -code.length(i));
    }
    assertEquals(1, room);
    assertTrue(code.length(29) < code.length(3));
  }

  @Test
  void smoothPlanesTakeLessRoomThanWithJavasOwn() {
    int width = 1000;
    int[] words = new int[width * 300];
    byte[] bytes = new byte[Integer.BYTES * words.length];
    for (int i = 0; i < words.length; i++) {
      double value = Math.sin(i % width / 90.0) * Math.cos(i / width / 70.0);
      words[i] = Float.floatToIntBits((float) (Math.rint(100 * value) / 100 + 0.0));
    }
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().put(words);
    Deflater quick = new Deflater(3);
    quick.setInput(bytes);
    quick.finish();
    int javas = quick.deflate(new byte[bytes.length]);
    quick.end();
    int ours = new WordDeflater().zlib(words, words.length, width).length;
    assertTrue(ours < javas, ours + " bytes beside " + javas);
  }
}
