package sc.fiji.cavga.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartFailureTest {

  private static final String BINDINGS = "org/nd4j/linalg/cpu/nativecpu/bindings/";
  private static final Throwable CAUSE =
      new ExceptionInInitializerError(
          new IllegalStateException("outer", new UnsatisfiedLinkError("no jnind4jcpu\nin paths")));

  @TempDir Path folder;

  private void put(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String message(String system, String architecture) throws IOException {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
      return StartFailure.of(loader, system, architecture, CAUSE, folder).getMessage();
    }
  }

  @Test
  void namesTheLibraryThatIsMissing() throws IOException {
    assertEquals(
        "The ND4J library for Linux amd64 is missing (needed: nd4j-native for linux-x86_64; found:"
            + " none): in Fiji run Help > Update... and restart, for the command line run"
            + " 'mvn package' on this machine.",
        message("Linux", "amd64"));
  }

  @Test
  void namesLibrariesThatAreForOtherMachines() throws IOException {
    put(BINDINGS + "windows-x86_64-onednn/jnind4jcpu.dll", "");
    put(BINDINGS + "macosx-arm64/libjnind4jcpu.dylib", "");
    String message = message("Linux", "aarch64");
    assertTrue(message.contains("needed: nd4j-native for linux-arm64;"), message);
    assertTrue(message.contains("found: windows-x86_64-onednn, macosx-arm64)"), message);
  }

  @Test
  void namesAMachineForWhichThereIsNone() throws IOException {
    String message = message("SunOS", "sparcv9");
    assertTrue(
        message.startsWith("There is no ND4J library for SunOS sparcv9: use 64-bit"), message);
  }

  @Test
  void namesAWrongJavaCpp() throws IOException {
    put(BINDINGS + "macosx-arm64/libjnind4jcpu.dylib", "");
    put("META-INF/maven/org.bytedeco/javacpp/pom.properties", "version=1.5.10\n");
    String message = message("Mac OS X", "aarch64");
    assertTrue(message.contains("needs javacpp 1.5.7 and found 1.5.10, so remove"), message);
  }

  @Test
  void givesTheDeepestCauseOnOneLineWhereTheLibraryIsThere() throws IOException {
    put(BINDINGS + "windows-x86_64/jnind4jcpu.dll", "");
    put("META-INF/maven/org.bytedeco/javacpp/pom.properties", "version=1.5.7\n");
    String message = message("Windows 11", "amd64");
    assertTrue(
        message.contains("did not start on Windows 11 amd64 (no jnind4jcpu): delete the folder"),
        message);
  }
}
