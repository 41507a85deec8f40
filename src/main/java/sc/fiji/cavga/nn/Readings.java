package sc.fiji.cavga.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;
import sc.fiji.cavga.compute.ArrayPlace;
import sc.fiji.cavga.nn.kernel.DeviceArrays;
import sc.fiji.cavga.nn.kernel.Kernels;
import sc.fiji.cavga.nn.kernel.Transfer;

/**
 * The numbers that a step ends with. They are noted while it runs, and what lies on a device is
 * copied into main memory together, when the first is asked for: until then nothing waits for it.
 */
public final class Readings {

  private final DeviceArrays arrays;
  private final List<INDArray> kept = new ArrayList<>();
  private int noted;
  private INDArray together;
  private double[] numbers;

  /**
   * @param arrays of the graph, to which it adds
   */
  public Readings(DeviceArrays arrays) {
    this.arrays = arrays;
  }

  /** Forgets what was noted. The same is to be noted in each step: then nothing is allocated. */
  public void begin() {
    noted = 0;
    numbers = null;
  }

  /** An array's values as of now, row by row. */
  public Supplier<double[]> note(Node node) {
    if (node.place() == ArrayPlace.RESIDENT) return keep(node.value());
    double[] now = node.doubles();
    return () -> now;
  }

  /** The values of an array on the device as of now, row by row. */
  public Supplier<double[]> keep(INDArray array) {
    if (noted == kept.size()) kept.add(arrays.own(array.shape()));
    kept.get(noted).assign(array);
    int number = noted++;
    return () -> numbers(number);
  }

  private double[] numbers(int number) {
    if (numbers == null) read();
    int from = 0;
    for (int i = 0; i < number; i++) from += (int) kept.get(i).length();
    return Arrays.copyOfRange(numbers, from, from + (int) kept.get(number).length());
  }

  private void read() {
    List<INDArray> all = kept.subList(0, noted);
    long length = all.stream().mapToLong(INDArray::length).sum();
    if (together == null || together.length() != length) together = arrays.own(length);
    numbers = Transfer.doubles(Kernels.flatten(all, together));
  }
}
