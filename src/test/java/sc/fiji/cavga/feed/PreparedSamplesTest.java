package sc.fiji.cavga.feed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sc.fiji.cavga.dataset.MemorySample;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.preprocess.PreparedPicture;

class PreparedSamplesTest {

  private static final PictureListener SILENT = new PictureListener() {};

  private static final long ONE =
      PackedPicture.of(
              new PreparedPicture(8, 1, new float[64], new float[64], MemorySample.placement()))
          .bytes();

  private static List<Sample> samples(int count) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < count; i++) samples.add(new MemorySample("eye" + i, i * 0.1f));
    return samples;
  }

  private static int reads(Sample sample) {
    return ((MemorySample) sample).reads.get();
  }

  @Test
  void theLimitChangesHowOftenFilesAreReadButNoBit() throws IOException {
    List<Sample> kept = samples(5);
    List<Sample> half = samples(5);
    List<Sample> never = samples(5);
    CacheLimit limit = CacheLimit.ofBytes(2 * ONE + 1);
    List<PreparedSamples> prepared =
        List.of(
            new PreparedSamples(kept, MemorySample::prepare, CacheLimit.byDefault()),
            new PreparedSamples(half, MemorySample::prepare, limit),
            new PreparedSamples(never, MemorySample::prepare, CacheLimit.ofBytes(0)));
    for (int round = 0; round < 3; round++)
      for (int i = 0; i < 5; i++) {
        PreparedPicture expected = prepared.get(0).get(i);
        for (PreparedSamples other : prepared) {
          PreparedPicture picture = other.get(i);
          assertArrayEquals(expected.values(), picture.values());
          assertArrayEquals(expected.fieldOfView(), picture.fieldOfView());
        }
        assertEquals(i * 0.1f + 63e-3f, expected.values()[63], 1 / 131000f);
      }
    assertEquals(
        List.of(1, 1, 1, 1, 1),
        kept.stream().map(PreparedSamplesTest::reads).collect(Collectors.toList()));
    assertEquals(
        List.of(1, 1, 3, 3, 3),
        half.stream().map(PreparedSamplesTest::reads).collect(Collectors.toList()));
    assertEquals(3, reads(never.get(0)));
    assertFalse(limit.take(2), "all but one byte is taken");
    assertTrue(limit.take(1));
  }

  @Test
  void aCopyMayBeChanged() throws IOException {
    PreparedSamples samples =
        new PreparedSamples(samples(1), MemorySample::prepare, CacheLimit.byDefault());
    float before = samples.get(0).values()[0];
    samples.get(0).values()[0] = 9;
    assertEquals(before, samples.get(0).values()[0]);
  }

  @Test
  void packingKeepsTheFieldOfViewAndTheRange() {
    float[] values = {0, 1, 2, -1, 0.5f, 1 / 255f, 254 / 255f, 1e-6f, Float.NaN};
    float[] inside = {1, 0, 1, 0, 0, 1, 1, 1, 0};
    PreparedPicture back =
        PackedPicture.of(new PreparedPicture(3, 1, values, inside, MemorySample.placement()))
            .unpack();
    assertArrayEquals(inside, back.fieldOfView());
    float[] expected = {0, 1, 1, 0, 0.5f, 1 / 255f, 254 / 255f, 0, 0};
    assertArrayEquals(expected, back.values(), 1 / 131000f);
  }

  @Test
  void problemsNameThePicture() {
    List<Sample> samples =
        List.of(
            broken("a/one.jpg", new IOException("The file is cut short.")),
            broken("a/two.jpg", new IOException("two.jpg is cut short.")),
            broken("three.jpg", new IllegalArgumentException("It shows no retina.")),
            broken("four.jpg", new ArrayIndexOutOfBoundsException(7)));
    PreparedSamples prepared =
        new PreparedSamples(samples, MemorySample::prepare, CacheLimit.byDefault());
    String[] expected = {
      "a/one.jpg: The file is cut short.",
      "two.jpg is cut short.",
      "three.jpg: It shows no retina.",
      "four.jpg: it cannot be decoded (java.lang.ArrayIndexOutOfBoundsException"
    };
    for (int i = 0; i < expected.length; i++) {
      int index = i;
      IOException problem = assertThrows(IOException.class, () -> prepared.get(index));
      assertTrue(problem.getMessage().startsWith(expected[i]), problem.getMessage());
    }
  }

  static MemorySample broken(String name, Exception problem) {
    return new MemorySample(name, 0) {
      @Override
      public Picture picture() throws IOException {
        if (problem instanceof IOException) throw (IOException) problem;
        throw (RuntimeException) problem;
      }
    };
  }

  @Test
  void theFirstPassLeavesOutWhatCannotBeUsed() throws Exception {
    List<Sample> samples = samples(6);
    samples.set(1, broken("one.jpg", new IOException("The file is cut short.")));
    samples.set(4, broken("four.jpg", new IllegalArgumentException("It shows no retina.")));
    PreparedSamples prepared =
        new PreparedSamples(samples, MemorySample::prepare, CacheLimit.byDefault());
    List<String> heard = new ArrayList<>();
    PreparedSamples usable =
        FirstPass.usable(
            prepared,
            3,
            new PictureListener() {
              @Override
              public void checked(int done, int total) {
                heard.add(done + "/" + total);
              }

              @Override
              public void warned(String message) {
                heard.add(message);
              }
            });
    assertEquals(
        List.of(
            "1/6",
            "A picture is left out: one.jpg: The file is cut short.",
            "2/6",
            "3/6",
            "4/6",
            "A picture is left out: four.jpg: It shows no retina.",
            "5/6",
            "6/6"),
        heard);
    assertEquals(4, usable.count());
    assertEquals("eye5", usable.sample(3).name());
    assertEquals(0.5f, usable.get(3).values()[0], 1e-4f);
    assertEquals(1, reads(samples.get(5)), "the pass fills the cache");
  }

  @Test
  @Timeout(20)
  void theFirstPassCanBeInterrupted() {
    PreparedSamples prepared =
        new PreparedSamples(samples(3), MemorySample::prepare, CacheLimit.byDefault());
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> FirstPass.usable(prepared, 1, SILENT));
  }

  @Test
  void otherFailuresAreThrownOn() {
    MemorySample huge =
        new MemorySample("huge.tif", 0) {
          @Override
          public Picture picture() {
            throw new OutOfMemoryError("not enough");
          }
        };
    PreparedSamples prepared =
        new PreparedSamples(List.of(huge), MemorySample::prepare, CacheLimit.byDefault());
    assertThrows(OutOfMemoryError.class, () -> FirstPass.usable(prepared, 1, SILENT));
    MemorySample sample = new MemorySample("eye", 0);
    PreparedSamples misused =
        new PreparedSamples(List.of(sample), picture -> null, CacheLimit.byDefault());
    assertThrows(NullPointerException.class, () -> FirstPass.usable(misused, 1, SILENT));
    assertThrows(IllegalArgumentException.class, () -> CacheLimit.ofBytes(-1));
  }
}
