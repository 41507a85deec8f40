package sc.fiji.cavga.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackendStartTest {

  @TempDir Path folder;

  private static boolean isNative(String entry) {
    return new File(entry).getName().matches("nd4j-native-[0-9].*-(linux|windows|macosx)-.*");
  }

  private static boolean isLog(String entry) {
    return new File(entry).getName().startsWith("slf4j-nop");
  }

  private String written(ForkedJava process, Path report) throws Exception {
    assertEquals(0, process.exitCode(), process.console());
    assertEquals("", process.console());
    return Files.readString(report);
  }

  @Test
  void startsWithoutAWordEvenWithoutALog() throws Exception {
    Path report = folder.resolve("report");
    ForkedJava process =
        ForkedJava.run(entry -> !isLog(entry), StartedElsewhere.class, report.toString());
    String text = written(process, report);
    assertTrue(text.startsWith("CAVGA computes on the CPU"), text);
    assertTrue(text.endsWith("Gradient 6.0"), text);
  }

  @Test
  void startsFromAClassLoaderThatTheThreadDoesNotKnow() throws Exception {
    Path report = folder.resolve("report");
    ForkedJava process =
        ForkedJava.run(
            entry -> new File(entry).isDirectory(),
            InItsOwnClassLoader.class,
            String.join(File.pathSeparator, ForkedJava.classPath()),
            StartedElsewhere.class.getName(),
            report.toString());
    String text = written(process, report);
    assertTrue(text.endsWith("Gradient 6.0"), text);
  }

  @Test
  void saysWhatIsMissingEachTime() throws Exception {
    Path report = folder.resolve("report");
    ForkedJava process =
        ForkedJava.run(entry -> !isNative(entry), StartedElsewhere.class, report.toString());
    String text = written(process, report);
    assertTrue(text.startsWith("The ND4J library for "), text);
    assertTrue(text.contains("found: none"), text);
    assertTrue(text.contains(System.getProperty("os.arch")), text);
    assertTrue(text.contains("mvn package"), text);
  }
}
