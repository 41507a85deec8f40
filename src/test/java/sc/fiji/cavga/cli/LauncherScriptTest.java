package sc.fiji.cavga.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher beside a small jar, in a folder whose name has a space. */
class LauncherScriptTest {

  private static final String JAR = "CAVGA_-1.jar";

  @TempDir Path temporary;

  private Path folder;

  @BeforeEach
  void install() throws IOException {
    assumeFalse(System.getProperty("os.name").startsWith("Windows"), "there is no sh");
    folder = Files.createDirectory(temporary.resolve("a folder"));
    String script = Files.readString(Paths.get("src/build/launcher/cavga"));
    Path launcher = Files.writeString(folder.resolve("cavga"), script.replace("@jar@", JAR));
    assertTrue(launcher.toFile().setExecutable(true));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, EchoProgram.class.getName());
    String file = EchoProgram.class.getName().replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(folder.resolve(JAR));
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      jar.putNextEntry(new JarEntry(file));
      jar.write(getClass().getClassLoader().getResourceAsStream(file).readAllBytes());
    }
  }

  @Test
  void argumentsAndExitCodesPass() throws Exception {
    makeArchive();
    assertEquals("0: with archive\n[a b, \"c\", $d *]\n", run("cavga", "a b", "\"c\"", "$d *"));
    assertEquals("0: with archive\n[]\n", run("cavga"));
    assertEquals("7: with archive\n[fail]\n", run("cavga", "fail"));
    Files.createDirectory(folder.resolve("bin"));
    Files.createSymbolicLink(folder.resolve("bin/cavga"), Paths.get("../cavga"));
    assertEquals("0: with archive\n[a]\n", run("bin/cavga", "a"));
  }

  @Test
  void theFirstStartMakesTheArchiveForTheNext() throws Exception {
    assumeTrue(Runtime.version().feature() >= 13, "this Java makes no archives");
    assertEquals("0: without\n[a]\n", run("cavga", "a"));
    for (int wait = 0; archives().isEmpty() || run("cavga").contains("without"); wait++) {
      assertTrue(wait < 600, "no archive was made");
      Thread.sleep(100);
    }
    assertEquals("0: with archive\n[a]\n", run("cavga", "a"));
  }

  @Test
  void anotherJarHasAnotherArchive() throws Exception {
    Path first = makeArchive();
    assertTrue(folder.resolve(JAR).toFile().setLastModified(1_000_000_000_000L));
    assertTrue(run("cavga", "a").startsWith("0: without\n"));
    Path second = makeArchive();
    assertFalse(first.equals(second));
    assertEquals(List.of(second), archives());
  }

  /** Java itself would break off at the first of these. */
  @Test
  void aDamagedArchiveStopsNothing() throws Exception {
    Path archive = makeArchive();
    byte[] whole = Files.readAllBytes(archive);
    assertTrue(archive.toFile().setWritable(true));
    Path mark = archive.resolveSibling(archive.getFileName() + ".size");
    Path size = Files.copy(mark, temporary.resolve("size"));
    for (int length : new int[] {whole.length / 2, 4, 0}) {
      try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "rw")) {
        file.setLength(length);
      }
      // So that no other one is made meanwhile.
      assertEquals("0: without\n[device]\n", run("cavga", "device"), length + " bytes");
      waitForOther(mark, size);
      assertTrue(archive.toFile().setWritable(true));
    }
    whole = Files.readAllBytes(archive);
    for (int place = 0; place < whole.length; place += whole.length / 7) {
      byte[] damaged = whole.clone();
      for (int i = place; i < Math.min(place + 4096, whole.length); i++) damaged[i] ^= 0x55;
      Files.write(archive, damaged);
      assertEquals("0: with archive\n[device]\n", run("cavga", "device"), "damaged at " + place);
    }
  }

  /** A cut archive is made anew beside the run. */
  private void waitForOther(Path mark, Path size) throws Exception {
    for (int wait = 0; ; wait++) {
      assertTrue(wait < 600, "no other archive was made");
      if (!archives().isEmpty()
          && Files.exists(mark)
          && Files.size(mark) > 0
          && run("cavga").contains("with archive")) return;
      Thread.sleep(100);
    }
  }

  @Test
  void withoutJavaThereIsOneSentence() throws Exception {
    String said = run(List.of("env", "JAVA_HOME=" + temporary, folder.resolve("cavga").toString()));
    assertEquals(
        "3: Java was not found: install Java 11 or later, or let JAVA_HOME name its folder.\n",
        said);
  }

  private Path makeArchive() throws Exception {
    assumeTrue(Runtime.version().feature() >= 13, "this Java makes no archives");
    assertEquals("0: ", run("cavga", "--make-archive"));
    List<Path> archives = archives();
    assertEquals(1, archives.size(), archives.toString());
    return archives.get(0);
  }

  private List<Path> archives() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jsa")).collect(Collectors.toList());
    }
  }

  private String run(String launcher, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(folder.resolve(launcher).toString()));
    command.addAll(List.of(arguments));
    return run(command);
  }

  /** The exit code and all that was said. */
  private String run(List<String> command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putIfAbsent("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().remove("JDK_JAVA_OPTIONS");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() + ": " + said;
  }
}
