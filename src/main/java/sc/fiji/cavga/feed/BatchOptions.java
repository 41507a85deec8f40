package sc.fiji.cavga.feed;

import java.util.Objects;
import sc.fiji.cavga.feed.augment.Augmentation;
import sc.fiji.cavga.feed.augment.OtherCamera;
import sc.fiji.cavga.synthetic.VaryingLight;

/** How batches are made; immutable, validated here. */
public final class BatchOptions {

  private final int batchSize;
  private final long seed;
  private final Augmentation augmentation;
  private final boolean painted;
  private final boolean varyingLight;
  private final boolean otherCameras;
  private final int threads;

  /**
   * With two threads, and an eighth of each batch anomalous where there are anomalous pictures.
   *
   * @param batchSize pictures in a batch, 1 to 1024
   * @param seed decides the order and each picture's augmentation
   */
  public BatchOptions(int batchSize, long seed, Augmentation augmentation) {
    this(batchSize, seed, augmentation, false, false, false, 2);
  }

  private BatchOptions(
      int batchSize,
      long seed,
      Augmentation augmentation,
      boolean painted,
      boolean varyingLight,
      boolean otherCameras,
      int threads) {
    require(batchSize >= 1 && batchSize <= 1024, "Batch size", "1 to 1024", batchSize);
    require(threads >= 1 && threads <= 64, "Reading threads", "1 to 64", threads);
    this.batchSize = batchSize;
    this.seed = seed;
    this.augmentation = Objects.requireNonNull(augmentation);
    this.painted = painted;
    this.varyingLight = varyingLight;
    this.otherCameras = otherCameras;
    this.threads = threads;
  }

  private static void require(boolean condition, String name, String range, Number value) {
    if (!condition)
      throw new IllegalArgumentException(name + " must be " + range + ", not " + value + ".");
  }

  /** Paints anomalies into the normal pictures, so that the network learns to tell. */
  public BatchOptions withPainted() {
    return new BatchOptions(
        batchSize, seed, augmentation, true, varyingLight, otherCameras, threads);
  }

  /** Whether the light varies over the pictures, see {@link VaryingLight}, before any painting. */
  public BatchOptions withVaryingLight(boolean value) {
    return new BatchOptions(batchSize, seed, augmentation, painted, value, otherCameras, threads);
  }

  /** Whether pictures are seen as other cameras might show them, see {@link OtherCamera}. */
  public BatchOptions withOtherCameras(boolean value) {
    return new BatchOptions(batchSize, seed, augmentation, painted, varyingLight, value, threads);
  }

  /**
   * @param count of threads that read and prepare, 1 to 64; has no influence on the batches
   */
  public BatchOptions withThreads(int count) {
    return new BatchOptions(
        batchSize, seed, augmentation, painted, varyingLight, otherCameras, count);
  }

  public int batchSize() {
    return batchSize;
  }

  public long seed() {
    return seed;
  }

  public Augmentation augmentation() {
    return augmentation;
  }

  /** Whether anomalies are painted into the normal pictures. */
  public boolean painted() {
    return painted;
  }

  /** Whether the light varies over the pictures. */
  public boolean varyingLight() {
    return varyingLight;
  }

  /** Whether pictures are seen as other cameras might show them. */
  public boolean otherCameras() {
    return otherCameras;
  }

  public int threads() {
    return threads;
  }
}
