package sc.fiji.cavga.train;

import com.code_intelligence.jazzer.junit.FuzzTest;
import sc.fiji.cavga.fuzz.HostileInput;
import sc.fiji.cavga.io.StrictJson;

/** Any bytes as a training's configuration. */
class TrainingConfigFuzzTest {

  private static final long PER_BYTE = 400;

  @FuzzTest
  void aConfigurationIsReadOrRefused(byte[] bytes) {
    TrainingConfig config = TrainingConfig.of("local,cavga");
    HostileInput.read(bytes, PER_BYTE, () -> config.settings().read(StrictJson.parseObject(bytes)));
  }
}
