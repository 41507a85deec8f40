package sc.fiji.cavga.compute.check;

/**
 * One training step of tiny networks on numbers drawn from a fixed seed. A Java service, found by
 * its entry below META-INF/services, because networks lie above this room.
 */
public interface TrainingStep {

  /**
   * Computes on whatever backend this process has, with arrays where that backend keeps them.
   *
   * @return loss, gradients and output, and with {@link StepNumbers#backend} what computed
   */
  StepNumbers compute();
}
