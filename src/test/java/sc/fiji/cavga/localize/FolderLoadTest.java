package sc.fiji.cavga.localize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.faults.ChildJava;

/** A folder of many pictures within a gigabyte of heap. */
@Tag("faults")
class FolderLoadTest {

  private static final int PICTURES = Integer.getInteger("cavga.pictures", 60);
  private static final int DIFFERENT = 20;
  private static final int PER_FOLDER = 500;

  @TempDir Path folder;

  @Test
  void everyPictureIsARowAndMemoryStays() throws Exception {
    for (int i = 0; i < PICTURES; i++) {
      Path file = folder.resolve("in/" + i / PER_FOLDER + "/" + i + ".png");
      Files.createDirectories(file.getParent());
      Path drawn = folder.resolve("drawn/" + i % DIFFERENT + ".png");
      if (!Files.exists(drawn)) Photographs.write(drawn, 160, 120, 5 * i, 20);
      Files.copy(drawn, file);
    }
    ChildJava child =
        new ChildJava(
            folder.resolve("log"),
            List.of("-Xmx1g"),
            FolderProcess.class,
            folder.resolve("in").toString(),
            folder.resolve("out").toString());
    child.run();
    assertTrue(child.printed().contains(PICTURES + " done, 0 failed"), child.printed());
    assertEquals(PICTURES + 1, Files.readAllLines(folder.resolve("out/results.csv")).size());
    try (Stream<Path> maps = Files.walk(folder.resolve("out/maps"))) {
      assertEquals(PICTURES, maps.filter(Files::isRegularFile).count());
    }
    Files.writeString(Path.of("target", "folder-load.txt"), child.printed());
  }
}
