package sc.fiji.cavga.localize.folder.output;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import sc.fiji.cavga.localize.folder.journal.Journal;
import sc.fiji.cavga.localize.folder.journal.JournalEntry;
import sc.fiji.cavga.model.examination.FurtherTable;

/** Takes away what is not true any more: the files that belong to rows which are taken away. */
public final class Withdrawal {

  private final Journal journal;
  private final OutputFolder folder;

  public Withdrawal(Journal journal, OutputFolder folder) {
    this.journal = journal;
    this.folder = folder;
  }

  /**
   * All that earlier runs have written.
   *
   * @param written the tables that will be written anew
   */
  public void all(List<FurtherTable> written) throws IOException {
    for (SortedMap<Integer, JournalEntry> slices : journal.all()) files(slices.values());
    Set<String> tables = new TreeSet<>(journal.tables());
    tables.add(ResultTables.REGIONS.name());
    tables.removeAll(written.stream().map(FurtherTable::name).collect(Collectors.toSet()));
    for (String table : tables) folder.withdrawTable(table);
  }

  /**
   * Rows and files of what is not there any more.
   *
   * @param there the input's files
   * @return how many pictures that were
   */
  public int gone(Set<String> there) throws IOException {
    List<String> gone = new ArrayList<>();
    int pictures = 0;
    for (SortedMap<Integer, JournalEntry> slices : journal.all()) {
      String file = slices.get(slices.firstKey()).file();
      if (there.contains(file)) continue;
      // A killed run may leave a row without its files, but never files without a row.
      files(slices.values());
      gone.add(file);
      pictures += slices.size();
    }
    for (String file : gone) journal.remove(file);
    return pictures;
  }

  /** The files that these rows had. */
  public void files(Collection<JournalEntry> rows) throws IOException {
    for (JournalEntry row : rows)
      folder.withdraw(OutputNames.slice(row.name(), row.slice(), row.slices()), row.outputs());
  }
}
