package sc.fiji.cavga.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.tools.ant.BuildException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.util.FileUtils;

/** What the two update sites have where, held against what Fiji has. */
class FijiSiteTest {

  /**
   * ND4J runs with these versions alone. Fiji has another JavaCPP beside its ffmpeg; OpenBLAS it
   * has not, but SciJava manages a version of it.
   */
  private static final Set<String> PINNED = Set.of("javacpp.jar", "openblas.jar");

  private static final Set<String> PLATFORMS =
      Set.of("linux64", "linux-arm64", "win64", "macos64", "macos-arm64");

  /** On the tests' class path alone, or on the command line's alone. */
  private static final Pattern NOT_IN_FIJI =
      Pattern.compile(
          "(junit|opentest4j|apiguardian|archunit|jazzer|ant|onnxruntime|slf4j-nop|surefire|org.jacoco)\\b.*");

  @TempDir static Path folder;

  private static FijiSite site;
  private static FijiSite cuda;
  private static Set<String> fiji;
  private static Set<String> managed;

  @BeforeAll
  static void build() throws Exception {
    FijiSite.empty(folder.resolve("CAVGA_-1.0.0.jar"));
    site = FijiSite.main(folder);
    cuda = FijiSite.cuda(folder);
    fiji = names("fiji-jars.txt");
    managed = names("scijava-managed.txt");
  }

  private static Set<String> names(String list) throws Exception {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                FijiSiteTest.class.getResourceAsStream(list), StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line + ".jar")
          .collect(Collectors.toSet());
    }
  }

  private static Set<String> jars() throws Exception {
    Set<String> jars = new TreeSet<>(site.files("jars"));
    assertTrue(jars.size() > 5);
    for (String jar : cuda.files("jars")) assertTrue(jars.add(jar), jar + " is there twice");
    return jars;
  }

  private static String unversioned(String file) {
    return FileUtils.stripFilenameVersion(Paths.get(file).getFileName().toString());
  }

  @Test
  void nothingReplacesAJarOfFijis() throws Exception {
    assertTrue(fiji.contains("guava.jar") && fiji.contains("scijava-common.jar"));
    Set<String> taken = new TreeSet<>(fiji);
    taken.addAll(managed);
    taken.removeAll(PINNED);
    for (String jar : jars()) assertFalse(taken.contains(unversioned(jar)), jar);
  }

  @Test
  void theUpdaterKnowsVersionsFromNames() throws Exception {
    Set<String> names = new TreeSet<>();
    for (String jar : jars()) {
      String name = unversioned(jar);
      assertTrue(name.matches("[a-z0-9]+(-[a-z0-9]*[a-z][a-z0-9]*)*(-\\w+_64)?\\.jar"), name);
      assertFalse(jar.endsWith("/" + name), jar + " has no version");
      assertTrue(names.add(name), name + " is there twice");
    }
  }

  @Test
  void nativesLieUnderTheirPlatforms() throws Exception {
    Map<String, Integer> expected =
        PLATFORMS.stream().collect(Collectors.toMap(platform -> platform, platform -> 3));
    // oneDNN and what it needs besides.
    expected.put("linux64", 5);
    assertEquals(expected, natives(site));
    assertEquals(Map.of("linux64", 2, "win64", 2), natives(cuda));
  }

  /** How many natives there are for each platform; nothing else lies in the platforms' folders. */
  private static Map<String, Integer> natives(FijiSite site) throws Exception {
    Map<String, Integer> counts = new TreeMap<>();
    for (String jar : site.files("jars")) {
      String[] parts = jar.split("/");
      assertEquals(NativeJar.isOne(Paths.get(jar)), parts.length == 3, jar);
      if (parts.length == 3) counts.merge(parts[1], 1, Integer::sum);
    }
    return counts;
  }

  @Test
  void thePluginAndItsMacrosAreThere() throws Exception {
    assertEquals(List.of("plugins/CAVGA_-1.0.0.jar"), site.files("plugins"));
    assertTrue(site.files("macros").contains("macros/CAVGA/Train_CAVGA.ijm"));
    assertEquals(List.of(), cuda.files("plugins"));
    assertTrue(Files.size(folder.resolve("cavga-fiji-site.zip")) > 0);
    assertTrue(Files.size(folder.resolve("cavga-fiji-site-cuda.zip")) > 0);
  }

  /** Each library that runs with the plugin comes with Fiji or with the site. */
  @Test
  void nothingIsMissing() throws Exception {
    Set<String> there = new TreeSet<>(fiji);
    for (String jar : site.files("jars")) there.add(unversioned(jar));
    int checked = 0;
    for (Path jar : FijiSite.classPath()) {
      String file = jar.getFileName().toString();
      if (!file.endsWith(".jar")
          || NOT_IN_FIJI.matcher(file).matches()
          || file.matches(".*-(linux|windows|macosx)-.*")) continue;
      String name = unversioned(file);
      boolean shaded = jar.toString().replace('\\', '/').matches(".*/org/nd4j/(?!nd4j).*");
      assertTrue(there.contains(shaded ? "nd4j-" + name : name), jar.toString());
      checked++;
    }
    assertTrue(checked > 20);
  }

  @Test
  void eachIsInstalledInPlaceOfItsOwnEarlierFiles(@TempDir Path app) throws Exception {
    List<String> others =
        List.of(
            "jars/guava-31.1.jar",
            "jars/linux64/ffmpeg-6.1.1-1.5.10-linux-x86_64.jar",
            "plugins/Other_-1.0.jar",
            "README.md");
    List<String> earlier =
        List.of(
            "plugins/CAVGA_-0.0.1.jar",
            "jars/nd4j-api-0.9.jar",
            "jars/nd4j-guava-0.9.jar",
            "jars/flatbuffers-java-1.0.jar",
            "jars/linux64/openblas-natives-linux-x86-64-0.2.jar",
            "jars/linux64/javacpp-1.4-linux-x86_64.jar");
    List<String> earlierCuda =
        List.of(
            "jars/cuda-10.jar",
            "jars/win64/nd4j-cuda-natives-windows-x86-64-0.9.jar",
            "jars/linux64/cuda-10-linux-x86_64.jar");
    for (List<String> files : List.of(others, earlier, earlierCuda))
      for (String file : files) FijiSite.empty(app.resolve(file));

    site.install(app);
    there(app, true, others);
    there(app, false, earlier);
    there(app, true, earlierCuda);
    there(app, true, site.files(""));

    cuda.install(app);
    there(app, true, others);
    there(app, false, earlierCuda);
    there(app, true, site.files(""));
    there(app, true, cuda.files(""));
  }

  private static void there(Path app, boolean expected, List<String> files) {
    for (String file : files) assertEquals(expected, Files.exists(app.resolve(file)), file);
  }

  @Test
  void installingWithoutASiteSaysWhatIsMissing(@TempDir Path app) {
    BuildException failure =
        assertThrows(BuildException.class, () -> FijiSite.installNone(folder, app));
    assertTrue(failure.getMessage().contains("Give the profile too: mvn -Pfiji-site"));
  }
}
