package sc.fiji.cavga.network.graph;

/** A sum per channel over the rows of many strips. */
final class ChannelSums {

  /** So many additions lose nothing that single precision could show. */
  private static final int MOST_ADDITIONS = 32;

  private final Strip running;
  private final double[] totals;
  private int additions;

  /** Adds up one or more things per channel over the rows from {@code start} to {@code end}. */
  interface Task {
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
  static double[] over(Node node, int sums, Task task) {
    int channels = node.channels();
    double[][] partial = new double[Blocks.count(node.rows(), channels)][sums * channels];
    Blocks.run(
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
    return Blocks.sum(partial, sums * channels);
  }

  void add(Strip x) {
    running.plus(x);
    count();
  }

  void addProduct(Strip a, Strip b) {
    running.plusProduct(a, b);
    count();
  }

  private void count() {
    if (++additions == MOST_ADDITIONS) empty();
  }

  private void empty() {
    for (int i = 0; i < running.count(); i++) totals[i % totals.length] += running.get(i);
    running.clear();
    additions = 0;
  }
}
