package sc.fiji.cavga.dataset;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.dataset.layout.Cifar10Layout;
import sc.fiji.cavga.fuzz.HostileInput;

/** Any bytes as each of CIFAR-10's files. */
class Cifar10FuzzTest {

  private static final long PER_BYTE = 400;

  @TempDir static Path folder;

  @FuzzTest
  void filesAreReadOrRefused(byte[] bytes) throws Exception {
    Files.write(folder.resolve("test_batch.bin"), bytes);
    for (int i = 1; i <= 5; i++) Files.write(folder.resolve("data_batch_" + i + ".bin"), bytes);
    HostileInput.read(bytes, PER_BYTE, () -> new Cifar10Layout().open(folder, "cat"));
  }
}
