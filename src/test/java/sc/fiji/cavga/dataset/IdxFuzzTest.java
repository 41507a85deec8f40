package sc.fiji.cavga.dataset;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.dataset.layout.IdxLayout;
import sc.fiji.cavga.fuzz.HostileInput;

/**
 * Any bytes as MNIST's files, compressed or not: the first byte says how many of the others are the
 * labels, the rest are the pictures.
 */
class IdxFuzzTest {

  /** A file may unfold to a hundred times its size, and its pictures are kept twice. */
  private static final long PER_BYTE = 400;

  @TempDir static Path folder;

  @FuzzTest
  void filesAreReadOrRefused(byte[] bytes) throws Exception {
    int labels = bytes.length == 0 ? 0 : Math.min(bytes.length, 1 + (bytes[0] & 0xff));
    int start = Math.min(1, bytes.length);
    for (String part : new String[] {"train", "t10k"}) {
      Files.write(
          folder.resolve(part + "-labels-idx1-ubyte"),
          Arrays.copyOfRange(bytes, start, Math.max(start, labels)));
      Files.write(
          folder.resolve(part + "-images-idx3-ubyte"),
          Arrays.copyOfRange(bytes, Math.max(start, labels), bytes.length));
    }
    HostileInput.read(bytes, PER_BYTE, () -> new IdxLayout().open(folder, "1"));
  }
}
