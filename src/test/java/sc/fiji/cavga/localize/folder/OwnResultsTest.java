package sc.fiji.cavga.localize.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.PictureFolder;
import sc.fiji.cavga.dataset.TrainingFolders;
import sc.fiji.cavga.io.OutputMark;
import sc.fiji.cavga.read.PictureReader;

/** What a run has written is no photograph for the next. */
class OwnResultsTest extends FolderRuns {

  private FolderSummary runInto(String output) throws IOException {
    return new FolderLocalizer(localizer, READER, FolderOptions.DEFAULT)
        .run(folder.resolve("in"), folder.resolve(output), progress -> {}, () -> false);
  }

  @Test
  void foldersOfResultsArePassedOverAndCounted() throws IOException {
    Photographs.write(folder.resolve("in/a.png"), 40, 40, 10, 10);
    assertEquals(0, runInto("in/results").results());
    // As an earlier version has left them.
    Photographs.grey(folder.resolve("in/results/overlays/unmarked.png"), 40, 40);
    Photographs.grey(folder.resolve("in/results/beside.png"), 40, 40);
    FolderSummary next = runInto("out");
    assertEquals(3, next.results());
    assertEquals(List.of("a.png", "results/beside.png"), column("results.csv", "image"));
    assertEquals(
        "3 files that CAVGA has written were passed over. Passed over: 2 files of another kind."
            + " The results are in x.",
        next.whereNow(Path.of("x")));
  }

  @Test
  void resultsThatWereCopiedAreKnownByTheirMark() throws IOException {
    Photographs.write(folder.resolve("in/a.png"), 40, 40, 10, 10);
    runInto("out");
    Path overlay = folder.resolve("in/copied/overlay of a.png");
    Files.createDirectories(overlay.getParent());
    Files.copy(folder.resolve("out/overlays/a.png"), overlay);
    Files.copy(folder.resolve("out/maps/a.tif"), folder.resolve("in/copied/map.tif"));
    assertTrue(OutputMark.isOnFile(overlay));
    assertFalse(OutputMark.isOnFile(folder.resolve("in/a.png")));
    assertEquals(Set.of("a.png"), PictureFolder.files(folder.resolve("in")).keySet());
    Dataset healthy = TrainingFolders.open(folder.resolve("in"), null, READER);
    assertEquals(2, healthy.results());
    assertEquals(1, healthy.trainNormal().size());
    assertEquals(1, PictureReader.standard().read(overlay).size(), "it is a whole picture");

    String alone = assertThrows(IOException.class, () -> runOn(overlay)).getMessage();
    assertTrue(alone.contains("was written by CAVGA and is no photograph"), alone);
    String none = assertThrows(IOException.class, () -> runOn(overlay.getParent())).getMessage();
    assertTrue(none.contains("holds no pictures but 2 that CAVGA has written; put"), none);
  }

  private FolderSummary runOn(Path input) throws IOException {
    return new FolderLocalizer(localizer, READER, FolderOptions.DEFAULT)
        .run(input, folder.resolve("elsewhere"), progress -> {}, () -> false);
  }
}
