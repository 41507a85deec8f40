package sc.fiji.cavga.feed;

import sc.fiji.cavga.dataset.Seeds;

/**
 * Which pictures make up which batch: a function of the seed and the position alone, so that
 * training can begin anywhere.
 *
 * <p>An epoch is once through the normal pictures, in an order of its own. Batches are always full:
 * the epoch's last one is filled up from the beginning of the epoch's order, and fewer pictures
 * than a batch holds are repeated. Where there are anomalous pictures, each batch has the same
 * number of them, after the normal ones; they go round in their own shuffled order, over the
 * epochs' ends.
 */
final class BatchOrder {

  /** A picture of a batch: where it is in its list and the seed of its augmentation. */
  static final class Draw {
    final boolean anomalous;
    final int index;
    final long seed;

    Draw(boolean anomalous, int index, long seed) {
      this.anomalous = anomalous;
      this.index = index;
      this.seed = seed;
    }
  }

  /** Of a batch; one picture at least. */
  private static final double ANOMALOUS_SHARE = 0.125;

  private static final long NORMAL = 0;
  private static final long ANOMALOUS = 1;
  private static final long VARIATION = 2;

  private final int normals;
  private final int anomalous;
  private final int normalsPerBatch;
  private final int anomalousPerBatch;
  private final long seed;

  /**
   * @param normals 1 or more
   * @param anomalous zero for unsupervised training
   */
  BatchOrder(int normals, int anomalous, BatchOptions options) {
    if (normals < 1)
      throw new IllegalArgumentException("There are no normal pictures to make batches of.");
    int size = options.batchSize();
    if (anomalous > 0 && size < 2)
      throw new IllegalArgumentException(
          "With anomalous pictures a batch needs room for at least two pictures.");
    this.normals = normals;
    this.anomalous = anomalous;
    this.anomalousPerBatch =
        anomalous == 0 ? 0 : (int) Math.max(1, Math.round(size * ANOMALOUS_SHARE));
    this.normalsPerBatch = size - anomalousPerBatch;
    this.seed = options.seed();
  }

  int batchesPerEpoch() {
    return (normals + normalsPerBatch - 1) / normalsPerBatch;
  }

  /**
   * @param position counted from the first epoch's first batch
   */
  Draw[] draws(long position) {
    long epoch = position / batchesPerEpoch();
    long first = position % batchesPerEpoch() * normalsPerBatch;
    Draw[] draws = new Draw[normalsPerBatch + anomalousPerBatch];
    int[] order = Seeds.permutation(normals, Seeds.combine(seed, NORMAL, epoch));
    for (int i = 0; i < normalsPerBatch; i++) {
      int index = order[(int) ((first + i) % normals)];
      long repeat = (first + i) / normals;
      draws[i] =
          new Draw(false, index, Seeds.combine(seed, VARIATION, NORMAL, epoch, index, repeat));
    }
    for (int i = 0; i < anomalousPerBatch; i++) {
      long turn = position * anomalousPerBatch + i;
      long round = turn / anomalous;
      int index =
          Seeds.permutation(anomalous, Seeds.combine(seed, ANOMALOUS, round))[
              (int) (turn % anomalous)];
      draws[normalsPerBatch + i] =
          new Draw(true, index, Seeds.combine(seed, VARIATION, ANOMALOUS, round, index));
    }
    return draws;
  }
}
