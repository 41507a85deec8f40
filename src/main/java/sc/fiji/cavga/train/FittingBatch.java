package sc.fiji.cavga.train;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import sc.fiji.cavga.compute.machine.InsufficientMemoryException;

/** The batch size that memory allows: the configured one, or half of it as often as need be. */
final class FittingBatch {

  private FittingBatch() {}

  /**
   * @param reserve allocates for so many pictures or throws {@link InsufficientMemoryException}
   * @param warned told in one sentence, when the batch is smaller than configured
   * @return the configuration, with the batch size that was reserved
   * @throws InsufficientMemoryException with numbers, when even the smallest batch does not fit
   */
  static TrainingConfig of(TrainingConfig config, IntConsumer reserve, Consumer<String> warned) {
    int smallest = config.network().weaklySupervised() ? 2 : 1;
    int batch = config.schedule().batchSize();
    String shortage = null;
    while (true) {
      try {
        reserve.accept(batch);
        break;
      } catch (InsufficientMemoryException e) {
        if (batch == smallest) throw e;
        if (shortage == null) shortage = e.shortage();
        batch = Math.max(smallest, batch / 2);
      }
    }
    if (shortage == null) return config;
    warned.accept(shortage + ": training goes on in batches of " + batch + " instead.");
    return new TrainingConfigBuilder(config).batchSize(batch).build();
  }
}
