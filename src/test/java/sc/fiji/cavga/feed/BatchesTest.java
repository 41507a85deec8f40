package sc.fiji.cavga.feed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sc.fiji.cavga.dataset.MemorySample;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.feed.augment.Augmentation;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.preprocess.PictureBatch;

@Timeout(30)
class BatchesTest {

  private static final Augmentation STRONG = new Augmentation(true, 20, 0.2, 0.2, 0);

  /** Pictures whose first pixel is their number over a hundred. */
  private static PreparedSamples samples(int count, int from, CacheLimit limit) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < count; i++) samples.add(new MemorySample("eye" + i, (from + i) / 100f));
    return new PreparedSamples(samples, MemorySample::prepare, limit);
  }

  private static PreparedSamples samples(int count) {
    return samples(count, 0, CacheLimit.byDefault());
  }

  private static Batches plain(int count, int batchSize) {
    return new Batches(
        samples(count),
        PreparedSamples.none(),
        new BatchOptions(batchSize, 5, Augmentation.NONE),
        0);
  }

  private static int[] numbers(PictureBatch batch) {
    int[] numbers = new int[batch.count()];
    for (int i = 0; i < numbers.length; i++) numbers[i] = Math.round(batch.values()[i * 64] * 100);
    return numbers;
  }

  private static void assertSameBits(PictureBatch expected, PictureBatch actual) {
    assertArrayEquals(expected.values(), actual.values());
    assertArrayEquals(expected.fieldOfView(), actual.fieldOfView());
    assertArrayEquals(expected.anomalous(), actual.anomalous());
  }

  @Test
  void anEpochSeesEveryPictureInAnOrderOfItsOwn() throws Exception {
    try (Batches batches = plain(12, 4)) {
      assertEquals(3, batches.batchesPerEpoch());
      List<List<Integer>> epochs = new ArrayList<>();
      for (int epoch = 0; epoch < 3; epoch++) {
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
          PictureBatch batch = batches.next();
          assertEquals(4, batch.count());
          assertEquals(8, batch.size());
          for (int number : numbers(batch)) seen.add(number);
        }
        assertEquals(12, new HashSet<>(seen).size());
        epochs.add(seen);
      }
      assertEquals(3, new HashSet<>(epochs).size());
    }
  }

  @Test
  void theLastBatchOfAnEpochIsFilledWithOtherPictures() throws Exception {
    try (Batches batches = plain(10, 4)) {
      assertEquals(3, batches.batchesPerEpoch());
      Set<Integer> seen = new HashSet<>();
      for (int i = 0; i < 3; i++) {
        Set<Integer> inBatch = new HashSet<>();
        for (int number : numbers(batches.next())) inBatch.add(number);
        assertEquals(4, inBatch.size());
        seen.addAll(inBatch);
      }
      assertEquals(10, seen.size());
    }
  }

  @Test
  void fewPicturesAreRepeatedInVariations() throws Exception {
    Batches repeating =
        new Batches(samples(2), PreparedSamples.none(), new BatchOptions(5, 1, STRONG), 0);
    try (Batches batches = repeating) {
      assertEquals(1, batches.batchesPerEpoch());
      PictureBatch batch = batches.next();
      assertEquals(5, batch.count());
      Set<Integer> different = new HashSet<>();
      for (int i = 0; i < 5; i++)
        different.add(Arrays.hashCode(Arrays.copyOfRange(batch.values(), i * 64, i * 64 + 64)));
      assertEquals(5, different.size());
    }
  }

  @Test
  void threadsAndCacheDoNotChangeABit() throws Exception {
    BatchOptions options = new BatchOptions(4, 9, STRONG);
    try (Batches one =
            new Batches(
                samples(11), samples(3, 50, CacheLimit.byDefault()), options.withThreads(1), 0);
        Batches three =
            new Batches(
                samples(11, 0, CacheLimit.ofBytes(1000)),
                samples(3, 50, CacheLimit.ofBytes(0)),
                options.withThreads(3),
                0)) {
      for (int i = 0; i < 12; i++) assertSameBits(one.next(), three.next());
    }
  }

  @Test
  void anotherSeedGivesOtherBatches() throws Exception {
    try (Batches one = plain(30, 8);
        Batches other =
            new Batches(
                samples(30),
                PreparedSamples.none(),
                new BatchOptions(8, 6, Augmentation.NONE),
                0)) {
      assertFalse(Arrays.equals(numbers(one.next()), numbers(other.next())));
    }
  }

  @Test
  void canBeginAnywhere() throws Exception {
    BatchOptions options = new BatchOptions(4, 2, STRONG);
    List<PictureBatch> whole = new ArrayList<>();
    try (Batches batches = new Batches(samples(11), samples(3), options, 0)) {
      for (int i = 0; i < 12; i++) whole.add(batches.next());
      assertEquals(4, batches.batchesPerEpoch(), "three normal pictures and an anomalous one each");
    }
    for (int start : new int[] {1, 3, 4, 9}) {
      try (Batches batches = new Batches(samples(11), samples(3), options, start)) {
        for (int i = start; i < 12; i++) assertSameBits(whole.get(i), batches.next());
      }
    }
    assertThrows(
        IllegalArgumentException.class, () -> new Batches(samples(11), samples(3), options, -1));
  }

  @Test
  void everyBatchHasSomeAnomalousPictures() throws Exception {
    for (int[] sizeAndCount : new int[][] {{2, 1}, {8, 1}, {12, 2}, {32, 4}}) {
      int size = sizeAndCount[0];
      int normal = size - sizeAndCount[1];
      Set<Integer> seen = new HashSet<>();
      try (Batches batches =
          new Batches(
              samples(9),
              samples(4, 50, CacheLimit.byDefault()),
              new BatchOptions(size, 2, Augmentation.NONE),
              0)) {
        for (int b = 0; b < 4; b++) {
          PictureBatch batch = batches.next();
          int[] numbers = numbers(batch);
          for (int i = 0; i < size; i++) {
            assertEquals(i >= normal, batch.anomalous()[i]);
            assertEquals(i >= normal, numbers[i] >= 50);
            if (numbers[i] >= 50) seen.add(numbers[i]);
          }
        }
      }
      assertEquals(4, seen.size(), "all anomalous pictures take their turns");
    }
  }

  @Test
  void aBrokenFileEndsInOneSentenceEachTime() throws Exception {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 4; i++) samples.add(new MemorySample("eye" + i, 0));
    samples.add(PreparedSamplesTest.broken("bad.jpg", new IOException("The file is cut short.")));
    PreparedSamples prepared =
        new PreparedSamples(samples, MemorySample::prepare, CacheLimit.byDefault());
    try (Batches batches =
        new Batches(
            prepared, PreparedSamples.none(), new BatchOptions(5, 1, Augmentation.NONE), 0)) {
      for (int i = 0; i < 2; i++) {
        IOException problem = assertThrows(IOException.class, batches::next);
        assertEquals("bad.jpg: The file is cut short.", problem.getMessage());
      }
    }
  }

  @Test
  void waitingIsMeasured() throws Exception {
    try (Batches batches = plain(4, 4)) {
      assertEquals(0, batches.waitingShare());
      batches.next();
      assertTrue(batches.waitingShare() > 0);
      assertTrue(batches.waitingShare() <= 1);
    }
  }

  /** A sample that never gets ready until its thread is interrupted. */
  private static PreparedSamples stuck(CountDownLatch reading, CountDownLatch stopped) {
    Sample sample =
        new MemorySample("slow.jpg", 0) {
          @Override
          public Picture picture() throws IOException {
            reading.countDown();
            try {
              new CountDownLatch(1).await();
            } catch (InterruptedException e) {
              stopped.countDown();
            }
            throw new IOException("Interrupted.");
          }
        };
    return new PreparedSamples(List.of(sample), MemorySample::prepare, CacheLimit.byDefault());
  }

  @Test
  void closingStopsTheThreadsAndWhoWaits() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    Batches batches =
        new Batches(
            stuck(reading, stopped),
            PreparedSamples.none(),
            new BatchOptions(1, 1, Augmentation.NONE),
            0);
    AtomicReference<Throwable> ended = new AtomicReference<>();
    Thread consumer =
        new Thread(() -> ended.set(assertThrows(IllegalStateException.class, batches::next)));
    consumer.start();
    reading.await();
    batches.close();
    stopped.await();
    consumer.join();
    assertNotEquals(null, ended.get());
    assertThrows(IllegalStateException.class, batches::next);
    batches.close();
  }

  @Test
  void anInterruptedConsumerLosesNoBatch() throws Exception {
    CountDownLatch mayRead = new CountDownLatch(1);
    List<Sample> slow = new ArrayList<>();
    for (int i = 0; i < 9; i++)
      slow.add(
          new MemorySample("eye" + i, i / 100f) {
            @Override
            public Picture picture() throws IOException {
              try {
                mayRead.await();
              } catch (InterruptedException e) {
                throw new IOException("Interrupted.", e);
              }
              return super.picture();
            }
          });
    PreparedSamples prepared =
        new PreparedSamples(slow, MemorySample::prepare, CacheLimit.byDefault());
    BatchOptions options = new BatchOptions(1, 5, Augmentation.NONE);
    try (Batches quick = plain(9, 1);
        Batches batches = new Batches(prepared, PreparedSamples.none(), options, 0)) {
      Thread.currentThread().interrupt();
      assertThrows(InterruptedException.class, batches::next);
      assertFalse(Thread.currentThread().isInterrupted());
      mayRead.countDown();
      for (int i = 0; i < 9; i++) assertSameBits(quick.next(), batches.next());
      Thread.currentThread().interrupt();
    }
    assertTrue(Thread.interrupted(), "closing keeps the interrupt for the caller");
  }

  @Test
  void optionsAreValidated() {
    BatchOptions options = new BatchOptions(1, 1, Augmentation.NONE);
    assertThrows(IllegalArgumentException.class, () -> new BatchOptions(0, 1, Augmentation.NONE));
    assertThrows(IllegalArgumentException.class, () -> options.withThreads(0));
    assertThrows(
        IllegalArgumentException.class, () -> new Batches(samples(3), samples(1), options, 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Batches(PreparedSamples.none(), PreparedSamples.none(), options, 0));
  }
}
