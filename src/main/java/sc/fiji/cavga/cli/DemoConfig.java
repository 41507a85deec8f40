package sc.fiji.cavga.cli;

import sc.fiji.cavga.method.local.LocalSettings;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.synthetic.AnomalySigns;
import sc.fiji.cavga.train.TrainingConfig;

/** How the demo trains: what it takes to end within five minutes on two cores. */
final class DemoConfig {

  private static final int STEPS = 1700;

  /** The sample's eyes have one kind of lesion each, and often one in all. */
  private static final double SCORE_SHARE = 0.003;

  /** In case the machine is slow; a share of the demo's five minutes. */
  private static final double MOST_MINUTES = 4.4;

  private DemoConfig() {}

  static TrainingConfig create() {
    return TrainingConfig.standard()
        .with(LocalSettings.STEPS, STEPS)
        .with(LocalSettings.SIGNS, AnomalySigns.GLAUCOMA)
        .with(CommonSettings.SCORE_SHARE, SCORE_SHARE)
        .with(CommonSettings.MINUTES, MOST_MINUTES);
  }
}
