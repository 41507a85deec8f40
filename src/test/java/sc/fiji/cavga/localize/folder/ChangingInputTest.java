package sc.fiji.cavga.localize.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pictures that go away or become others while a run is on its way to them. */
@ExtendWith(OneAtATime.class)
class ChangingInputTest extends FolderRuns {

  @Test
  void whatWentAwayIsARowAndWhatChangedIsTakenAsItIs() throws IOException {
    for (String name : List.of("a", "b", "c", "d"))
      Photographs.grey(folder.resolve("in/" + name + ".png"), 40, 40);
    FolderSummary summary =
        run(
            FolderOptions.DEFAULT,
            progress -> {
              if (progress.files() == 1) change();
            });
    assertEquals(2, summary.failed());
    assertEquals(List.of("ok", "failed", "failed", "ok"), column("results.csv", "status"));
    assertEquals("true", column("results.csv", "anomalous").get(3));
    String gone = column("results.csv", "message").get(1);
    assertTrue(gone.endsWith("b.png does not exist; check the name."), gone);
    assertTrue(column("results.csv", "message").get(2).contains("holds text"));
  }

  private void change() {
    try {
      Files.delete(folder.resolve("in/b.png"));
      Files.writeString(folder.resolve("in/c.png"), "somebody saved a note under this name");
      Photographs.write(folder.resolve("in/d.png"), 40, 40, 10, 10);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aFolderThatWentAwayIsRowsAndEarlierOnesStay() throws IOException {
    for (String name : List.of("a", "b", "c"))
      Photographs.write(folder.resolve("in/" + name + ".png"), 40, 40, 10, 10);
    FolderSummary summary =
        run(
            FolderOptions.DEFAULT,
            progress -> {
              if (progress.files() == 2) delete(folder.resolve("in"));
            });
    assertEquals(2, summary.done());
    assertEquals(1, summary.failed());
    assertEquals(List.of("ok", "ok", "failed"), column("results.csv", "status"));
    assertTrue(outputs().contains("maps/b.tif"));
  }
}
