package sc.fiji.cavga.localize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.Opener;
import ij.io.RoiDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.image.Picture;
import sc.fiji.cavga.image.PictureReader;
import sc.fiji.cavga.image.Preprocessing.FieldOfViewMode;
import sc.fiji.cavga.localize.FolderSummary.End;
import sc.fiji.cavga.model.MapKind;

class FolderLocalizerTest {

  private static final Localizer LOCALIZER =
      new Localizer(TinyModel.create(FieldOfViewMode.WHOLE_PICTURE), MapKind.RECONSTRUCTION);
  private static final PictureReader READER = PictureReader.standard();
  private static final FolderOptions OVERWRITE = new FolderOptions(true, false, true, true, true);
  private static final FolderOptions TABLES = new FolderOptions(false, false, false, false, false);

  @TempDir Path folder;

  @AfterAll
  static void close() {
    LOCALIZER.close();
  }

  private FolderSummary run(FolderOptions options) throws IOException {
    return run(folder.resolve("in"), options);
  }

  private FolderSummary run(Path input, FolderOptions options) throws IOException {
    return new FolderLocalizer(LOCALIZER, READER, options)
        .run(input, folder.resolve("out"), progress -> {}, () -> false);
  }

  private List<CSVRecord> table(String name) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser =
        CSVParser.parse(folder.resolve("out").resolve(name), StandardCharsets.UTF_8, format)) {
      return parser.getRecords();
    }
  }

  private List<String> column(String table, String name) throws IOException {
    return table(table).stream().map(row -> row.get(name)).collect(Collectors.toList());
  }

  private Set<String> outputs() throws IOException {
    Path out = folder.resolve("out");
    try (Stream<Path> files = Files.walk(out)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> out.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.startsWith(".") && !name.endsWith(".csv"))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void aTreeBecomesTablesMapsOverlaysAndSelections() throws IOException {
    Photographs.write(folder.resolve("in/left/eye.png"), 80, 60, 40, 20);
    Photographs.grey(folder.resolve("in/right/eye.png"), 60, 80);
    List<Integer> seen = new ArrayList<>();
    FolderSummary summary =
        new FolderLocalizer(LOCALIZER, READER, FolderOptions.DEFAULT)
            .run(
                folder.resolve("in"),
                folder.resolve("out"),
                progress -> {
                  seen.add(progress.files());
                  assertEquals(2, progress.total());
                  assertEquals(progress.files() == 0, Double.isNaN(progress.secondsLeft()));
                },
                () -> false);

    assertEquals(List.of(0, 1, 2), seen);
    assertEquals(2, summary.done());
    assertEquals(1, summary.anomalous());
    assertEquals(0, summary.failed() + summary.skipped());
    assertEquals(End.COMPLETE, summary.end());
    assertEquals(
        Set.of(
            "maps/left/eye.tif",
            "maps/right/eye.tif",
            "overlays/left/eye.png",
            "overlays/right/eye.png",
            "rois/left/eye.zip"),
        outputs());
    assertEquals(
        "image,score,threshold,anomalous,regions,anomalous_fraction,seconds,status,message",
        Files.readAllLines(folder.resolve("out/results.csv")).get(0));
    assertEquals(
        "image,region,area_px,mean,max,centroid_x,centroid_y,x,y,width,height",
        Files.readAllLines(folder.resolve("out/regions.csv")).get(0));
    assertEquals(List.of("left/eye.png", "right/eye.png"), column("results.csv", "image"));
    assertEquals(List.of("true", "false"), column("results.csv", "anomalous"));
    assertEquals(List.of("ok", "ok"), column("results.csv", "status"));
    assertEquals(List.of("left/eye.png"), column("regions.csv", "image"));
    CSVRecord region = table("regions.csv").get(0);
    assertEquals(50, Double.parseDouble(region.get("centroid_x")), 3);
    assertEquals(27.5, Double.parseDouble(region.get("centroid_y")), 3);
    assertMapAndSelectionAgree(region);
  }

  private void assertMapAndSelectionAgree(CSVRecord region) throws IOException {
    ImagePlus map = new Opener().openImage(folder.resolve("out/maps/left/eye.tif").toString());
    assertEquals(32, map.getBitDepth());
    assertEquals(80, map.getWidth());
    assertEquals(60, map.getHeight());
    assertEquals(0, map.getDisplayRangeMin());
    assertEquals(HeatMap.TOP, map.getDisplayRangeMax());
    try (ZipFile zip = new ZipFile(folder.resolve("out/rois/left/eye.zip").toFile())) {
      ZipEntry entry = zip.entries().nextElement();
      assertEquals(1, zip.size());
      Roi roi;
      try (InputStream in = zip.getInputStream(entry)) {
        roi = RoiDecoder.openFromByteArray(in.readAllBytes());
      }
      assertEquals(entry.getName(), roi.getName() + ".roi");
      int area = 0;
      for (int y = 0; y < 60; y++)
        for (int x = 0; x < 80; x++) {
          assertEquals(map.getProcessor().getf(x, y) > 1, roi.contains(x, y));
          if (roi.contains(x, y)) area++;
        }
      assertEquals(area, Integer.parseInt(region.get("area_px")));
    }
  }

  @Test
  void whatFailsIsARowAndNotAnEnd() throws IOException {
    Photographs.write(folder.resolve("in/good.png"), 40, 40, 10, 10);
    Files.writeString(folder.resolve("in/=cmd.jpg"), "this is no picture, but text");
    Files.write(folder.resolve("in/empty.png"), new byte[0]);
    byte[] whole = Files.readAllBytes(folder.resolve("in/good.png"));
    Files.write(folder.resolve("in/cut.png"), java.util.Arrays.copyOf(whole, whole.length / 2));
    Files.writeString(folder.resolve("in/notes.txt"), "not asked for");

    FolderSummary summary = run(FolderOptions.DEFAULT);
    assertEquals(1, summary.done());
    assertEquals(3, summary.failed());
    assertEquals(End.COMPLETE, summary.end());
    assertEquals(
        List.of("'=cmd.jpg", "cut.png", "empty.png", "good.png"), column("results.csv", "image"));
    assertEquals(List.of("failed", "failed", "failed", "ok"), column("results.csv", "status"));
    for (CSVRecord row : table("results.csv")) {
      assertEquals(row.get("status").equals("ok"), row.get("message").isEmpty());
      assertEquals(row.get("status").equals("ok"), !row.get("score").isEmpty());
    }
    assertTrue(table("results.csv").get(0).get("message").contains("text"));
    assertEquals(Set.of("maps/good.tif", "overlays/good.png", "rois/good.zip"), outputs());
  }

  @Test
  void stoppingOnTheFirstErrorLeavesWhatWasDone() throws IOException {
    Photographs.grey(folder.resolve("in/a.png"), 20, 20);
    Files.writeString(folder.resolve("in/b.png"), "no");
    Photographs.grey(folder.resolve("in/c.png"), 20, 20);
    FolderSummary summary = run(new FolderOptions(false, true, true, false, true));
    assertEquals(End.STOPPED_ON_ERROR, summary.end());
    assertEquals(List.of("ok", "failed"), column("results.csv", "status"));
    assertEquals(Set.of("maps/a.tif"), outputs());
  }

  @Test
  void theNextRunDoesWhatIsMissing() throws IOException {
    Photographs.write(folder.resolve("in/a.png"), 40, 40, 10, 10);
    Photographs.write(folder.resolve("in/b.png"), 40, 40, 10, 10);
    Files.writeString(folder.resolve("in/c.png"), "not yet");
    assertEquals(1, run(FolderOptions.DEFAULT).failed());
    List<CSVRecord> before = table("results.csv");

    Files.delete(folder.resolve("out/overlays/b.png"));
    Photographs.grey(folder.resolve("in/c.png"), 50, 40);
    Photographs.grey(folder.resolve("in/d.png"), 50, 40);
    FolderSummary second = run(FolderOptions.DEFAULT);
    assertEquals(3, second.done());
    assertEquals(1, second.skipped());
    assertEquals(0, second.failed());
    assertEquals(List.of("a.png", "b.png", "c.png", "d.png"), column("results.csv", "image"));
    assertEquals(before.get(0).toList(), table("results.csv").get(0).toList());
    assertEquals(List.of("a.png", "b.png"), column("regions.csv", "image"));
    assertTrue(outputs().contains("overlays/b.png"));

    Photographs.write(folder.resolve("in/a.png"), 44, 40, 20, 20);
    assertEquals(1, run(FolderOptions.DEFAULT).done(), "a changed picture is done again");
    assertEquals(4, run(FolderOptions.DEFAULT).skipped());
    assertEquals(4, run(OVERWRITE).done());
  }

  @Test
  void aCancelledRunGoesOnLater() throws IOException {
    for (String name : List.of("a", "b", "c", "d"))
      Photographs.write(folder.resolve("in/" + name + ".png"), 40, 40, 10, 10);
    AtomicInteger asked = new AtomicInteger();
    FolderSummary first =
        new FolderLocalizer(LOCALIZER, READER, FolderOptions.DEFAULT)
            .run(
                folder.resolve("in"),
                folder.resolve("out"),
                progress -> {},
                () -> asked.incrementAndGet() > 14);
    assertEquals(End.CANCELLED, first.end());
    assertTrue(first.done() > 0 && first.done() < 4, "done: " + first.done());
    assertEquals(first.done(), table("results.csv").size());

    FolderSummary second = run(FolderOptions.DEFAULT);
    assertEquals(4 - first.done(), second.done());
    assertEquals(first.done(), second.skipped());
    assertEquals(4, table("results.csv").size());
  }

  @Test
  void anInterruptedThreadIsACancelledRunWithItsTables() throws IOException {
    Photographs.grey(folder.resolve("in/a.png"), 20, 20);
    Photographs.grey(folder.resolve("in/b.png"), 20, 20);
    try {
      FolderSummary summary =
          new FolderLocalizer(LOCALIZER, READER, TABLES)
              .run(
                  folder.resolve("in"),
                  folder.resolve("out"),
                  progress -> {
                    if (progress.files() == 1) Thread.currentThread().interrupt();
                  },
                  () -> false);
      assertEquals(End.CANCELLED, summary.end());
    } finally {
      assertTrue(Thread.interrupted());
    }
    assertEquals(List.of("a.png"), column("results.csv", "image"));
  }

  @Test
  void aStacksSlicesAreRows() throws IOException {
    Photographs.stack(folder.resolve("in/visits.tif"), 3);
    Photographs.grey(folder.resolve("in/visits_0002.png"), 30, 30);
    assertEquals(4, run(FolderOptions.DEFAULT).done());
    assertEquals(
        List.of("visits.tif#1", "visits.tif#2", "visits.tif#3", "visits_0002.png"),
        column("results.csv", "image"));
    assertTrue(
        outputs()
            .containsAll(
                Set.of(
                    "maps/visits.tif_0001.tif",
                    "maps/visits.tif_0003.tif",
                    "overlays/visits.tif_0002.png",
                    "maps/visits_0002.tif")));
    List<String> lefts = column("regions.csv", "x");
    assertEquals(3, lefts.size());
    assertEquals(16, Integer.parseInt(lefts.get(2)), 3);

    Files.delete(folder.resolve("out/maps/visits.tif_0002.tif"));
    FolderSummary second = run(FolderOptions.DEFAULT);
    assertEquals(1, second.done());
    assertEquals(3, second.skipped());

    Photographs.stack(folder.resolve("in/visits.tif"), 2);
    run(FolderOptions.DEFAULT);
    assertEquals(
        List.of("visits.tif#1", "visits.tif#2", "visits_0002.png"), column("results.csv", "image"));
  }

  @Test
  void singleFilesAddUp() throws IOException {
    Path first = Photographs.grey(folder.resolve("in/eye.png"), 20, 20);
    Path second = Photographs.grey(folder.resolve("in/eye.bmp"), 20, 20);
    run(first, FolderOptions.DEFAULT);
    run(second, FolderOptions.DEFAULT);
    assertEquals(List.of("eye.bmp", "eye.png"), column("results.csv", "image"));
    assertEquals(
        Set.of("maps/eye.tif", "overlays/eye.png", "maps/eye.bmp.tif", "overlays/eye.bmp.png"),
        outputs());
  }

  @Test
  void resultsOfAnotherModelAreNotMixedWith() throws IOException {
    Photographs.grey(folder.resolve("in/a.png"), 20, 20);
    run(FolderOptions.DEFAULT);
    byte[] results = Files.readAllBytes(folder.resolve("out/results.csv"));
    try (Localizer other =
        new Localizer(
            TinyModel.create(FieldOfViewMode.WHOLE_PICTURE, 0.3), MapKind.RECONSTRUCTION)) {
      FolderLocalizer run = new FolderLocalizer(other, READER, FolderOptions.DEFAULT);
      String message =
          assertThrows(
                  IOException.class,
                  () -> run.run(folder.resolve("in"), folder.resolve("out"), p -> {}, () -> false))
              .getMessage();
      assertTrue(message.contains("another model"), message);
    }
    assertArrayEquals(results, Files.readAllBytes(folder.resolve("out/results.csv")));

    Path elsewhere = Photographs.grey(folder.resolve("elsewhere/a.png"), 20, 20);
    assertTrue(
        assertThrows(IOException.class, () -> run(elsewhere, FolderOptions.DEFAULT))
            .getMessage()
            .contains("another input"));
    Files.delete(folder.resolve("out/.cavga-results.jsonl"));
    assertTrue(
        assertThrows(IOException.class, () -> run(FolderOptions.DEFAULT))
            .getMessage()
            .contains("overwrite"));
    assertEquals(1, run(OVERWRITE).done());
  }

  @Test
  void overwritingLeavesNoSelectionsBehind() throws IOException {
    Photographs.write(folder.resolve("in/a.png"), 40, 40, 10, 10);
    run(FolderOptions.DEFAULT);
    assertTrue(outputs().contains("rois/a.zip"));
    Photographs.grey(folder.resolve("in/a.png"), 40, 40);
    run(OVERWRITE);
    assertFalse(outputs().contains("rois/a.zip"));
    assertEquals(List.of(), table("regions.csv"));
  }

  @Test
  void aPictureOutOfMemoryIsARow() throws IOException {
    Photographs.grey(folder.resolve("in/a.png"), 20, 20);
    Photographs.grey(folder.resolve("in/b.png"), 20, 20);
    PictureReader greedy =
        new PictureReader(
            List.of(
                new sc.fiji.cavga.image.ImageReader() {
                  @Override
                  public boolean accepts(Path file) {
                    return true;
                  }

                  @Override
                  public List<Picture> read(Path file) {
                    if (file.endsWith("a.png")) throw new OutOfMemoryError("heap");
                    throw new NullPointerException("oops");
                  }
                }));
    FolderSummary summary =
        new FolderLocalizer(LOCALIZER, greedy, TABLES)
            .run(folder.resolve("in"), folder.resolve("out"), p -> {}, () -> false);
    assertEquals(2, summary.failed());
    assertTrue(table("results.csv").get(0).get("message").contains("memory"));
    assertTrue(table("results.csv").get(1).get("message").contains("oops"));
  }

  @Test
  void aFolderTakenAwayEndsTheRun() throws IOException {
    for (String name : List.of("a", "b", "c"))
      Photographs.write(folder.resolve("in/" + name + ".png"), 40, 40, 10, 10);
    FolderLocalizer localizer = new FolderLocalizer(LOCALIZER, READER, FolderOptions.DEFAULT);
    String message =
        assertThrows(
                IOException.class,
                () ->
                    localizer.run(
                        folder.resolve("in"),
                        folder.resolve("out"),
                        progress -> {
                          if (progress.files() == 1) delete(folder.resolve("out"));
                        },
                        () -> false))
            .getMessage();
    assertTrue(message.contains("removed"), message);
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void twoRunsDoNotWriteIntoOneFolder() throws IOException {
    Photographs.grey(folder.resolve("in/a.png"), 20, 20);
    List<String> messages = new ArrayList<>();
    new FolderLocalizer(LOCALIZER, READER, TABLES)
        .run(
            folder.resolve("in"),
            folder.resolve("out"),
            progress ->
                messages.add(
                    assertThrows(IOException.class, () -> run(FolderOptions.DEFAULT)).getMessage()),
            () -> false);
    assertTrue(messages.get(0).contains("Another run"), messages.get(0));
    assertEquals(1, table("results.csv").size());
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file :
          files.sorted(java.util.Comparator.reverseOrder()).collect(Collectors.toList()))
        Files.delete(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
