package sc.fiji.cavga.cli;

import sc.fiji.cavga.train.TrainingConfig;

/** How the demo trains: what it takes to end within five minutes on two cores. */
final class DemoConfig {

  private static final int SIZE = 128;
  private static final int WIDTH = 16;
  private static final int EPOCHS = 20;
  private static final int WARM_UP_EPOCHS = 5;

  /** In case the machine is slow; a share of the demo's five minutes. */
  private static final double MOST_MINUTES = 2.5;

  private DemoConfig() {}

  static TrainingConfig create() {
    return TrainingConfig.builder()
        .size(SIZE)
        .width(WIDTH)
        .epochs(EPOCHS)
        .warmUpEpochs(WARM_UP_EPOCHS)
        .minutes(MOST_MINUTES)
        .build();
  }
}
