package sc.fiji.cavga.localize.folder.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sc.fiji.cavga.io.OutputMark;
import sc.fiji.cavga.io.WritableFolder;
import sc.fiji.cavga.model.examination.FurtherTable;
import sc.fiji.cavga.render.OverlayFormat;

/** Where a folder run's results lie. */
public final class OutputFolder {

  /** The kind of the files with selections. */
  public static final String ROIS = "rois";

  private static final String MAPS = "maps";
  private static final String OVERLAYS = "overlays";
  private static final List<String> KINDS = List.of(MAPS, OVERLAYS, ROIS);

  private final Path folder;

  private OutputFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes the folder where it is missing and tries whether it can be written.
   *
   * @throws IOException with one sentence when it cannot
   */
  public static OutputFolder open(Path folder) throws IOException {
    WritableFolder.require(folder);
    return new OutputFolder(folder);
  }

  /**
   * Takes away a picture's files, as its row is, and folders that are empty then.
   *
   * @param name of the files, without folder and extension
   * @param kinds those that not every picture has
   */
  void withdraw(String name, List<String> kinds) throws IOException {
    List<Path> files = new ArrayList<>(List.of(map(name), rois(name)));
    for (OverlayFormat format : OverlayFormat.values()) files.add(overlay(name, format));
    for (String kind : kinds) if (!kind.equals(ROIS)) files.add(labels(kind, name));
    for (Path file : files) {
      if (!Files.deleteIfExists(file)) continue;
      for (Path below = file.getParent(); !below.equals(folder); below = below.getParent())
        if (!isEmpty(below) || !Files.deleteIfExists(below)) break;
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  /**
   * Takes away {@code results.csv}, and then the tables beside it.
   *
   * @param further their names
   */
  void withdrawTables(Collection<String> further) throws IOException {
    Files.deleteIfExists(results());
    for (String name : further) Files.deleteIfExists(table(name));
  }

  /**
   * Whether something bears the name of a table, or of a folder for maps, overlays or selections,
   * whoever has made it.
   */
  public boolean holdsAny(List<FurtherTable> tables) {
    for (FurtherTable table : tables) if (Files.exists(table(table.name()))) return true;
    for (String kind : KINDS) if (Files.exists(folder.resolve(kind))) return true;
    return Files.exists(results());
  }

  /**
   * Refuses to go on when the folder was taken away: it would come back with half of the results.
   *
   * @throws IOException with one sentence
   */
  public void requirePresent() throws IOException {
    if (!Files.exists(journal()))
      throw new IOException(
          "The output folder " + folder + " was removed while it was written; start again.");
  }

  /**
   * Removes what a killed run was writing when it was killed; only for the run that has the
   * journal, as no other writes into these folders then.
   */
  public void removeLeftovers() throws IOException {
    for (String kind : KINDS) {
      if (!Files.isDirectory(folder.resolve(kind))) continue;
      List<Path> leftovers;
      try (Stream<Path> files = Files.walk(folder.resolve(kind))) {
        leftovers = files.filter(OutputFolder::unfinished).collect(Collectors.toList());
      }
      for (Path file : leftovers) Files.deleteIfExists(file);
    }
  }

  private static boolean unfinished(Path file) {
    return file.getFileName().toString().matches("\\.cavga-[0-9a-f-]{36}\\.part(\\.\\w+)?");
  }

  public Path results() {
    return folder.resolve("results.csv");
  }

  /** A table beside it. */
  Path table(String name) {
    return folder.resolve(name + ".csv");
  }

  /** What a later run goes on from. */
  public Path journal() {
    return folder.resolve(OutputMark.JOURNAL);
  }

  public Path map(String name) {
    return file(MAPS, name, ".tif");
  }

  public Path overlay(String name, OverlayFormat format) {
    return file(OVERLAYS, name, format.extension());
  }

  public Path rois(String name) {
    return file(ROIS, name, ".zip");
  }

  /** Of a method's label images, in a folder of their name. */
  public Path labels(String kind, String name) {
    return file(kind, name, ".png");
  }

  private Path file(String kind, String name, String extension) {
    return folder.resolve(Paths.get(kind, (name + extension).split("/")));
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
