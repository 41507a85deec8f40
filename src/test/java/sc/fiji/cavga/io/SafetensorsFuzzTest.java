package sc.fiji.cavga.io;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import sc.fiji.cavga.fuzz.HostileInput;

/** Any bytes as named arrays. */
class SafetensorsFuzzTest {

  private static final long PER_BYTE = 400;

  @FuzzTest
  void arraysAreReadOrRefused(byte[] bytes) {
    HostileInput.read(
        bytes, PER_BYTE, () -> Safetensors.read(new ByteArrayInputStream(bytes), bytes.length));
  }
}
