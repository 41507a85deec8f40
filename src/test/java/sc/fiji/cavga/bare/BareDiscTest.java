package sc.fiji.cavga.bare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.io.table.TableFormat;
import sc.fiji.cavga.method.disc.outline.DiscOutliner;

/** Optic discs in a real ImageJ 1.x: its macros, its ROI Manager, and what its recorder writes. */
class BareDiscTest {

  private static final String NO_SCREEN =
      "Xvfb is not installed: this needs a screen (apt-get install xvfb).";

  /** Of {@code results.csv}. */
  private static final String SECONDS = "seconds";

  @TempDir static Path folder;

  private static BareImageJ imagej;
  private static Path pictures;
  private static Path seen;

  @BeforeAll
  static void install() throws Exception {
    imagej = new BareImageJ(Files.createDirectories(folder.resolve("ImageJ")));
    pictures = Files.createDirectories(folder.resolve("some eyes"));
    try (Stream<Path> files = Files.list(Paths.get("sample-fundus/test/normal"))) {
      for (Path file : files.sorted().limit(2).collect(Collectors.toList()))
        Files.copy(file, pictures.resolve(file.getFileName()));
    }
    seen = pictures.resolve("normal_01.jpg");
    Files.writeString(pictures.resolve("broken.jpg"), "no picture");
  }

  private static void assumeNetworks() {
    assumeTrue(
        DiscOutliner.class.getClassLoader().getResource("models/optic-disc.safetensors") != null,
        "The networks for the optic disc are not in this build.");
  }

  private static List<CSVRecord> table(Path file) throws IOException {
    return TableFormat.rows(file);
  }

  /** Draws two ovals, measures them, corrects one in the ROI Manager, and measures again. */
  @Test
  void theTablesFollowTheRoiManager() throws Exception {
    assumeTrue(VirtualScreen.program().isPresent(), NO_SCREEN);
    Path macro = folder.resolve("corrected.ijm");
    Path first = folder.resolve("first.csv");
    Path second = folder.resolve("second.csv");
    Path hours = folder.resolve("hours.csv");
    Path overlay = folder.resolve("overlay.tif");
    String table = "CAVGA discs: normal_01.jpg";
    Files.write(
        macro,
        List.of(
            "open('" + seen + "');",
            "makeOval(100, 80, 60, 60); roiManager('add'); roiManager('select', 0);",
            "roiManager('rename', 'disc');",
            "makeOval(115, 95, 30, 30); roiManager('add'); roiManager('select', 1);",
            "roiManager('rename', 'cup');",
            "roiManager('deselect'); run('Select None');",
            "run('Measure Optic Disc Again');",
            "selectWindow('" + table + "'); Table.save('" + first + "');",
            "selectWindow('normal_01.jpg');",
            "roiManager('select', 1); makeOval(115, 86, 30, 48); roiManager('update');",
            "roiManager('deselect'); run('Select None');",
            "run('Measure Optic Disc Again');",
            "selectWindow('" + table + "'); Table.save('" + second + "');",
            "selectWindow('CAVGA clock hours: normal_01.jpg'); Table.save('" + hours + "');",
            "selectWindow('normal_01.jpg'); saveAs('Tiff', '" + overlay + "');",
            "makeOval(150, 86, 30, 48); run('Measure Optic Disc Again', 'selection=cup');",
            "File.saveString('', '" + folder.resolve("not reached") + "');"));
    try (VirtualScreen screen = VirtualScreen.start()) {
      String printed = imagej.batch(screen.display(), macro);
      assertTrue(Files.exists(overlay), printed);
      assertFalse(Files.exists(folder.resolve("not reached")), printed);
    }
    CSVRecord before = table(first).get(0);
    assertEquals(0.5, Double.parseDouble(before.get("cdr_vertical")), 0.02);
    assertEquals("drawn by hand", before.get("cdr_confidence"));
    List<CSVRecord> after = table(second);
    assertEquals(1, after.size());
    assertEquals(0.8, Double.parseDouble(after.get(0).get("cdr_vertical")), 0.02);
    assertEquals(12, table(hours).size());
    Roi cup = IJ.openImage(overlay.toString()).getOverlay().get("cup");
    assertEquals(48, cup.getFloatHeight(), 1.1);
  }

