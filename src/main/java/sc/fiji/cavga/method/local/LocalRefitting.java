package sc.fiji.cavga.method.local;

import java.io.IOException;
import sc.fiji.cavga.feed.PreparedSamples;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.method.local.gaussian.GaussianField;
import sc.fiji.cavga.method.local.gaussian.GaussianFieldFitter;
import sc.fiji.cavga.method.local.weak.WeakReweighting;
import sc.fiji.cavga.method.local.weak.WeakReweightingFitter;
import sc.fiji.cavga.model.AnomalyModel;
import sc.fiji.cavga.model.Refitting;

/**
 * Fits the Gaussians to other healthy eyes. The U-Net, which sees only how far a place lies from
 * them, stays as it is.
 */
final class LocalRefitting implements Refitting {

  /** A net of its own for each model. */
  interface Reading {
    LocalModel with(GaussianField field, WeakReweighting reweighting) throws IOException;
  }

  private final GaussianField earlier;
  private final WeakReweighting reweighting;
  private final Reading reading;

  /**
   * @param reweighting null without weak supervision
   */
  LocalRefitting(GaussianField earlier, WeakReweighting reweighting, Reading reading) {
    this.earlier = earlier;
    this.reweighting = reweighting;
    this.reading = reading;
  }

  @Override
  public AnomalyModel to(PreparedSamples healthy, TrainingControl control)
      throws IOException, InterruptedException {
    GaussianFieldFitter fitter = new GaussianFieldFitter();
    for (int i = 0; i < healthy.count(); i++) {
      control.check();
      fitter.add(healthy.get(i));
    }
    String mode = System.getProperty("recal.mode", "b");
    GaussianField field =
        mode.equals("a") ? earlier : mode.equals("b") ? fitter.fit() : fitter.fit(earlier, mode);
    return reading.with(field, reweighting(field, healthy, control));
  }

  /** What labels taught, of how the healthy eyes look now. */
  private WeakReweighting reweighting(
      GaussianField field, PreparedSamples healthy, TrainingControl control)
      throws IOException, InterruptedException {
    if (reweighting == null) return null;
    WeakReweightingFitter fitter = new WeakReweightingFitter(field);
    for (int i = 0; i < healthy.count(); i++) {
      control.check();
      fitter.calibrate(healthy.get(i));
    }
    return fitter.recalibrated(reweighting);
  }
}
