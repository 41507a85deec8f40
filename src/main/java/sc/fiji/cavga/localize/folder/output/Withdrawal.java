package sc.fiji.cavga.localize.folder.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import sc.fiji.cavga.localize.folder.journal.FileState;
import sc.fiji.cavga.localize.folder.journal.Journal;
import sc.fiji.cavga.localize.folder.journal.JournalEntry;
import sc.fiji.cavga.model.examination.FurtherTable;

/**
 * Takes away what is not true any more: the files that belong to rows which are taken away. The
 * tables lose a row before its files go, and the journal loses it last: so the tables name nothing
 * that is not there, whenever a run is killed, and the next run goes on with it.
 */
public final class Withdrawal {

  private final Journal journal;
  private final OutputFolder folder;
  private final TableWriter tables;

  /**
   * @param tables that name what there is
   */
  public Withdrawal(Journal journal, OutputFolder folder, TableWriter tables) {
    this.journal = journal;
    this.folder = folder;
    this.tables = tables;
  }

  /**
   * All that earlier runs have written.
   *
   * @param written the tables that will be written anew
   */
  public void all(List<FurtherTable> written) throws IOException {
    Set<String> further = new TreeSet<>(journal.tables());
    further.add(ResultTables.REGIONS.name());
    for (FurtherTable table : written) further.add(table.name());
    folder.withdrawTables(further);
    for (SortedMap<Integer, JournalEntry> slices : journal.all()) delete(slices.values());
  }

  /**
   * Rows and files of what is not there any more.
   *
   * @param there the input's files
   * @return how many pictures that were
   */
  public int gone(Set<String> there) throws IOException {
    return remove(rows -> !there.contains(rows.get(0).file()));
  }

  /**
   * Rows and files of pictures that have become others since.
   *
   * @param files the input's, by name
   */
  public void changed(Map<String, Path> files) throws IOException {
    remove(
        rows -> {
          Path file = files.get(rows.get(0).file());
          return file != null && !unchanged(rows, FileState.of(file));
        });
  }

  private static boolean unchanged(List<JournalEntry> rows, FileState state) {
    return rows.stream().allMatch(row -> row.state().same(state));
  }

  /** Tells of a file by the rows of its slices. */
  private interface Untrue {
    boolean are(List<JournalEntry> rows) throws IOException;
  }

  private int remove(Untrue untrue) throws IOException {
    List<JournalEntry> all = new ArrayList<>();
    for (SortedMap<Integer, JournalEntry> slices : journal.all()) {
      List<JournalEntry> rows = new ArrayList<>(slices.values());
      if (untrue.are(rows)) all.addAll(rows);
    }
    files(all);
    Set<String> names = all.stream().map(JournalEntry::file).collect(Collectors.toSet());
    for (String name : new TreeSet<>(names)) journal.remove(name);
    return all.size();
  }

  /** The files that these rows had; the rows are to be removed or replaced. */
  public void files(Collection<JournalEntry> rows) throws IOException {
    // Those that failed have none.
    if (rows.stream().noneMatch(JournalEntry::succeeded)) return;
    journal.withdraw(rows);
    tables.now();
    delete(rows);
  }

  private void delete(Collection<JournalEntry> rows) throws IOException {
    for (JournalEntry row : rows)
      folder.withdraw(OutputNames.slice(row.name(), row.slice(), row.slices()), row.outputs());
  }
}
