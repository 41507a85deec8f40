package sc.fiji.cavga.method.cavga.training;

import java.util.List;
import sc.fiji.cavga.method.cavga.network.LossWeights;
import sc.fiji.cavga.settings.Settings;

/**
 * Which epoch is the best and when to stop. A function of the loss curves alone, so that there is
 * nothing to store for a training that goes on later.
 *
 * <p>Once the attention loss has joined in, epochs before that no longer count: their attention has
 * learned nothing.
 */
final class EarlyStopping {

  /** One epoch's validation may be lucky; the mean of three in a row seldom is. */
  private static final int SMOOTHING = 3;

  /** As patience: to the last epoch, whatever the validation says. */
  private static final int NEVER = 0;

  private final int patience;
  private final int firstFullEpoch;
  private final LossWeights weights;

  EarlyStopping(Settings settings) {
    patience = settings.get(CavgaSettings.PATIENCE);
    firstFullEpoch = CavgaSettings.firstFullEpoch(settings);
    weights = CavgaSettings.losses(settings);
  }

  /** Index of the epoch with the lowest validation loss, the first of equals; −1 without epochs. */
  int best(TrainingCurves curves) {
    List<EpochRecord> epochs = curves.epochs();
    int best = -1;
    for (int i = first(epochs.size()); i < epochs.size(); i++)
      if (best < 0
          || epochs.get(i).validationLoss(weights) < epochs.get(best).validationLoss(weights))
        best = i;
    return best;
  }

  /** Whether the smoothed validation loss was lowest as many epochs ago as patience lasts. */
  boolean exhausted(TrainingCurves curves) {
    int count = curves.epochs().size();
    if (patience == NEVER || count <= firstFullEpoch) return false;
    int best = firstFullEpoch;
    for (int i = firstFullEpoch; i < count; i++)
      if (smoothed(curves, i) < smoothed(curves, best)) best = i;
    return count - 1 - best >= patience;
  }

  private double smoothed(TrainingCurves curves, int epoch) {
    double sum = 0;
    int from = Math.max(firstFullEpoch, epoch - SMOOTHING + 1);
    for (int i = from; i <= epoch; i++) sum += curves.epochs().get(i).validationLoss(weights);
    return sum / (epoch - from + 1);
  }

  private int first(int count) {
    return count > firstFullEpoch ? firstFullEpoch : 0;
  }
}
