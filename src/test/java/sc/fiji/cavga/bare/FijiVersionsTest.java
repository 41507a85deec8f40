package sc.fiji.cavga.bare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The plugin with the libraries of other versions of Fiji, in a folder for each, which
 * src/build/fiji-libraries/pom.xml brings.
 */
@Tag("fiji-versions")
class FijiVersionsTest {

  /** Set by the profile fiji-versions: the folder of these folders. */
  private static final String LIBRARIES = System.getProperty("cavga.libraries");

  private static final String COPY = "mvn -f src/build/fiji-libraries/pom.xml package";

  private static final String TRAINING = "--epochs 2 --size 32 --batch 4 --detector-steps 3";

  @TempDir static Path folder;

  @BeforeAll
  static void assumeLibraries() {
    assumeTrue(
        LIBRARIES != null,
        "Libraries of other versions of Fiji: " + COPY + ", then mvn -Pfiji-versions test.");
    assertTrue(Files.isDirectory(Paths.get(LIBRARIES)), "Copy the libraries first: " + COPY);
  }

  static List<Path> versions() throws IOException {
    return LIBRARIES == null ? List.of(Paths.get("none")) : list(Paths.get(LIBRARIES));
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().collect(Collectors.toList());
    }
  }

  /** Each method, constructor and field that the plugin's classes name is in these libraries. */
  @ParameterizedTest
  @MethodSource("versions")
  void whatIsCalledIsThere(Path version) throws IOException {
    List<Location> all = new ArrayList<>(List.of(Location.of(Paths.get("target/classes"))));
    for (Path jar : list(version)) all.add(Location.of(URI.create("jar:" + jar.toUri() + "!/")));
    JavaClasses classes = new ClassFileImporter().importLocations(all);
    Set<String> missing = new TreeSet<>();
    int checked = 0;
    for (JavaClass ours : classes)
      if (ours.getPackageName().startsWith("sc.fiji.cavga"))
        for (JavaAccess<?> access : ours.getAccessesFromSelf()) {
          AccessTarget target = access.getTarget();
          // What is not among these libraries is Java's own, ND4J's or an array's.
          if (target.getOwner().getSource().isEmpty()
              || !target.getOwner().getSource().get().getUri().toString().contains(marked(version)))
            continue;
          checked++;
          if (target.resolveMember().isEmpty())
            missing.add(target.getFullName() + " in " + ours.getName());
        }
    assertEquals(Set.of(), missing);
    assertTrue(checked > 500, "only " + checked);
  }

  private static String marked(Path version) {
    return "/" + version.getFileName() + "/";
  }

  @ParameterizedTest
  @MethodSource("versions")
  void commandLineAndMacroWriteWhole(Path version) throws Exception {
    Path work = Files.createDirectories(folder.resolve(version.getFileName()));
    BareImageJ imagej =
        new BareImageJ(Files.createDirectory(work.resolve("ImageJ")), list(version));
    Path data = dataset(work.resolve("data"));
    Path normal = data.resolve("train/normal");
    Path pictures = data.resolve("test");
    Path model = work.resolve("line.cavga");
    String printed =
        imagej.commandLine(
            ("train --normal " + normal + " --model " + model + " --method local,cavga " + TRAINING)
                .split(" "));
    assertTrue(Files.exists(model), printed);
    requireTables(
        work.resolve("localized"),
        imagej.commandLine(
            "localize",
            "--model=" + model,
            "--input=" + pictures,
            "--output=" + work.resolve("localized")));
    requireTables(
        work.resolve("discs"),
        imagej.commandLine("disc", "--input=" + pictures, "--output=" + work.resolve("discs")));
    printed =
        imagej.commandLine(
            "evaluate",
            "--model=" + model,
            "--dataset=" + data,
            "--output=" + work.resolve("evaluated"));
    assertEquals(5, Files.readAllLines(work.resolve("evaluated/scores.csv")).size(), printed);

    Path macro = work.resolve("all.ijm");
    Path byMacro = work.resolve("macro.cavga");
    Files.write(
        macro,
        List.of(
            "setBatchMode(true);",
            BareImageJ.call(
                "Train CAVGA...",
                "normal=["
                    + normal
                    + "] model=["
                    + byMacro
                    + "] size=32 epochs=2 "
                    + "detector_steps=3"),
            BareImageJ.call(
                "Localize Anomalies in Folder...",
                "model=["
                    + byMacro
                    + "] input=["
                    + pictures
                    + "] output=["
                    + work.resolve("by macro")
                    + "]"),
            BareImageJ.call(
                "Evaluate CAVGA...",
                "model=["
                    + byMacro
                    + "] dataset=["
                    + data
                    + "] output=["
                    + work.resolve("evaluated by macro")
                    + "]"),
            "print('the macro went through');"));
    printed = imagej.headless(macro);
    assertTrue(printed.contains("the macro went through"), printed);
    requireTables(work.resolve("by macro"), printed);
    assertTrue(Files.exists(work.resolve("evaluated by macro/report.html")), printed);
  }

  private static void requireTables(Path results, String printed) throws IOException {
    assertTrue(Files.exists(results.resolve("results.csv")), printed);
    List<String> rows = Files.readAllLines(results.resolve("results.csv"));
    assertEquals(5, rows.size(), printed);
    for (String row : rows.subList(1, 5)) assertTrue(row.contains(",ok,"), row);
  }

  private static Path dataset(Path data) throws IOException {
    some("train/normal", 6, data);
    some("test/normal", 2, data);
    some("test/abnormal", 2, data);
    return data;
  }

  private static void some(String from, int count, Path data) throws IOException {
    Path to = Files.createDirectories(data.resolve(from));
    for (Path file : list(Paths.get("sample-fundus").resolve(from)).subList(0, count))
      Files.copy(file, to.resolve(file.getFileName()));
  }
}
