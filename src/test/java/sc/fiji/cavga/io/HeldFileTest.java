package sc.fiji.cavga.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.faults.windows.WindowsRules;

/** A file that a spreadsheet, a viewer or a virus scanner has open, as on Windows. */
class HeldFileTest {

  private final WindowsRules rules = new WindowsRules(FileSystems.getDefault().provider());

  @TempDir Path temporary;

  private Path file;

  @BeforeEach
  void earlier() throws IOException {
    file = rules.of(temporary).resolve("results.csv");
    AtomicFile.writeText(file, "earlier");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      return files.map(each -> each.getFileName().toString()).collect(Collectors.toList());
    }
  }

  @Test
  void whatAnotherProgramHasOpenStaysAndIsNamed() throws IOException {
    rules.hold(file);
    AtomicFile.HeldOpenException thrown =
        assertThrows(AtomicFile.HeldOpenException.class, () -> AtomicFile.writeText(file, "later"));
    assertTrue(thrown.getMessage().startsWith(file + " cannot be replaced (The process cannot "));
    assertTrue(thrown.getMessage().contains("): close the program that has it open"));
    assertEquals("earlier", Files.readString(file));
    assertEquals(List.of("results.csv"), names());
    rules.release();
    AtomicFile.writeText(file, "later");
    assertEquals("later", Files.readString(file));
  }

  @Test
  void whatThisProgramHasOpenItselfIsNoOtherCase() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      assertThrows(AtomicFile.HeldOpenException.class, () -> AtomicFile.writeText(file, "later"));
      assertEquals("earlier", new String(in.readAllBytes(), "UTF-8"));
    }
    AtomicFile.writeText(file, "later");
    assertEquals("later", Files.readString(file));
  }

  @Test
  void whatIsOpenForAMomentIsReplaced() throws IOException {
    rules.hold(file, 3);
    AtomicFile.writeText(file, "later");
    assertEquals("later", Files.readString(file));
  }

  @Test
  void anInterruptedThreadDoesNotWait() {
    rules.hold(file);
    Thread.currentThread().interrupt();
    assertThrows(AtomicFile.HeldOpenException.class, () -> AtomicFile.move(file, file));
    assertTrue(Thread.interrupted());
  }

  @Test
  void deletingItSaysWhatToDo() {
    rules.hold(file);
    IOException thrown = assertThrows(IOException.class, () -> Files.delete(file));
    assertEquals(
        file
            + " cannot be used (The process cannot access the file because it is being used by"
            + " another process): check the path and the disk, and close other programs that have it"
            + " open.",
        ErrorSentence.orMessage(thrown));
  }
}
