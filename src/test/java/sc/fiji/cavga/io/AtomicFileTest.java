package sc.fiji.cavga.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

  @TempDir Path folder;

  @Test
  void writesIntoFoldersThatItCreates() throws IOException {
    Path target = folder.resolve("a/ü b/text.txt");
    AtomicFile.writeText(target, "ä");
    assertEquals("ä", Files.readString(target));
    assertEquals(1, count(target.getParent()));
  }

  @Test
  void writesSingleBytesAndThroughPaths() throws IOException {
    Path target = folder.resolve("bytes");
    AtomicFile.write(
        target,
        out -> {
          out.write(7);
          out.flush();
          out.write(new byte[] {8, 9}, 1, 1);
        });
    assertArrayEquals(new byte[] {7, 9}, Files.readAllBytes(target));
    AtomicFile.write(
        target,
        ".tif",
        temporary -> {
          assertTrue(temporary.toString().endsWith(".tif"));
          assertEquals(folder, temporary.getParent());
          Files.writeString(temporary, "new");
        });
    assertEquals("new", Files.readString(target));
  }

  @Test
  void keepsTheEarlierFileAndLeavesNothingWhenTheContentFails() throws IOException {
    Path target = folder.resolve("kept.txt");
    Files.writeString(target, "earlier");
    IOException failure = new IOException("The picture has gone.");
    IOException thrown =
        assertThrows(
            IOException.class,
            () ->
                AtomicFile.write(
                    target,
                    out -> {
                      out.write(1);
                      throw failure;
                    }));
    assertSame(failure, thrown);
    assertEquals("earlier", Files.readString(target));
    assertEquals(1, count(folder));
  }

  @Test
  void followsALinkToAFolder() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    AtomicFile.writeText(link.resolve("x.txt"), "x");
    assertEquals("x", Files.readString(real.resolve("x.txt")));
  }

  @Test
  void saysWhatToDoWhenTheTargetCannotBeWritten() throws IOException {
    IOException isFolder =
        assertThrows(IOException.class, () -> AtomicFile.writeText(folder, "text"));
    assertTrue(isFolder.getMessage().endsWith("is a folder: give the name of a file."));
    Path file = Files.writeString(folder.resolve("file"), "text");
    IOException below =
        assertThrows(IOException.class, () -> AtomicFile.writeText(file.resolve("x"), "text"));
    assertTrue(below.getMessage().contains("cannot be written: "), below.getMessage());
    assertEquals("text", Files.readString(file));
    IOException gone =
        assertThrows(
            IOException.class, () -> AtomicFile.write(folder.resolve("gone"), "", Files::delete));
    assertTrue(gone.getMessage().contains("cannot be written: "), gone.getMessage());
  }

  @Test
  void saysWhichFileFoundTheDiskFull() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full), "there is no device that is always full");
    Path target = folder.resolve("map.tif");
    ExplainingStream large = new ExplainingStream(target, full);
    IOException thrown =
        assertThrows(IOException.class, () -> large.write(new byte[1 << 20], 0, 1 << 20));
    assertTrue(thrown.getMessage().startsWith(target + " cannot be written: "));
    assertTrue(thrown.getMessage().contains("free space"), thrown.getMessage());
    ExplainingStream small = new ExplainingStream(target, full);
    small.write(1);
    assertThrows(IOException.class, small::flush);
    assertThrows(IOException.class, small::close);
  }

  private static long count(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }
}
