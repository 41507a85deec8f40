package sc.fiji.cavga.nn.layer;

import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.array.FixedSplit;
import sc.fiji.cavga.nn.array.RowBuffer;
import sc.fiji.cavga.nn.array.Values;

/** A sum per channel over the rows of many strips. */
public final class ChannelSums {

  /** So many additions lose nothing that single precision could show. */
  private static final int MOST_ADDITIONS = 32;

  private final RowBuffer running;
  private final double[] totals;
  private int additions;

  /** Adds up one or more things per channel over the rows from {@code start} to {@code end}. */
  public interface Task {
    void run(ChannelSums[] sums, long start, long end);
  }

  private ChannelSums(Values like, int channels) {
    running = like.strip(channels).clear();
    totals = new double[channels];
  }

  /**
   * Adds up over all rows of a node, on several cores.
   *
   * @param sums how many things the task adds up
   * @return [sums·C], the first sum of every channel, then the second
   */
  public static double[] over(Node node, int sums, Task task) {
    int channels = node.channels();
    double[][] partial = new double[FixedSplit.count(node.rows(), channels)][sums * channels];
    FixedSplit.run(
        node.rows(),
        channels,
        (block, start, end) -> {
          ChannelSums[] own = new ChannelSums[sums];
          for (int i = 0; i < sums; i++) own[i] = new ChannelSums(node.values(), channels);
          task.run(own, start, end);
          for (int i = 0; i < sums; i++) {
            own[i].empty();
            System.arraycopy(own[i].totals, 0, partial[block], i * channels, channels);
          }
        });
    return FixedSplit.sum(partial, sums * channels);
  }

  public void add(RowBuffer x) {
    running.plus(x);
    count();
  }

  /** Adds distances from other rows to the first, and their squares to the second. */
  static void addMoments(ChannelSums[] sums, RowBuffer x, RowBuffer y) {
    x.addMoments(y, sums[0].running, sums[1].running);
    for (ChannelSums sum : sums) sum.count();
  }

  /** Adds x to the first, and x·(y − m) to the second. */
  static void addProducts(ChannelSums[] sums, RowBuffer x, RowBuffer y, RowBuffer m) {
    x.addProducts(y, m, sums[0].running, sums[1].running);
    for (ChannelSums sum : sums) sum.count();
  }

  private void count() {
    if (++additions == MOST_ADDITIONS) empty();
  }

  private void empty() {
    running.addRows(totals);
    running.clear();
    additions = 0;
  }
}
