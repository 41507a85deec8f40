package sc.fiji.cavga.spark.plan;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import sc.fiji.cavga.dataset.PictureFolder;
import sc.fiji.cavga.io.OutputMark;
import sc.fiji.cavga.read.file.FileBytes;
import sc.fiji.cavga.spark.store.Store;

/**
 * What a folder holds: its photographs and its folders, one after the other as the store gives
 * them, however many there are. A row is place, name in tables, and whether it is a folder.
 */
final class ListFolder implements FlatMapFunction<Row, Row> {

  private static final long serialVersionUID = 1L;

  private final Map<String, String> entries;
  private transient Store store;

  ListFolder(Store store) {
    this.entries = store.entries();
  }

  @Override
  public Iterator<Row> call(Row folder) throws IOException {
    if (store == null) store = Store.of(entries);
    String place = folder.getString(0);
    String name = folder.getString(1);
    // Results of an earlier run are no photographs.
    if (store.exists(Store.below(place, TreeListing.STATE))) return Collections.emptyIterator();
    return Store.isLocal(place) ? local(Paths.get(place), name) : elsewhere(place, name);
  }

  private static Row row(String place, String below, String name, boolean folder) {
    return RowFactory.create(place, below.isEmpty() ? name : below + "/" + name, folder);
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".");
  }

  private static Iterator<Row> local(Path folder, String below) throws IOException {
    if (OutputMark.isOnFolder(folder)) return Collections.emptyIterator();
    DirectoryStream<Path> files;
    Path real;
    try {
      files = Files.newDirectoryStream(folder);
      real = folder.toRealPath();
    } catch (IOException unreadable) {
      return Collections.emptyIterator();
    }
    return new Found<>(
        files.iterator(),
        files,
        file -> {
          String name = file.getFileName().toString();
          if (isHidden(name)) return null;
          if (Files.isDirectory(file))
            return isCircle(file, real) ? null : row(file.toString(), below, name, true);
          boolean pipe = Files.exists(file) && !Files.isRegularFile(file);
          return pipe || !PictureFolder.isTaken(file)
              ? null
              : row(file.toString(), below, name, false);
        });
  }

  /** Whether a link leads back to where it lies. */
  private static boolean isCircle(Path folder, Path realParent) {
    try {
      return Files.isSymbolicLink(folder) && realParent.startsWith(folder.toRealPath());
    } catch (IOException unreadable) {
      return true;
    }
  }

  private Iterator<Row> elsewhere(String folder, String below) throws IOException {
    FileSystem system = store.system(folder);
    RemoteIterator<FileStatus> files;
    try {
      files = system.listStatusIterator(new org.apache.hadoop.fs.Path(folder));
    } catch (FileNotFoundException gone) {
      return Collections.emptyIterator();
    }
    return new Found<>(
        new Remote(files),
        () -> {},
        file -> {
          String name = file.getPath().getName();
          String place = file.getPath().toString();
          if (isHidden(name)) return null;
          if (file.isDirectory()) return row(place, below, name, true);
          return isTaken(place, name) ? row(place, below, name, false) : null;
        });
  }

  private boolean isTaken(String place, String name) {
    Path named = Paths.get(name);
    if (PictureFolder.isPicture(named)) return true;
    try (InputStream in = store.read(place)) {
      return PictureFolder.isTaken(named, FileBytes.of(in.readNBytes(FileBytes.ENOUGH)));
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** Hadoop's iterator as Java's. */
  private static final class Remote implements Iterator<FileStatus> {
    private final RemoteIterator<FileStatus> files;

    Remote(RemoteIterator<FileStatus> files) {
      this.files = files;
    }

    @Override
    public boolean hasNext() {
      try {
        return files.hasNext();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public FileStatus next() {
      try {
        return files.next();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The rows that files become, without those that become none. */
  private static final class Found<T> implements Iterator<Row> {
    private final Iterator<T> files;
    private final Closeable end;
    private final Function<T, Row> row;
    private Row next;

    Found(Iterator<T> files, Closeable end, Function<T, Row> row) {
      this.files = files;
      this.end = end;
      this.row = row;
    }

    @Override
    public boolean hasNext() {
      while (next == null && files.hasNext()) next = row.apply(files.next());
      if (next != null) return true;
      try {
        end.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return false;
    }

    @Override
    public Row next() {
      if (!hasNext()) throw new NoSuchElementException();
      Row row0 = next;
      next = null;
      return row0;
    }
  }
}
