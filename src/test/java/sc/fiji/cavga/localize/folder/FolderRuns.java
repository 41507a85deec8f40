package sc.fiji.cavga.localize.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.io.table.TableFormat;
import sc.fiji.cavga.localize.Localizer;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;
import sc.fiji.cavga.read.PictureReader;

/** Folder runs from {@code in} to {@code out} in a temporary folder, and what they write. */
abstract class FolderRuns {
  static final PictureReader READER = PictureReader.standard();
  static final FolderOptions OVERWRITE = new FolderOptions(true, false, true, true, true);
  static final FolderOptions TABLES = new FolderOptions(false, false, false, false, false);

  static Localizer localizer;

  @TempDir Path folder;

  @BeforeAll
  static void open() throws IOException {
    localizer =
        new Localizer(TinyModel.create(FieldOfViewMode.WHOLE_PICTURE), MapKind.RECONSTRUCTION);
  }

  @AfterAll
  static void close() {
    localizer.close();
  }

  FolderSummary run(FolderOptions options) throws IOException {
    return run(folder.resolve("in"), options);
  }

  FolderSummary run(Path input, FolderOptions options) throws IOException {
    return new FolderLocalizer(localizer, READER, options)
        .run(input, folder.resolve("out"), progress -> {}, () -> false);
  }

  FolderSummary run(FolderOptions options, FolderListener listener) throws IOException {
    return run(options, listener, () -> false);
  }

  FolderSummary run(FolderOptions options, FolderListener listener, BooleanSupplier cancelled)
      throws IOException {
    return new FolderLocalizer(localizer, READER, options)
        .run(folder.resolve("in"), folder.resolve("out"), listener, cancelled);
  }

  List<CSVRecord> table(String name) throws IOException {
    return TableFormat.rows(folder.resolve("out").resolve(name));
  }

  List<String> column(String table, String name) throws IOException {
    return table(table).stream().map(row -> row.get(name)).collect(Collectors.toList());
  }

  Set<String> outputs() throws IOException {
    Path out = folder.resolve("out");
    try (Stream<Path> files = Files.walk(out)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> out.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.startsWith(".") && !name.endsWith(".csv"))
          .collect(Collectors.toSet());
    }
  }

  static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.collect(Collectors.toList()))
        Files.copy(file, to.resolve(from.relativize(file).toString()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).collect(Collectors.toList()))
        Files.delete(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
