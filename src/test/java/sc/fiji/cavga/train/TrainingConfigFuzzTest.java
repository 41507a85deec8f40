package sc.fiji.cavga.train;

import com.code_intelligence.jazzer.junit.FuzzTest;
import sc.fiji.cavga.fuzz.HostileInput;
import sc.fiji.cavga.io.StrictJson;

/** Any bytes as a training's configuration. */
class TrainingConfigFuzzTest {

  private static final long PER_BYTE = 400;

  @FuzzTest
  void aConfigurationIsReadOrRefused(byte[] bytes) {
    HostileInput.read(
        bytes, PER_BYTE, () -> TrainingConfig.fromJson(StrictJson.parseObject(bytes)));
  }
}
