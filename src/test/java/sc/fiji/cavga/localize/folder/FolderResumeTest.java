package sc.fiji.cavga.localize.folder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import sc.fiji.cavga.localize.Localizer;
import sc.fiji.cavga.localize.folder.FolderSummary.End;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;

/** What later runs into the same folder do. */
@ExtendWith(OneAtATime.class)
class FolderResumeTest extends FolderRuns {

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
        run(FolderOptions.DEFAULT, progress -> {}, () -> asked.incrementAndGet() > 100);
    assertEquals(End.CANCELLED, first.end());
    assertTrue(first.done() > 0 && first.done() < 4, "done: " + first.done());
    assertEquals(first.done(), table("results.csv").size());

    FolderSummary second = run(FolderOptions.DEFAULT);
    assertEquals(4 - first.done(), second.done());
    assertEquals(first.done(), second.skipped());
    assertEquals(4, table("results.csv").size());
  }

  /** A map of a very large photograph takes seconds. */
  @Test
  void cancelledWhileAMapIsMadeItLeavesNoPartOfIt() throws IOException {
    Photographs.write(folder.resolve("in/high.png"), 40, 600, 10, 10);
    AtomicInteger asked = new AtomicInteger();
    FolderSummary summary =
        run(FolderOptions.DEFAULT, progress -> {}, () -> asked.incrementAndGet() > 300);
    assertEquals(End.CANCELLED, summary.end());
    assertEquals(0, summary.done());
    assertFalse(Files.exists(folder.resolve("out/maps/high.tif")));
    assertEquals(1, run(FolderOptions.DEFAULT).done());
  }

  /** What a killed run leaves is what lies in its folder at any moment. */
  @Test
  void aKilledRunGoesOnLater() throws IOException {
    for (String name : List.of("a", "b", "c"))
      Photographs.write(folder.resolve("in/" + name + ".png"), 40, 40, 10, 10);
    Path killed = folder.resolve("killed");
    run(
        FolderOptions.DEFAULT,
        progress -> {
          if (progress.files() == 2) copy(folder.resolve("out"), killed);
        });
    List<CSVRecord> whole = table("results.csv");
    assertFalse(Files.exists(killed.resolve("results.csv")));
    Files.writeString(
        killed.resolve(".cavga-results.jsonl"), "{\"file\":\"c.p", StandardOpenOption.APPEND);

    delete(folder.resolve("out"));
    Files.move(killed, folder.resolve("out"));
    FolderSummary summary = run(FolderOptions.DEFAULT);
    assertEquals(2, summary.skipped());
    assertEquals(1, summary.done());
    List<CSVRecord> resumed = table("results.csv");
    assertEquals(3, resumed.size());
    for (int i = 0; i < 3; i++)
      for (String column : List.of("image", "score", "anomalous", "regions", "status"))
        assertEquals(whole.get(i).get(column), resumed.get(i).get(column));
    assertEquals(List.of("a.png", "b.png", "c.png"), column("regions.csv", "image"));
  }

  @Test
  void whatAPowerCutHasLeftEmptyIsDoneAgain() throws IOException {
    Photographs.write(folder.resolve("in/a.png"), 40, 40, 10, 10);
    Photographs.write(folder.resolve("in/b.png"), 40, 40, 10, 10);
    run(FolderOptions.DEFAULT);
    for (String file : List.of("maps/a.tif", "overlays/a.png", "rois/a.zip")) {
      Files.write(folder.resolve("out").resolve(file), new byte[0]);
      FolderSummary second = run(FolderOptions.DEFAULT);
      assertEquals(1, second.done(), file);
      assertEquals(1, second.skipped(), file);
      assertTrue(Files.size(folder.resolve("out").resolve(file)) > 0, file);
    }
  }

  @Test
  void anInterruptedThreadIsACancelledRunWithItsTables() throws IOException {
    Photographs.grey(folder.resolve("in/a.png"), 20, 20);
    Photographs.grey(folder.resolve("in/b.png"), 20, 20);
    try {
      FolderSummary summary =
          run(
              TABLES,
              progress -> {
                if (progress.files() == 1) Thread.currentThread().interrupt();
              });
      assertEquals(End.CANCELLED, summary.end());
    } finally {
      assertTrue(Thread.interrupted());
    }
    assertEquals(List.of("a.png"), column("results.csv", "image"));
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

  /** A folder of somebody's own maps, say. */
  @Test
  void whatNoRunHasWrittenIsNotReplaced() throws IOException {
    Photographs.grey(folder.resolve("in/a.png"), 20, 20);
    Path own = folder.resolve("out/maps/a.tif");
    Files.createDirectories(own.getParent());
    Files.writeString(own, "mine");
    String message = assertThrows(IOException.class, () -> run(FolderOptions.DEFAULT)).getMessage();
    assertTrue(message.contains("holds results of an unknown run; choose another"), message);
    assertEquals("mine", Files.readString(own));
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
  void aFolderTakenAwayEndsTheRun() throws IOException {
    for (String name : List.of("a", "b", "c"))
      Photographs.write(folder.resolve("in/" + name + ".png"), 40, 40, 10, 10);
    String message =
        assertThrows(
                IOException.class,
                () ->
                    run(
                        FolderOptions.DEFAULT,
                        progress -> {
                          if (progress.files() == 1) delete(folder.resolve("out"));
                        }))
            .getMessage();
    assertTrue(message.contains("removed"), message);
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void twoRunsDoNotWriteIntoOneFolder() throws IOException {
    Photographs.grey(folder.resolve("in/a.png"), 20, 20);
    List<String> messages = new ArrayList<>();
    run(
        TABLES,
        progress ->
            messages.add(
                assertThrows(IOException.class, () -> run(FolderOptions.DEFAULT)).getMessage()));
    assertTrue(messages.get(0).contains("Another run"), messages.get(0));
    assertEquals(1, table("results.csv").size());
  }
}
