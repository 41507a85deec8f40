package sc.fiji.cavga.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.read.PictureReader;

class PictureFolderTest {

  @TempDir Path folder;

  private void touch(String... names) throws IOException {
    for (String name : names) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.createFile(file);
    }
  }

  @Test
  void listsPicturesSortedByTheirRelativePaths() throws IOException {
    touch("b.jpg", "a/z.PNG", "a/b/c.Tiff", "a-1.dcm", "Thumbs.db", "notes.txt", "jpg", ".jpg");
    touch(".hidden/x.jpg", "a/._z.png", "straße ü.bmp");
    assertEquals(
        List.of("a-1.dcm", "a/b/c.Tiff", "a/z.PNG", "b.jpg", "straße ü.bmp"),
        new ArrayList<>(PictureFolder.files(folder).keySet()));
  }

  @Test
  void followsLinksButNotInACircle() throws IOException {
    touch("real/eye.jpg");
    try {
      Files.createSymbolicLink(folder.resolve("real/again"), folder);
      Files.createSymbolicLink(folder.resolve("linked"), folder.resolve("real"));
      Files.createSymbolicLink(folder.resolve("gone.png"), folder.resolve("nothing.png"));
    } catch (IOException | UnsupportedOperationException e) {
      Assumptions.abort("This file system has no symbolic links: " + e);
    }
    assertEquals(
        List.of("gone.png", "linked/eye.jpg", "real/eye.jpg"),
        new ArrayList<>(PictureFolder.files(folder).keySet()));
  }

  @Test
  void aHiddenFolderMayBeChosenItself() throws IOException {
    touch(".eyes/one.jpg");
    assertEquals(1, PictureFolder.files(folder.resolve(".eyes")).size());
  }

  @Test
  void saysWhatIsWrongWithTheFolder() throws IOException {
    touch("file.jpg");
    assertFailure("does not exist", folder.resolve("missing"));
    assertFailure("is a file", folder.resolve("file.jpg"));
    Files.createDirectory(folder.resolve("empty"));
    assertFailure("holds no pictures", folder.resolve("empty"));
  }

  private static void assertFailure(String expected, Path folder) {
    IOException problem =
        assertThrows(
            IOException.class,
            () -> PictureFolder.samples(folder, false, PictureReader.standard()));
    assertTrue(problem.getMessage().contains(expected), problem.getMessage());
    assertTrue(problem.getMessage().contains(folder.toString()));
  }

  @Test
  void samplesReadTheirFiles() throws IOException {
    PictureFiles.png(folder.resolve("sub/eye.png"), 5, 4, 51);
    Sample sample = PictureFolder.samples(folder, true, PictureReader.standard()).get(0);
    assertEquals("sub/eye.png", sample.name());
    assertTrue(sample.anomalous());
    assertEquals(0.2f, sample.picture().pixels().getAt(4, 3, 0).get(), 1e-6f);
    assertFalse(sample.mask().isPresent());
  }
}
