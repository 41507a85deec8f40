package sc.fiji.cavga.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.cli.error.ExitCode;
import sc.fiji.cavga.cli.error.MissingLibrary;

class LauncherTest {

  /** As when the jar was moved away from its folder lib. */
  @Test
  void withoutLibrariesThereIsOneSentence() throws Exception {
    Process process =
        new ProcessBuilder(
                Paths.get(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Paths.get("target/classes").toString(),
                Launcher.class.getName(),
                "device")
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(MissingLibrary.SENTENCE, said.trim());
    assertEquals(ExitCode.FAILED, process.waitFor());
  }

  @Test
  void aClassThatDidNotStartIsNotMissing() {
    assertTrue(MissingLibrary.isOne(new NoClassDefFoundError("picocli/CommandLine")));
    assertEquals(
        false, MissingLibrary.isOne(new NoClassDefFoundError("Could not initialize class a.B")));
  }

  @Test
  void theBuiltJarBeginsHereAndMayUseNativeLibraries() throws Exception {
    long pom = Paths.get("pom.xml").toFile().lastModified();
    try (Stream<Path> files = Files.list(Paths.get("target"))) {
      List<Path> jars =
          files
              .filter(
                  file -> file.getFileName().toString().matches("CAVGA_-[\\d.]+(-SNAPSHOT)?.jar"))
              .filter(file -> file.toFile().lastModified() > pom)
              .collect(Collectors.toList());
      assumeTrue(!jars.isEmpty(), "no jar is built of this pom.xml: mvn package");
      for (Path jar : jars)
        try (JarFile file = new JarFile(jar.toFile())) {
          Attributes main = file.getManifest().getMainAttributes();
          assertEquals("ALL-UNNAMED", main.getValue("Enable-Native-Access"));
          assertEquals(Launcher.class.getName(), main.getValue("Main-Class"));
        }
    }
  }
}
