package sc.fiji.cavga.nn.array;

import sc.fiji.cavga.compute.ComputeBackend;

/**
 * Splits element-wise work over the processor's cores.
 *
 * <p>The number of blocks depends on the work alone, never on the number of cores, and partial sums
 * are added in the blocks' order: the same bits come out on any machine.
 */
public final class FixedSplit {

  private static final int COUNT = 8;
  private static final long WORTH_SPLITTING = 16384;

  /** What to do with the elements from {@code start} (inclusive) to {@code end} (exclusive). */
  public interface Task {
    void run(int block, long start, long end);
  }

  private FixedSplit() {}

  /** The number of blocks for so many rows of so many elements. */
  public static int count(long rows, long elementsPerRow) {
    long most = Math.min(COUNT, rows);
    return (int) Math.max(1, Math.min(most, rows * elementsPerRow / WORTH_SPLITTING));
  }

  /** Runs the task over all rows, block by block, on several cores where it is worth it. */
  public static void run(long rows, long elementsPerRow, Task task) {
    int blocks = count(rows, elementsPerRow);
    if (blocks == 1) task.run(0, 0, rows);
    else ComputeBackend.share(blocks, b -> task.run(b, rows * b / blocks, rows * (b + 1) / blocks));
  }

  /** One row of {@code width} partial sums per block, added in order. */
  public static double[] sum(double[][] partial, int width) {
    double[] total = new double[width];
    for (double[] block : partial) for (int i = 0; i < width; i++) total[i] += block[i];
    return total;
  }
}
