package sc.fiji.cavga.method.cavga.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import sc.fiji.cavga.feed.PreparedSamples;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.method.cavga.network.CavgaNetwork;
import sc.fiji.cavga.method.cavga.network.StepLosses;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.preprocess.PictureBatch;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.settings.Settings;

/** The losses of held-out normal pictures, the same ones in each epoch. */
final class Validation {

  /** More would cost time and change the mean little. */
  private static final int MOST_PICTURES = 128;

  private static final int PREVIEWED = 4;

  private final PreparedSamples pictures;
  private final int batchSize;
  private final int batches;
  private final TrainingControl control;

  /**
   * In whole batches, since the network allocates anew for another number of pictures: what is left
   * over is not used, and fewer pictures than a batch holds are repeated.
   */
  Validation(PreparedSamples pictures, Settings settings, TrainingControl control) {
    this.pictures = pictures;
    batchSize = settings.get(CommonSettings.BATCH);
    this.control = control;
    batches = Math.max(1, Math.min(MOST_PICTURES, pictures.count()) / batchSize);
  }

  /**
   * With z = μ and each batch's own statistics, which is how epochs are compared: the running ones
   * trail behind weights that still move, by more than the epochs differ. They are moved by this,
   * which training does not notice.
   */
  StepLosses inTraining(CavgaNetwork network) throws IOException, InterruptedException {
    return mean(network::settle);
  }

  /** With the running statistics, as in use; changes nothing. */
  StepLosses inUse(CavgaNetwork network) throws IOException, InterruptedException {
    return mean(network::losses);
  }

  private StepLosses mean(Function<PictureBatch, StepLosses> loss)
      throws IOException, InterruptedException {
    LossMeans means = new LossMeans();
    for (int batch = 0; batch < batches; batch++) {
      control.check();
      means.add(loss.apply(PictureBatch.of(part(pictures, batch * batchSize, batchSize))));
    }
    return means.mean();
  }

  /** Some of the pictures, to be shown. */
  List<PreparedPicture> previewed() throws IOException {
    return part(pictures, 0, Math.min(PREVIEWED, pictures.count()));
  }

  /** So many pictures from the first on, over the end to the beginning. */
  static List<PreparedPicture> part(PreparedSamples pictures, int first, int count)
      throws IOException {
    List<PreparedPicture> part = new ArrayList<>();
    for (int i = 0; i < count; i++) part.add(pictures.get((first + i) % pictures.count()));
    return part;
  }
}
