package sc.fiji.cavga.cli.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TrainingProgressLineTest {

  @Test
  void saysHowLongTheNetworkWaitedAndWhatHelps() {
    assertEquals(
        "Waiting for pictures took 0.4 % of the training's time.",
        TrainingProgressLine.waiting(0.004));
    assertEquals(
        "Waiting for pictures took 37.5 % of the training's time; a larger --cache keeps more of"
            + " them in memory.",
        TrainingProgressLine.waiting(0.375));
  }
}
