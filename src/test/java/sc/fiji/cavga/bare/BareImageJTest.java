package sc.fiji.cavga.bare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.model.MethodPart;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.TrainedModel;

/**
 * The plugin in a real ImageJ 1.x: its macros, without a screen and on one, give what the command
 * line gives, and what the recorder wrote on a screen replays to the same. Paths hold spaces,
 * brackets and, where this system's file names allow it, letters that are not ASCII.
 */
class BareImageJTest {

  private static final String TRAINING =
      "method=local,cavga epochs=2 size=32 width=4 batch=4 detector_steps=3 seed=3";
  private static final String SEEN = "blot_01_easy.jpg";
  private static final String BY_LINE = "by line";
  private static final String NO_SCREEN =
      "Xvfb is not installed: this needs a screen (apt-get install xvfb).";

  @TempDir static Path folder;

  private static BareImageJ imagej;
  private static Path work;
  private static Path normals;
  private static Path pictures;

  /** Opened and saved by ImageJ itself, whose macro files are no place for other letters. */
  private static Path seen;

  @BeforeAll
  static void install() throws Exception {
    Files.createDirectories(folder.resolve("ImageJ"));
    imagej = new BareImageJ(folder.resolve("ImageJ"));
    work = Files.createDirectories(folder.resolve("eyes [left] 1" + letters()));
    normals = some("train/normal", 6, work.resolve("healthy eyes"));
    pictures = some("test/abnormal", 2, work.resolve("new ] eyes"));
    seen = some("test/abnormal", 1, folder.resolve("seen by ImageJ"));
    Files.writeString(pictures.resolve("broken.jpg"), "no picture");
    Path model = work.resolve(BY_LINE + ".cavga");
    List<String> training = new ArrayList<>(List.of("train", "--normal", normals.toString()));
    training.addAll(List.of("--model", model.toString()));
    for (String option : TRAINING.split(" ")) training.add("--" + option.replace("_", "-"));
    imagej.commandLine(training.toArray(new String[0]));
    imagej.commandLine(
        "localize",
        "--model",
        model.toString(),
        "--input",
        pictures.toString(),
        "--output",
        work.resolve(BY_LINE).toString());
  }

  /** Letters that are not ASCII, as far as this process can name files with them. */
  private static String letters() {
    String encoding = System.getProperty("sun.jnu.encoding", "US-ASCII");
    return Charset.forName(encoding).newEncoder().canEncode("ä眼") ? " ä眼" : "";
  }

