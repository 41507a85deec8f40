package sc.fiji.cavga.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import sc.fiji.cavga.dataset.PreparedSamples;
import sc.fiji.cavga.image.PictureBatch;
import sc.fiji.cavga.image.PreparedPicture;
import sc.fiji.cavga.network.CavgaNetwork;
import sc.fiji.cavga.network.StepLosses;

/** The losses of held-out normal pictures as they are: the same pictures in each epoch. */
final class Validation {

  /** More would cost time and change the mean little. */
  private static final int MOST_PICTURES = 128;

  private static final int PREVIEWED = 4;

  private final PreparedSamples pictures;
  private final TrainingControl control;
  private final int chunks;
  private final int chunkSize;

  Validation(PreparedSamples pictures, int batchSize, TrainingControl control) {
    this.pictures = pictures;
    this.control = control;
    int count = Math.min(MOST_PICTURES, pictures.count());
    // Chunks of one size, since the network allocates anew for another.
    chunks = (count + batchSize - 1) / batchSize;
    chunkSize = count / chunks;
  }

  /** At test time's statistics, changing nothing. */
  StepLosses losses(CavgaNetwork network) throws IOException, InterruptedException {
    return mean(network::losses);
  }

  /** At each batch's own statistics, as training sees them; moves the running ones. */
  StepLosses trainingLosses(CavgaNetwork network) throws IOException, InterruptedException {
    return mean(network::settle);
  }

  private StepLosses mean(Function<PictureBatch, StepLosses> loss)
      throws IOException, InterruptedException {
    LossMeans means = new LossMeans();
    for (int chunk = 0; chunk < chunks; chunk++) {
      control.check();
      means.add(loss.apply(PictureBatch.of(part(pictures, chunk * chunkSize, chunkSize))));
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
