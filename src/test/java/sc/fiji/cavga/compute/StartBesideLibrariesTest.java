package sc.fiji.cavga.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Java loads libraries at any time, such as that for the first JPEG. Asking JavaCPP for a symbol
 * meanwhile can stop both for ever: each waits for a lock of the C library that the other holds.
 */
class StartBesideLibrariesTest {

  @TempDir Path folder;

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "It copies a Linux library of Java's.")
  void threadsThatStartDoNotStopOnesThatLoadLibraries() throws Exception {
    Path console = Files.createTempFile(folder, "console", ".txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                String.join(File.pathSeparator, ForkedJava.classPath()),
                LibrariesBesideStarts.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(console.toFile())
            .start();
    try {
      assertTrue(process.waitFor(2, TimeUnit.MINUTES), "it stands still");
      assertEquals(0, process.exitValue(), Files.readString(console));
    } finally {
      process.destroyForcibly();
    }
  }
}
