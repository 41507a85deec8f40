package sc.fiji.cavga.localize.folder.work;

import java.util.List;
import java.util.stream.Collectors;
import sc.fiji.cavga.localize.folder.journal.FileState;
import sc.fiji.cavga.localize.folder.journal.Journal;
import sc.fiji.cavga.localize.folder.journal.JournalEntry;
import sc.fiji.cavga.localize.folder.output.OutputNames;

/** What a folder run knows of a picture before it looks at it. */
final class PictureSource {

  private final String file;
  private final FileState state;
  private final String name;
  private final int slice;
  private final int slices;
  private final String suffix;

  /**
   * @param file relative path with forward slashes
   * @param name of the file's outputs
   * @param slice counted from 0
   * @param slices how many the file has
   * @param suffix what tables put behind the file, such as {@code #2}
   */
  PictureSource(String file, FileState state, String name, int slice, int slices, String suffix) {
    this.suffix = suffix;
    this.file = file;
    this.state = state;
    this.name = name;
    this.slice = slice;
    this.slices = slices;
  }

  /** What tables call it. */
  String image() {
    return file + suffix;
  }

  /** What its files are called. */
  String outputName() {
    return OutputNames.slice(name, slice, slices);
  }

  /** The rows in whose place this picture's comes: its own, or those of all slices of the file. */
  List<JournalEntry> replaced(Journal journal) {
    return journal.entries(file).stream()
        .filter(entry -> entry.slice() == slice || entry.slices() != slices)
        .collect(Collectors.toList());
  }

  JournalEntry entry(boolean succeeded, int regions, List<String> outputs, List<String> row) {
    return new JournalEntry(file, state, slice, slices, name, succeeded, regions, outputs, row);
  }
}
