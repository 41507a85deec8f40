package sc.fiji.cavga.localize.folder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.faults.ChildJava;
import sc.fiji.cavga.faults.SmallDisk;

/** Folder runs onto a disk that is full, or that nobody may write to. */
class DiskTroubleTest extends FolderRuns {

  private static final int PICTURES = 8;

  private Path disk() {
    return folder.resolve("disk");
  }

  private ChildJava childRun() {
    return new ChildJava(
        folder.resolve("child"),
        List.of(),
        FolderProcess.class,
        folder.resolve("in").toString(),
        disk().resolve("out").toString());
  }

  private void draw() throws IOException {
    for (int i = 0; i < PICTURES; i++)
      Photographs.write(folder.resolve("in/" + i + ".png"), 120, 100, 10 * i, 20);
  }

  @Test
  void aFullDiskEndsTheRunAndWhatIsThereIsWhole() throws Exception {
    draw();
    run(FolderOptions.DEFAULT);
    Path full = folder.resolve("full");
    Path later = folder.resolve("later");
    String printed =
        new SmallDisk(disk(), 130)
            .then(childRun(), 3)
            .copyTo(full)
            .resize(20_000)
            .then(childRun(), 0)
            .copyTo(later)
            .run(folder.resolve("log"));
    assertTrue(printed.contains("free space on its disk"), printed);
    Set<String> all = outputs();
    assertTrue(all.size() > sameAsWhole(full.resolve("out"), all));
    assertEquals(all.size(), sameAsWhole(later.resolve("out"), all));
    assertEquals(PICTURES + 1, Files.readAllLines(later.resolve("out/results.csv")).size());
  }

  /** How many of the files are there. */
  private int sameAsWhole(Path out, Set<String> names) throws IOException {
    int there = 0;
    for (String name : names) {
      if (!Files.exists(out.resolve(name))) continue;
      byte[] whole = Files.readAllBytes(folder.resolve("out").resolve(name));
      assertArrayEquals(whole, Files.readAllBytes(out.resolve(name)), name);
      there++;
    }
    return there;
  }

  @Test
  void aReadOnlyDiskIsSaidAndItsResultsStay() throws Exception {
    draw();
    Path copy = folder.resolve("copy");
    Path before = folder.resolve("before");
    String printed =
        new SmallDisk(disk(), 20_000)
            .then(childRun(), 0)
            .copyTo(before)
            .readOnly()
            .then(childRun(), 3)
            .copyTo(copy)
            .run(folder.resolve("log"));
    assertTrue(printed.contains("choose a folder that you may write to"), printed);
    for (String table : List.of("results.csv", "regions.csv"))
      assertArrayEquals(
          Files.readAllBytes(before.resolve("out").resolve(table)),
          Files.readAllBytes(copy.resolve("out").resolve(table)));
  }
}
