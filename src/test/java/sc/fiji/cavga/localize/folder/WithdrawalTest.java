package sc.fiji.cavga.localize.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.localize.Localizer;
import sc.fiji.cavga.localize.folder.journal.FileState;
import sc.fiji.cavga.localize.folder.journal.Journal;
import sc.fiji.cavga.localize.folder.journal.JournalEntry;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;

/** Files go with the row that they belong to. */
class WithdrawalTest extends FolderRuns {

  private void photograph(String name) throws IOException {
    Photographs.write(folder.resolve("in").resolve(name), 40, 40, 10, 10);
  }

  @Test
  void nothingOfAnotherModelStays() throws IOException {
    photograph("a.png");
    photograph("sub/b.png");
    run(FolderOptions.DEFAULT);
    assertTrue(outputs().contains("overlays/sub/b.png"));
    Path mine = Files.writeString(folder.resolve("out/overlays/mine.txt"), "mine");
    try (Localizer other =
        new Localizer(
            TinyModel.create(FieldOfViewMode.WHOLE_PICTURE, 0.3), MapKind.RECONSTRUCTION)) {
      FolderOptions plain = new FolderOptions(true, false, true, false, false);
      new FolderLocalizer(other, READER, plain)
          .run(folder.resolve("in"), folder.resolve("out"), p -> {}, () -> false);
    }
    assertEquals(Set.of("maps/a.tif", "maps/sub/b.tif", "overlays/mine.txt"), outputs());
    assertTrue(Files.exists(mine));
    assertFalse(Files.exists(folder.resolve("out/overlays/sub")));
    assertFalse(Files.exists(folder.resolve("out/rois")));
  }

  /** As a model that measures discs has left them. */
  @Test
  void tablesAndLabelsThatAreNotWrittenAnewGoToo() throws IOException {
    photograph("a.png");
    Path out = Files.createDirectories(folder.resolve("out/discs")).getParent();
    Files.writeString(out.resolve("discs.csv"), "image,hour");
    Files.writeString(out.resolve("discs/a.png"), "labels");
    Files.writeString(out.resolve("notes.csv"), "mine");
    try (Journal journal = Journal.open(out.resolve(".cavga-results.jsonl"))) {
      journal.begin(new JsonObject());
      FileState state = FileState.of(folder.resolve("in/a.png"));
      journal.add(
          new JournalEntry("a.png", state, 0, 1, "a", true, 0, List.of("discs"), List.of("a.png")),
          List.of(),
          Map.of("discs", List.of(List.of("a.png", "12"))));
    }
    run(OVERWRITE);
    assertFalse(Files.exists(out.resolve("discs.csv")));
    assertFalse(Files.exists(out.resolve("discs")));
    assertTrue(Files.exists(out.resolve("notes.csv")));
    assertEquals(List.of("a.png"), column("results.csv", "image"));
  }

  @Test
  void whatWasTakenOutOfTheFolderHasNoRow() throws IOException {
    photograph("a.png");
    photograph("b.png");
    Photographs.stack(folder.resolve("in/c.tif"), 2);
    assertEquals(0, run(FolderOptions.DEFAULT).removed());
    Files.delete(folder.resolve("in/b.png"));
    Files.delete(folder.resolve("in/c.tif"));
    FolderSummary second = run(FolderOptions.DEFAULT);
    assertEquals(1, second.skipped());
    assertEquals(3, second.removed());
    assertTrue(
        second
            .whereNow(Path.of("x"))
            .startsWith("Rows and files of 3 pictures that are gone were taken away. The results"));
    assertEquals(List.of("a.png"), column("results.csv", "image"));
    assertEquals(List.of("a.png"), column("regions.csv", "image"));
    assertEquals(Set.of("maps/a.tif", "overlays/a.png", "rois/a.zip"), outputs());
    assertEquals(0, run(FolderOptions.DEFAULT).removed(), "the journal has it no more");

    photograph("b.png");
    assertEquals(1, run(FolderOptions.DEFAULT).done());
    assertEquals(List.of("a.png", "b.png"), column("results.csv", "image"));
  }

  @Test
  void whatFailsNowHasNoFiles() throws IOException {
    photograph("a.png");
    Photographs.stack(folder.resolve("in/b.tif"), 3);
    run(FolderOptions.DEFAULT);
    assertTrue(outputs().contains("maps/b_0003.tif"));
    Files.writeString(folder.resolve("in/a.png"), "no picture");
    Photographs.stack(folder.resolve("in/b.tif"), 2);
    FolderSummary second = run(FolderOptions.DEFAULT);
    assertEquals(1, second.failed());
    assertEquals(2, second.done());
    assertEquals(List.of("a.png", "b.tif#1", "b.tif#2"), column("results.csv", "image"));
    Set<String> left = outputs();
    assertFalse(left.contains("maps/b_0003.tif"), left.toString());
    assertTrue(left.contains("maps/b_0002.tif"), left.toString());
    for (String file : left) assertFalse(file.contains("/a."), left.toString());
  }