  private static Path some(String from, int count, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(Paths.get("sample-fundus").resolve(from))) {
      for (Path file : files.sorted().limit(count).collect(Collectors.toList()))
        Files.copy(file, to.resolve(file.getFileName()));
    }
    return to;
  }

  private static String run(String command, String options) {
    return "run('" + command + "', '" + options + "');";
  }

  private static String folders(Path model, Path results) {
    return option("model", model) + option("input", pictures) + option("output", results);
  }

  private static String option(String key, Path value) {
    return key + "=[" + value + "] ";
  }

  @Test
  void aMacroWithoutAScreenGivesWhatTheCommandLineGives() throws Exception {
    Path model = work.resolve("by macro.cavga");
    Path results = work.resolve("by macro");
    Path map = folder.resolve("map by macro.tif");
    String shown = option("image", seen.resolve(SEEN)) + option("model", model) + "raw=true";
    Path macro = folder.resolve("all.ijm");
    Files.write(
        macro,
        List.of(
            "setBatchMode(true);",
            BareImageJ.call(
                "Train CAVGA...", option("normal", normals) + option("model", model) + TRAINING),
            BareImageJ.call("Localize Anomalies in Folder...", folders(model, results)),
            BareImageJ.call("Localize Anomalies...", shown),
            "saveAs('Tiff', '" + map + "');",
            "print('the macro went through');",
            BareImageJ.call("Localize Anomalies...", option("image", macro)),
            "print('not reached');"));
    String printed = imagej.headless(macro);
    assertTrue(printed.contains("the macro went through"), printed);
    assertTrue(printed.contains("holds text, not a picture"), printed);
    assertFalse(printed.contains("not reached"), printed);
    assertSameAsCommandLine(model, results, map);
  }

  @Test
  void aMacroOnAScreenGivesWhatTheCommandLineGives() throws Exception {
    assumeTrue(VirtualScreen.program().isPresent(), NO_SCREEN);
    Path model = work.resolve("on screen.cavga");
    Path results = work.resolve("on screen");
    Path map = folder.resolve("map on screen.tif");
    Path macro = folder.resolve("screen.ijm");
    Files.write(
        macro,
        List.of(
            run("Train CAVGA...", option("normal", normals) + option("model", model) + TRAINING),
            run("Localize Anomalies in Folder...", folders(model, results)),
            "open('" + seen.resolve(SEEN) + "');",
            run("Localize Anomalies...", option("model", model) + "raw=true"),
            "saveAs('Tiff', '" + map + "');",
            run("Localize Anomalies...", "opaqueness=1"),
            "File.saveString('', '" + folder.resolve("not reached") + "');"));
    try (VirtualScreen screen = VirtualScreen.start()) {
      String printed = imagej.batch(screen.display(), macro);
      assertTrue(Files.exists(map), printed);
      assertFalse(Files.exists(folder.resolve("not reached")), printed);
    }
    assertSameAsCommandLine(model, results, map);
  }

  private static void assertSameAsCommandLine(Path model, Path results, Path map)
      throws IOException {
    assertSameModel(ModelFile.read(work.resolve(BY_LINE + ".cavga")), ModelFile.read(model));
    assertSameResults(work.resolve(BY_LINE), results);
    assertRounded(work.resolve(BY_LINE).resolve("maps/blot_01_easy.tif"), map);
  }

  /** Two trainings with all of a dialog's defaults. */
  @Tag("slow")
  @Test
  void whatIsRecordedReplaysToTheSame() throws Exception {
    assumeTrue(VirtualScreen.program().isPresent(), NO_SCREEN);
    Path model = work.resolve("a model.cavga");
    Path results = work.resolve("all results");
    Path shown = seen.resolve("recorded.tif");
    Path steps = folder.resolve("steps.txt");
    Files.write(
        steps,
        List.of(
            String.join("\t", "Train CAVGA...", normals + "", model + "", "32"),
            String.join(
                "\t",
                "Localize Anomalies in Folder...",
                model + "",
                pictures + "",
                results + "",
                "+0"),
            "open\t" + seen.resolve(SEEN),
            String.join("\t", "Localize Anomalies...", model + "", "0.5", "+0"),
            // The raw map that was asked for is in front; what is saved is its 32-bit image.
            "save\t" + shown,
            "Fundus Phantom",
            "save\t" + seen.resolve("phantom.tif"),
            String.join("\t", "CAVGA Model Info...", model + ""),
            "CAVGA Compute Device..."));
    Path macro = folder.resolve("recorded.ijm");
    Path first = Files.createDirectories(folder.resolve("first"));
    try (VirtualScreen screen = VirtualScreen.start()) {
      String display = screen.display();
      String printed =
          imagej.onScreen(display, RecordingDriver.class, List.of(steps + "", macro + ""));
      assertTrue(Files.exists(macro), printed);
      checkLines(Files.readString(macro));
      List<Path> products = List.of(model, results, shown, seen.resolve("phantom.tif"));
      for (Path product : products) Files.move(product, first.resolve(product.getFileName()));
      printed = imagej.batch(display, macro);
      for (Path product : products) assertTrue(Files.exists(product), product + "\n" + printed);
    }
    assertSameModel(ModelFile.read(first.resolve("a model.cavga")), ModelFile.read(model));
    assertSameResults(first.resolve("all results"), results);
    assertSamePixels(first.resolve("recorded.tif"), shown);
    // The open image comes to the map that the folder run, and so the command line, has written.
    assertRounded(results.resolve("maps/blot_01_easy.tif"), shown);
    assertSamePixels(first.resolve("phantom.tif"), seen.resolve("phantom.tif"));
  }

  private static void checkLines(String recorded) {
    assertTrue(
        recorded.contains("run(\"Train CAVGA...\", \"method=local normal=[" + normals), recorded);
    for (String key : new String[] {"size=32", "epochs=40", "overwrite=true", "opacity=0.5"})
      assertTrue(recorded.contains(key + " "), recorded);
    assertTrue(recorded.contains("run(\"Fundus Phantom\""), recorded);
    assertTrue(recorded.contains("run(\"CAVGA Model Info...\", \"model=["), recorded);
    assertTrue(recorded.contains("run(\"CAVGA Compute Device...\""), recorded);
  }

  private static void assertSamePixels(Path expected, Path actual) {
    ImagePlus one = IJ.openImage(expected.toString());
    ImagePlus other = IJ.openImage(actual.toString());
    assertEquals(one.getBitDepth(), other.getBitDepth());
    for (int i = 0; i < one.getProcessor().getPixelCount(); i++)
      assertEquals(one.getProcessor().get(i), other.getProcessor().get(i), "pixel " + i);
  }

  /** Files hold hundredths, which lie on the same side of the threshold. */
  private static void assertRounded(Path file, Path exact) {
    ImageProcessor rounded = IJ.openImage(file.toString()).getProcessor();
    ImageProcessor map = IJ.openImage(exact.toString()).getProcessor();
    assertEquals(32, rounded.getBitDepth());
    assertEquals(map.getPixelCount(), rounded.getPixelCount());
    for (int i = 0; i < map.getPixelCount(); i++) {
      assertEquals(map.getf(i), rounded.getf(i), 0.00501f, "pixel " + i);
      assertEquals(map.getf(i) > 1, rounded.getf(i) > 1, "pixel " + i);
    }
  }

  private static void assertSameModel(TrainedModel expected, TrainedModel actual) {
    assertEquals(expected.parts().size(), actual.parts().size());
    for (int i = 0; i < expected.parts().size(); i++)
      assertSamePart(expected.parts().get(i), actual.parts().get(i));
  }

  private static void assertSamePart(MethodPart expected, MethodPart actual) {
    assertEquals(expected.training(), actual.training());
    assertEquals(expected.entries().settings(), actual.entries().settings());
    Map<String, List<NamedArray>> arrays = actual.entries().arrays();
    assertEquals(expected.entries().arrays().keySet(), arrays.keySet());
    expected
        .entries()
        .arrays()
        .forEach(
            (name, list) -> {
              assertEquals(list.size(), arrays.get(name).size());
              for (int i = 0; i < list.size(); i++)
                assertArrayEquals(
                    list.get(i).values(), arrays.get(name).get(i).values(), list.get(i).name());
            });
  }

  private static void assertSameResults(Path expected, Path actual) throws IOException {
    assertEquals(withoutSeconds(expected), withoutSeconds(actual));
    assertEquals(
        Files.readAllLines(expected.resolve("regions.csv")),
        Files.readAllLines(actual.resolve("regions.csv")));
    List<String> maps = names(expected.resolve("maps"));
    assertEquals(2, maps.size());
    assertEquals(maps, names(actual.resolve("maps")));
    for (String kind : new String[] {"maps", "overlays"})
      for (String name : names(expected.resolve(kind)))
        assertSamePixels(expected.resolve(kind).resolve(name), actual.resolve(kind).resolve(name));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().collect(Collectors.toList());
    }
  }

  /** The rows, of which none is missing, without the seventh column and the model's name. */
  private static List<String> withoutSeconds(Path results) throws IOException {
    List<String> rows = Files.readAllLines(results.resolve("results.csv"));
    assertEquals(4, rows.size());
    return rows.stream()
        .map(row -> row.replaceAll("^((?:[^,]*,){6})[^,]*", "$1"))
        .map(row -> row.replaceAll(",[^,]*\\.cavga,", ","))
        .collect(Collectors.toList());
  }
}
