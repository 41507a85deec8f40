package sc.fiji.cavga.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.charset.Charset;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.util.FileUtils;

/**
 * Fiji has the folder of its platform on the module path, and does not start where two jars there
 * are the same module.
 */
class PlatformFoldersTest {

  private static final Map<String, String> PLATFORMS =
      Map.of(
          "linux64", "linux-x86_64",
          "linux-arm64", "linux-arm64",
          "win64", "windows-x86_64",
          "macos64", "macosx-x86_64",
          "macos-arm64", "macosx-arm64");

  /** What other sites may bring, under the names that it has on Maven Central. */
  private static final List<String> OTHERS =
      List.of(
          "javacpp-1.5.10-%s.jar",
          "openblas-0.3.26-1.5.10-%s.jar",
          "dnnl-3.1.1-1.5.10-%s.jar",
          "opencl-3.0-1.5.10-%s.jar",
          "ffmpeg-6.1.1-1.5.10-%s.jar",
          "nd4j-native-1.0.0-beta7-%s.jar",
          "cuda-12.3-8.9-1.5.10-%s.jar",
          "nd4j-cuda-11.2-1.0.0-M1.1-%s.jar");

  @TempDir static Path folder;

  private static List<FijiSite> sites;

  @BeforeAll
  static void build() throws Exception {
    FijiSite.empty(folder.resolve("CAVGA_-1.0.0.jar"));
    sites = List.of(FijiSite.main(folder), FijiSite.cuda(folder));
  }

  static Set<String> platforms() {
    return PLATFORMS.keySet();
  }

  /** The names by which stand-ins are made are those of the real jars. */
  @Test
  void modulesAreNamedAsInTheRealJars() {
    int checked = 0;
    for (Path jar : FijiSite.classPath())
      if (NativeJar.isOne(jar)) {
        assertEquals(Set.of(NativeJar.module(jar)), modules(jar));
        checked++;
      }
    // On Linux with x86-64 oneDNN and what it needs besides.
    assertTrue(checked >= 3, checked + " natives");
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void aFolderIsAModulePath(String platform, @TempDir Path app) throws IOException {
    Path natives = Files.createDirectories(app.resolve(platform));
    update(natives, ours(platform));
    assertEquals(ours(platform).size(), modules(natives).size());
  }

  /** Whatever comes first, the Updater puts one in the place of the other. */
  @ParameterizedTest
  @MethodSource("platforms")
  void soItIsBesideOtherVersions(String platform, @TempDir Path app) throws IOException {
    List<String> others = new ArrayList<>();
    for (String other : OTHERS) others.add(String.format(other, PLATFORMS.get(platform)));
    Set<String> all = new TreeSet<>();
    for (String other : others) all.add(NativeJar.module(Paths.get(other)));
    for (List<List<String>> order :
        List.of(List.of(others, ours(platform)), List.of(ours(platform), others))) {
      Path natives = Files.createTempDirectory(app, platform);
      for (List<String> site : order) update(natives, site);
      assertEquals(all, modules(natives));
    }
  }

  private static List<String> ours(String platform) throws IOException {
    List<String> jars = new ArrayList<>();
    for (FijiSite site : sites)
      for (String file : site.files("jars/" + platform))
        jars.add(Paths.get(file).getFileName().toString());
    assertTrue(jars.size() >= 3);
    return jars;
  }

  /**
   * Puts jars into a folder as the Updater does, to which files of one unversioned name are one.
   */
  private static void update(Path natives, List<String> jars) throws IOException {
    for (String jar : jars) {
      List<Path> replaced = new ArrayList<>();
      try (DirectoryStream<Path> files = Files.newDirectoryStream(natives)) {
        for (Path file : files)
          if (unversioned(file.getFileName().toString()).equals(unversioned(jar)))
            replaced.add(file);
      }
      for (Path file : replaced) Files.delete(file);
      NativeJar.write(natives.resolve(jar));
    }
  }

  private static String unversioned(String jar) {
    return FileUtils.stripFilenameVersion(jar);
  }

  /** As Java looks for them when it starts; two of one name in a folder are an error. */
  private static Set<String> modules(Path path) {
    return ModuleFinder.of(path).findAll().stream()
        .map(module -> module.descriptor().name())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Starts Java with the real natives of this machine, and with one of them twice. */
  @Test
  void javaStartsWithTheRealJars(@TempDir Path natives) throws Exception {
    Path javacpp = null;
    for (Path jar : FijiSite.classPath()) {
      if (!NativeJar.isOne(jar)) continue;
      Files.copy(jar, natives.resolve(jar.getFileName()));
      if (jar.getFileName().toString().startsWith("javacpp-")) javacpp = jar;
    }
    assertTrue(started(natives).contains("java.desktop"), started(natives));
    Files.copy(javacpp, natives.resolve("javacpp-natives-1.5.7.jar"));
    assertTrue(started(natives).contains("Two versions of module org.bytedeco.javacpp"));
  }

  /** The site that was built: mvn -Pfiji-site verify. */
  @Test
  void javaStartsWithTheBuiltSite() throws Exception {
    String site = System.getProperty("cavga.site");
    assumeTrue(site != null, "No site was built: mvn -Pfiji-site verify.");
    for (String platform : platforms()) {
      Path natives = Paths.get(site, "jars", platform);
      String printed = started(natives);
      assertTrue(printed.contains("java.desktop"), printed);
      assertFalse(printed.contains("Error"), printed);
      for (String module : modules(natives)) assertTrue(printed.contains(module), printed);
    }
  }

  private static String started(Path natives) throws IOException {
    Process java =
        new ProcessBuilder(
                Paths.get(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                natives.toString(),
                "--add-modules",
                "java.desktop",
                "--list-modules")
            .redirectErrorStream(true)
            .start();
    return new String(java.getInputStream().readAllBytes(), Charset.defaultCharset());
  }
}
