package sc.fiji.cavga.localize.folder.output;

import java.io.IOException;
import java.util.List;
import java.util.function.LongSupplier;
import sc.fiji.cavga.io.AtomicFile;
import sc.fiji.cavga.localize.folder.journal.Journal;
import sc.fiji.cavga.model.examination.FurtherTable;

/** Writes a run's tables from time to time, so that a killed run leaves them nearly up to date. */
public final class TableWriter {

  /** Seconds between two times at least ... */
  private static final double PAUSE = 10;

  /** ... and no more of the time than one part in this many is spent on it. */
  private static final double PARTS = 20;

  private final Journal journal;
  private final OutputFolder folder;
  private final List<String> columns;
  private final List<FurtherTable> tables;
  private final LongSupplier nanoTime;
  private double due;

  /**
   * @param columns of {@code results.csv}
   * @param tables the others, each without rows
   */
  public TableWriter(
      Journal journal, OutputFolder folder, List<String> columns, List<FurtherTable> tables) {
    this(journal, folder, columns, tables, System::nanoTime);
  }

  /** With a clock of its own. */
  TableWriter(
      Journal journal,
      OutputFolder folder,
      List<String> columns,
      List<FurtherTable> tables,
      LongSupplier nanoTime) {
    this.journal = journal;
    this.folder = folder;
    this.columns = List.copyOf(columns);
    this.tables = List.copyOf(tables);
    this.nanoTime = nanoTime;
    due = seconds() + PAUSE;
  }

  /**
   * Writes the tables when the last time is long enough ago; called after each picture. One that a
   * spreadsheet has open is no reason to stop: there is a next time, and the end.
   */
  public void whenDue() throws IOException {
    if (seconds() < due) return;
    try {
      now();
    } catch (AtomicFile.HeldOpenException later) {
      due = seconds() + PAUSE;
    }
  }

  /** Writes the tables. */
  public void now() throws IOException {
    double start = seconds();
    folder.requirePresent();
    ResultTables.publish(journal, folder, columns, tables);
    double end = seconds();
    due = end + Math.max(PAUSE, PARTS * (end - start));
  }

  private double seconds() {
    return nanoTime.getAsLong() / 1e9;
  }
}
