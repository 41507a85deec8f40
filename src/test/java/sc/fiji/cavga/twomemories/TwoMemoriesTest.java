package sc.fiji.cavga.twomemories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.faults.ChildJava;

/** Tests of which each runs in a Java process whose arrays lie in two memories. */
class TwoMemoriesTest {

  @TempDir private Path folder;

  private String run(int expected, List<String> options, String... names) throws Exception {
    ChildJava child = new ChildJava(folder.resolve("log.txt"), options, TestsProcess.class, names);
    int code = child.start().waitFor();
    assertEquals(expected, code, child.printed());
    return child.printed();
  }

  /** The test itself is right: what ND4J synchronizes is found, and nothing else. */
  @Test
  void plainCallsOfNd4jPass() throws Exception {
    run(0, List.of(), PlainArraysCases.class.getName());
  }

  /** Java's kernels and native operations on the same arrays: right on the CPU alone. */
  @Test
  void theHostsWayFails() throws Exception {
    String printed =
        run(1, List.of("-Dcavga.arrays=host"), "sc.fiji.cavga.nn.unet.UNetGradientTest");
    assertTrue(printed.contains("NaN"), printed);
    assertTrue(printed.contains("passed 0"), printed);
  }
}
