package sc.fiji.cavga.method.local;

import java.io.IOException;
import sc.fiji.cavga.feed.PreparedSamples;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.feed.TrainingPictures;
import sc.fiji.cavga.method.local.gaussian.GaussianField;
import sc.fiji.cavga.method.local.gaussian.GaussianFieldFitter;
import sc.fiji.cavga.method.local.gaussian.ZScores;
import sc.fiji.cavga.method.local.net.FurtherTeaching;
import sc.fiji.cavga.method.local.net.SegmentationNets;
import sc.fiji.cavga.method.local.weak.WeakReweighting;
import sc.fiji.cavga.method.local.weak.WeakReweightingFitter;
import sc.fiji.cavga.model.AnomalyModel;
import sc.fiji.cavga.model.ModelEntries;
import sc.fiji.cavga.model.Refitting;
import sc.fiji.cavga.model.training.TrainingListener;

/**
 * Fits the Gaussians to other healthy eyes. The U-Nets see how far a place lies from them; they
 * stay as they are, or are taught some steps more. What labels taught stays.
 */
final class LocalRefitting implements Refitting {

  private final ModelEntries entries;
  private final GaussianField earlier;
  private final WeakReweighting reweighting;
  private final int steps;

  /**
   * @param steps of the U-Net; 0 to leave it as it is
   */
  LocalRefitting(ModelEntries entries, int steps) throws IOException {
    this.entries = entries;
    this.steps = steps;
    earlier = LocalEntries.field(entries);
    reweighting = LocalEntries.reweighting(entries, earlier);
  }

  @Override
  public AnomalyModel to(
      TrainingPictures healthy, TrainingControl control, TrainingListener listener)
      throws IOException, InterruptedException {
    PreparedSamples eyes = healthy.training();
    GaussianFieldFitter fitter = new GaussianFieldFitter();
    for (int i = 0; i < eyes.count(); i++) {
      control.check();
      fitter.add(eyes.get(i));
    }
    GaussianField field = fitter.fit(earlier);
    SegmentationNets nets = LocalEntries.nets(entries, field);
    try {
      if (nets != null && steps > 0)
        new FurtherTeaching(healthy, entries.settings(), control, listener)
            .teach(nets, new ZScores(field), steps);
      return new LocalModel(field, reweighting(field, eyes, control), nets);
    } catch (IOException | InterruptedException | RuntimeException e) {
      if (nets != null) nets.close();
      throw e;
    }
  }

  /** What labels taught, of how the healthy eyes look now. */
  private WeakReweighting reweighting(
      GaussianField field, PreparedSamples eyes, TrainingControl control)
      throws IOException, InterruptedException {
    if (reweighting == null) return null;
    WeakReweightingFitter fitter = new WeakReweightingFitter(field);
    for (int i = 0; i < eyes.count(); i++) {
      control.check();
      fitter.calibrate(eyes.get(i));
    }
    return fitter.recalibrated(reweighting);
  }
}
