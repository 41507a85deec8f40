package sc.fiji.cavga.localize.folder.output;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.faults.windows.WindowsRules;
import sc.fiji.cavga.io.AtomicFile.HeldOpenException;
import sc.fiji.cavga.localize.folder.journal.FileState;
import sc.fiji.cavga.localize.folder.journal.Journal;
import sc.fiji.cavga.localize.folder.journal.JournalEntry;

/** A table that somebody looks at in a spreadsheet while the run goes on. */
class HeldTableTest {

  private static final long SECOND = 1_000_000_000;

  private final WindowsRules rules = new WindowsRules(FileSystems.getDefault().provider());

  private long now;

  private static void add(Journal journal, Path picture) throws IOException {
    String name = picture.getFileName().toString();
    List<String> row = Collections.nCopies(ResultTables.RESULTS.size(), name);
    journal.add(
        new JournalEntry(name, FileState.of(picture), 0, 1, name, true, 0, List.of(), row),
        List.of(),
        Map.of());
  }

  @Test
  void theRunGoesOnAndWritesTheTableLater(@TempDir Path temporary) throws IOException {
    OutputFolder folder = OutputFolder.open(rules.of(temporary));
    try (Journal journal = Journal.open(folder.journal())) {
      journal.begin(new JsonObject());
      TableWriter tables =
          new TableWriter(journal, folder, ResultTables.RESULTS, List.of(), () -> now);
      tables.now();
      rules.hold(folder.results());
      add(journal, Files.writeString(temporary.resolve("later.png"), "x"));
      now += 100 * SECOND;
      tables.whenDue();
      assertFalse(Files.readString(folder.results()).contains("later"));
      // It is not tried again with each picture.
      tables.whenDue();

      HeldOpenException end = assertThrows(HeldOpenException.class, tables::now);
      assertTrue(end.getMessage().contains("results.csv cannot be replaced"), end.getMessage());

      rules.release();
      now += 100 * SECOND;
      tables.whenDue();
      assertTrue(Files.readString(folder.results()).contains("later"));
    }
  }
}
