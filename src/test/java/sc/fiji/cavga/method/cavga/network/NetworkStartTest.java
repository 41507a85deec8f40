package sc.fiji.cavga.method.cavga.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.compute.ForkedJava;
import sc.fiji.cavga.compute.InItsOwnClassLoader;

class NetworkStartTest {

  /** As in Fiji: nobody has started anything, and the thread's class loader knows no ND4J. */
  @Test
  void startsWhatItNeedsWithoutAWord(@TempDir Path folder) throws Exception {
    Path report = folder.resolve("report");
    ForkedJava process =
        ForkedJava.run(
            entry -> new File(entry).isDirectory(),
            InItsOwnClassLoader.class,
            String.join(File.pathSeparator, ForkedJava.classPath()),
            NetworkElsewhere.class.getName(),
            report.toString());
    assertEquals("", process.console());
    assertEquals(0, process.exitCode());
    assertEquals("attention of 16", Files.readString(report));
  }
}
