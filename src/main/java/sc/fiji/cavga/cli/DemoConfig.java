package sc.fiji.cavga.cli;

import sc.fiji.cavga.synthetic.AnomalySigns;
import sc.fiji.cavga.train.TrainingConfig;

/** How the demo trains: what it takes to end within five minutes on two cores. */
final class DemoConfig {

  private static final int SIZE = 128;
  private static final int WIDTH = 16;
  private static final int EPOCHS = 8;
  private static final int WARM_UP_EPOCHS = 3;

  private static final int DETECTOR_STEPS = 1700;

  /** The sample's eyes have one kind of lesion each, and often one in all. */
  private static final double SCORE_SHARE = 0.003;

  /** In case the machine is slow; a share of the demo's five minutes. */
  private static final double MOST_MINUTES = 4.4;

  private DemoConfig() {}

  static TrainingConfig create() {
    return TrainingConfig.builder()
        .size(SIZE)
        .width(WIDTH)
        .epochs(EPOCHS)
        .warmUpEpochs(WARM_UP_EPOCHS)
        .detectorSteps(DETECTOR_STEPS)
        .painted(AnomalySigns.GLAUCOMA)
        .scoreShare(SCORE_SHARE)
        .minutes(MOST_MINUTES)
        .build();
  }
}