  /** What it can do no more without having changed, such as for want of memory. */
  @Test
  void whatFailsUnchangedHasNoFilesEither() throws IOException {
    photograph("a.png");
    run(FolderOptions.DEFAULT);
    Files.delete(folder.resolve("out/overlays/a.png"));
    Path input = folder.resolve("in/a.png");
    var modified = Files.getLastModifiedTime(input);
    byte[] bytes = Files.readAllBytes(input);
    Files.write(input, new byte[bytes.length]);
    Files.setLastModifiedTime(input, modified);
    assertEquals(1, run(FolderOptions.DEFAULT).failed());
    assertEquals(Set.of(), outputs());
  }

  /** Files in a folder of an overlay's name: what is taken away stops there, as at a kill. */
  private Path obstacle(String name) throws IOException {
    Path overlay = folder.resolve("out/overlays").resolve(name);
    Files.deleteIfExists(overlay);
    Files.createDirectories(overlay);
    return Files.writeString(overlay.resolve("mine.txt"), "mine");
  }

  private void clear(Path obstacle) throws IOException {
    Files.delete(obstacle);
    Files.delete(obstacle.getParent());
  }

  @Test
  void anOverwritingRunThatStopsAtOnceLeavesNoRows() throws IOException {
    photograph("a.png");
    photograph("b.png");
    run(FolderOptions.DEFAULT);
    Path obstacle = obstacle("b.png");
    assertThrows(IOException.class, () -> run(OVERWRITE));
    assertFalse(Files.exists(folder.resolve("out/maps/a.tif")), "it got so far");
    assertFalse(Files.exists(folder.resolve("out/results.csv")));
    assertFalse(Files.exists(folder.resolve("out/regions.csv")));
    clear(obstacle);
    assertEquals(2, run(OVERWRITE).done());
    assertEquals(List.of("a.png", "b.png"), column("results.csv", "image"));
  }

  @Test
  void aRunThatStopsAtWhatIsGoneHasNoRowsOfIt() throws IOException {
    for (String name : List.of("a.png", "b.png", "c.png")) photograph(name);
    run(FolderOptions.DEFAULT);
    Files.delete(folder.resolve("in/b.png"));
    Files.delete(folder.resolve("in/c.png"));
    Path obstacle = obstacle("c.png");
    assertThrows(IOException.class, () -> run(FolderOptions.DEFAULT));
    assertFalse(Files.exists(folder.resolve("out/maps/b.tif")), "it got so far");
    assertEquals(List.of("a.png"), column("results.csv", "image"));
    assertEquals(List.of("a.png"), column("regions.csv", "image"));
    clear(obstacle);
    assertEquals(2, run(FolderOptions.DEFAULT).removed());
    assertEquals(Set.of("maps/a.tif", "overlays/a.png", "rois/a.zip"), outputs());
  }

  @Test
  void aRunThatStopsAtChangedPicturesHasNoRowsOfThem() throws IOException {
    for (String name : List.of("a.png", "b.png", "c.png")) photograph(name);
    run(FolderOptions.DEFAULT);
    for (String name : List.of("b", "c"))
      Photographs.grey(folder.resolve("in/" + name + ".png"), 44, 40);
    Path obstacle = obstacle("c.png");
    assertThrows(IOException.class, () -> run(FolderOptions.DEFAULT));
    assertFalse(Files.exists(folder.resolve("out/maps/b.tif")), "it got so far");
    assertEquals(List.of("a.png"), column("results.csv", "image"));
    clear(obstacle);
    assertEquals(2, run(FolderOptions.DEFAULT).done());
    assertEquals(List.of("a.png", "b.png", "c.png"), column("results.csv", "image"));
  }

  @Test
  void aPictureThatChangesMeanwhileLosesItsRowBeforeItsFiles() throws IOException {
    for (String name : List.of("a.png", "b.png")) photograph(name);
    run(FolderOptions.DEFAULT);
    assertThrows(
        IOException.class,
        () ->
            run(
                FolderOptions.DEFAULT,
                progress -> {
                  if (progress.files() == 1) change("b.png");
                }));
    assertFalse(Files.exists(folder.resolve("out/maps/b.tif")), "it got so far");
    assertEquals(List.of("a.png"), column("results.csv", "image"));
  }

  private void change(String name) {
    try {
      Photographs.grey(folder.resolve("in").resolve(name), 44, 40);
      obstacle(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