  @Test
  void aMacroWithoutAScreenMeasures() throws Exception {
    assumeNetworks();
    Path macro = folder.resolve("discs.ijm");
    Path results = folder.resolve("by macro");
    Path saved = folder.resolve("by macro.tif");
    Files.write(
        macro,
        List.of(
            "setBatchMode(true);",
            BareImageJ.call("Optic Disc and Cup...", "image=[" + seen + "] eye_side=right"),
            "print('ratio ' + Property.get('cavga_cdr_vertical'));",
            "saveAs('Tiff', '" + saved + "');",
            BareImageJ.call("Measure Optic Disc Again", ""),
            BareImageJ.call(
                "Optic Discs in Folder...", "input=[" + pictures + "] output=[" + results + "]"),
            "print('the macro went through');",
            BareImageJ.call("Optic Disc and Cup...", "eye_side=up"),
            "print('not reached');"));
    String printed = imagej.headless(macro);
    assertTrue(printed.contains("the macro went through"), printed);
    assertTrue(printed.contains("ratio 0."), printed);
    assertTrue(printed.contains("No outline was changed"), printed);
    assertTrue(printed.contains("2 optic discs; 0 could not be measured; 1 failed"), printed);
    assertFalse(printed.contains("not reached"), printed);
    ImagePlus image = IJ.openImage(saved.toString());
    assertEquals("right", image.getProp("cavga_eye_side"));
    assertTrue(image.getOverlay().get("disc") != null && image.getOverlay().get("cup") != null);
  }

  /** In batch mode ImageJ keeps a ROI Manager without a window, which is not the usual one. */
  @Test
  void aMacroInBatchModeSeesTheOutlinesInItsRoiManager() throws Exception {
    assumeTrue(VirtualScreen.program().isPresent(), NO_SCREEN);
    assumeNetworks();
    Path macro = folder.resolve("batch.ijm");
    Path count = folder.resolve("count.txt");
    Files.write(
        macro,
        List.of(
            "setBatchMode(true);",
            "open('" + seen + "');",
            "run('Optic Disc and Cup...', 'eye_side=right tables=false manager=true');",
            "File.saveString('' + roiManager('count'), '" + count + "');"));
    try (VirtualScreen screen = VirtualScreen.start()) {
      String printed = imagej.batch(screen.display(), macro);
      assertTrue(Files.exists(count), printed);
      assertEquals("2", Files.readString(count), printed);
    }
  }

  @Test
  void whatIsRecordedReplaysToTheSame() throws Exception {
    assumeTrue(VirtualScreen.program().isPresent(), NO_SCREEN);
    assumeNetworks();
    Path results = folder.resolve("all results");
    Path shown = folder.resolve("recorded.tif");
    Path steps = folder.resolve("steps.txt");
    Files.write(
        steps,
        List.of(
            String.join("\t", "Optic Discs in Folder...", pictures + "", results + ""),
            "open\t" + seen,
            String.join("\t", "Optic Disc and Cup...", "+1"),
            "Measure Optic Disc Again",
            "save\t" + shown));
    Path macro = folder.resolve("recorded.ijm");
    Path first = Files.createDirectories(folder.resolve("first"));
    try (VirtualScreen screen = VirtualScreen.start()) {
      String printed =
          imagej.onScreen(screen.display(), RecordingDriver.class, List.of(steps + "", macro + ""));
      assertTrue(Files.exists(macro), printed);
      String recorded = Files.readString(macro);
      assertTrue(recorded.contains("eye_side=auto disc_networks= slices=current"), recorded);
      assertTrue(recorded.contains("run(\"Measure Optic Disc Again\""), recorded);
      for (Path product : List.of(results, shown))
        Files.move(product, first.resolve(product.getFileName()));
      printed = imagej.batch(screen.display(), macro);
      assertTrue(Files.exists(results) && Files.exists(shown), recorded + printed);
    }
    assertEquals(
        withoutSeconds(first.resolve("all results/results.csv")),
        withoutSeconds(results.resolve("results.csv")));
    assertEquals(
        Files.readAllLines(first.resolve("all results/discs.csv")),
        Files.readAllLines(results.resolve("discs.csv")));
    ImagePlus before = IJ.openImage(first.resolve("recorded.tif").toString());
    ImagePlus after = IJ.openImage(shown.toString());
    assertEquals(before.getProp("cavga_cdr_vertical"), after.getProp("cavga_cdr_vertical"));
    assertEquals(before.getOverlay().size(), after.getOverlay().size());
  }

  private static List<String> withoutSeconds(Path results) throws IOException {
    List<CSVRecord> rows = table(results);
    assertEquals(3, rows.size());
    return rows.stream()
        .map(
            row -> {
              java.util.Map<String, String> cells = row.toMap();
              cells.remove(SECONDS);
              return cells.toString();
            })
        .collect(Collectors.toList());
  }
}
