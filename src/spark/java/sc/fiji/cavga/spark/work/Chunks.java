package sc.fiji.cavga.spark.work;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.Partitioner;

/** Gives each chunk of files a task of its own. */
public final class Chunks extends Partitioner {

  private static final long serialVersionUID = 1L;

  private final int files;
  private final Map<Long, Integer> tasks = new HashMap<>();

  /**
   * @param files in each chunk
   * @param open the numbers of the chunks that are to be done
   */
  public Chunks(int files, List<Long> open) {
    this.files = files;
    for (long chunk : open) tasks.put(chunk, tasks.size());
  }

  /** Whether the chunk of a file with this number is to be done. */
  public boolean isOpen(long number) {
    return tasks.containsKey(number / files);
  }

  @Override
  public int numPartitions() {
    return tasks.size();
  }

  @Override
  public int getPartition(Object number) {
    return tasks.get((Long) number / files);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Chunks
        && files == ((Chunks) other).files
        && tasks.equals(((Chunks) other).tasks);
  }

  @Override
  public int hashCode() {
    return tasks.hashCode();
  }
}
