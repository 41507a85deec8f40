package sc.fiji.cavga.localize.folder.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.faults.windows.WindowsRules;
import sc.fiji.cavga.localize.folder.output.ResultTables;

class JournalTest {

  private static final FileState STATE = new FileState(10, 20);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void choose() {
    file = folder.resolve("j.jsonl");
  }

  private static JsonObject settings(String model) {
    JsonObject settings = new JsonObject();
    settings.addProperty("model", model);
    return settings;
  }

  private static JournalEntry entry(String name, FileState state, int slice, int slices) {
    List<String> row = Collections.nCopies(ResultTables.RESULTS.size(), name + "\n\"" + slice);
    return new JournalEntry(name, state, slice, slices, name, true, 2, List.of("rois"), row);
  }

  private static List<List<String>> regions(String name) {
    return List.of(List.of(name, "1"), List.of(name, "2"));
  }

  @Test
  void aFolderWithoutLocksCanBeWrittenInto() throws IOException {
    WindowsRules rules = new WindowsRules(FileSystems.getDefault().provider());
    rules.refuseLocks();
    try (Journal journal = Journal.open(rules.of(file))) {
      journal.begin(settings("m"));
    }
    try (Journal journal = Journal.open(rules.of(file))) {
      assertEquals(settings("m"), journal.settings());
    }
  }

  @Test
  void whatWasAddedIsThereAgain() throws IOException {
    try (Journal journal = Journal.open(file)) {
      assertNull(journal.settings());
      journal.begin(settings("m"));
      journal.add(entry("b ü\n", STATE, 0, 1), regions("b"), Map.of());
      journal.add(entry("a", STATE, 1, 2), regions("a1"), Map.of());
      journal.add(entry("a", STATE, 0, 2), regions("a0"), Map.of());
    }
    try (Journal journal = Journal.open(file)) {
      assertEquals(settings("m"), journal.settings());
      assertEquals(2, journal.all().size());
      assertEquals(2, journal.entries("a").size());
      JournalEntry first = journal.entries("a").iterator().next();
      assertEquals(0, first.slice());
      assertEquals(regions("a0"), journal.regions(first));
      JournalEntry other = journal.entries("b ü\n").iterator().next();
      assertEquals(entry("b ü\n", STATE, 0, 1).row(), other.row());
      assertEquals(2, other.regions());
      assertTrue(other.succeeded());
      assertEquals(List.of(), List.copyOf(journal.entries("c")));
    }
  }

  @Test
  void cutAnywhereItKeepsTheLinesBefore() throws IOException {
    try (Journal journal = Journal.open(file)) {
      journal.begin(settings("m"));
      for (String name : List.of("a", "b", "c"))
        journal.add(entry(name, STATE, 0, 1), regions("x"), Map.of());
    }
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length <= whole.length; length += 7) {
      byte[] cut = Arrays.copyOf(whole, length);
      Files.write(file, cut);
      int lines = 0;
      for (byte b : cut) if (b == '\n') lines++;
      try (Journal journal = Journal.open(file)) {
        assertEquals(Math.max(0, lines - 1), journal.all().size());
        if (lines > 0) journal.add(entry("d", STATE, 0, 1), regions("d"), Map.of());
      }
      if (lines == 0) continue;
      try (Journal journal = Journal.open(file)) {
        JournalEntry added = journal.entries("d").iterator().next();
        assertEquals(regions("d"), journal.regions(added));
      }
    }
  }

  @Test
  void damagedLinesAreForgotten() throws IOException {
    try (Journal journal = Journal.open(file)) {
      journal.begin(settings("m"));
      for (String name : List.of("a", "b"))
        journal.add(entry(name, STATE, 0, 1), regions("x"), Map.of());
    }
    List<String> lines = Files.readAllLines(file);
    for (String damage : List.of("", "{}", "\u0000\u0000", "[1]", lines.get(1).substring(9))) {
      Files.write(file, List.of(lines.get(0), damage, lines.get(2)));
      try (Journal journal = Journal.open(file)) {
        assertEquals(1, journal.all().size(), damage);
        assertEquals(1, journal.entries("b").size());
      }
    }
    Files.write(file, List.of("rubbish", lines.get(1)));
    try (Journal journal = Journal.open(file)) {
      assertNull(journal.settings());
      assertEquals(0, journal.all().size());
    }
  }

  @Test
  void aChangedFileReplacesWhatWasKnown() throws IOException {
    FileState later = new FileState(10, 21);
    try (Journal journal = Journal.open(file)) {
      journal.begin(settings("m"));
      journal.add(entry("a", STATE, 0, 2), regions("old"), Map.of());
      journal.add(entry("a", STATE, 1, 2), regions("old"), Map.of());
      journal.add(entry("a", later, 1, 2), regions("new"), Map.of());
      assertEquals(1, journal.entries("a").size());
      journal.add(entry("a", later, 0, 3), regions("new"), Map.of());
      assertEquals(3, journal.entries("a").iterator().next().slices());
      journal.begin(settings("n"));
      assertEquals(0, journal.all().size());
    }
    assertEquals(1, Files.readAllLines(file).size());
  }

  @Test
  void itBelongsToOneRun() throws IOException {
    try (Journal journal = Journal.open(file)) {
      journal.begin(settings("m"));
      byte[] before = Files.readAllBytes(file);
      assertThrows(IOException.class, () -> Journal.open(file));
      assertArrayEquals(before, Files.readAllBytes(file));
    }
    Journal.open(file).close();
  }

  /** A program that takes it for a text has changed its line ends. */
  @Test
  void lineEndsOfWindowsAreTaken() throws IOException {
    try (Journal journal = Journal.open(file)) {
      journal.begin(settings("m"));
      journal.add(entry("sub/a", STATE, 0, 1), regions("a"), Map.of());
      journal.add(entry("sub/b", STATE, 0, 1), regions("b"), Map.of());
    }
    Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));
    try (Journal journal = Journal.open(file)) {
      assertEquals(settings("m"), journal.settings());
      assertEquals(regions("b"), journal.regions(journal.entries("sub/b").iterator().next()));
      journal.add(entry("sub/c", STATE, 0, 1), regions("c"), Map.of());
    }
    try (Journal journal = Journal.open(file)) {
      assertEquals(3, journal.all().size());
      assertEquals(regions("c"), journal.regions(journal.entries("sub/c").iterator().next()));
    }
  }
}
