package sc.fiji.cavga.spark.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;

/**
 * Files by their places. A place is a text: an absolute path on a disk of this machine, or a
 * complete address such as {@code hdfs://host/folder/eye.jpg}. What is on disks is not left to
 * Hadoop, which refuses folders with a colon in a name.
 */
public final class Store {

  private final Configuration configuration;

  /** As the driver knows it. */
  public Store(Configuration configuration) {
    this.configuration = configuration;
  }

  /** The same elsewhere. */
  public static Store of(Map<String, String> entries) {
    Configuration configuration = new Configuration();
    entries.forEach(configuration::set);
    return new Store(configuration);
  }

  /** What {@link #of} makes the same from; serializable. */
  public Map<String, String> entries() {
    Map<String, String> entries = new TreeMap<>();
    for (Map.Entry<String, String> entry : configuration)
      entries.put(entry.getKey(), entry.getValue());
    return entries;
  }

  /**
   * The place that a user means.
   *
   * @throws IOException with one sentence when it is none
   */
  public String place(String given) throws IOException {
    return place(given, null);
  }

  /**
   * The place that a list's line means.
   *
   * @param folder that relative paths begin at; null for the working folder
   */
  public String place(String given, String folder) throws IOException {
    boolean address = given.matches("[A-Za-z][A-Za-z0-9+.-]+:/.*");
    if (!address && folder != null && !given.startsWith("/")) return below(folder, given);
    try {
      Path path = new Path(address ? given : "/");
      FileSystem system = path.getFileSystem(configuration);
      if (!system.getScheme().equals("file"))
        return system.makeQualified(new Path(given)).toString();
      String local = address ? given.replaceFirst("^[A-Za-z]+:(//[^/]*)?", "") : given;
      return Paths.get(local).toAbsolutePath().normalize().toString();
    } catch (IllegalArgumentException e) {
      throw new IOException(given + " is no path and no address of a file; check it.", e);
    }
  }

  /** Whether it is a path on a disk of this machine. */
  public static boolean isLocal(String place) {
    return place.startsWith("/");
  }

  /** A file or folder below. */
  public static String below(String folder, String name) {
    return folder.endsWith("/") ? folder + name : folder + "/" + name;
  }

  /** The last part of a place. */
  public static String name(String place) {
    return place.substring(place.lastIndexOf('/') + 1);
  }

  /** As Spark wants it. */
  public static String address(String place) {
    return isLocal(place) ? "file://" + place : place;
  }

  /** For what only Hadoop has. */
  public FileSystem system(String place) throws IOException {
    return new Path(place).getFileSystem(configuration);
  }

  /** Whether there is a file or a folder. */
  public boolean exists(String place) throws IOException {
    return isLocal(place) ? Files.exists(Paths.get(place)) : system(place).exists(new Path(place));
  }

  /** Whether there is a folder; false for nothing and for a file. */
  public boolean isFolder(String place) throws IOException {
    if (isLocal(place)) return Files.isDirectory(Paths.get(place));
    try {
      return system(place).getFileStatus(new Path(place)).isDirectory();
    } catch (FileNotFoundException none) {
      return false;
    }
  }

  public void makeFolder(String place) throws IOException {
    if (isLocal(place)) Files.createDirectories(Paths.get(place));
    else system(place).mkdirs(new Path(place));
  }

  /** To be closed. */
  public InputStream read(String place) throws IOException {
    return isLocal(place)
        ? Files.newInputStream(Paths.get(place))
        : system(place).open(new Path(place));
  }

  /** The names in a folder that need not exist; not for folders of photographs. */
  public List<String> names(String folder) throws IOException {
    if (!exists(folder)) return List.of();
    if (isLocal(folder))
      try (Stream<java.nio.file.Path> files = Files.list(Paths.get(folder))) {
        return files.map(file -> file.getFileName().toString()).collect(Collectors.toList());
      }
    return Stream.of(system(folder).listStatus(new Path(folder)))
        .map(file -> file.getPath().getName())
        .collect(Collectors.toList());
  }

  /** A file or a folder with all that is in it; need not exist. */
  public void delete(String place) throws IOException {
    if (!isLocal(place)) {
      system(place).delete(new Path(place), true);
      return;
    }
    if (!Files.exists(Paths.get(place))) return;
    List<java.nio.file.Path> files;
    try (Stream<java.nio.file.Path> all = Files.walk(Paths.get(place))) {
      files = all.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
    }
    for (java.nio.file.Path file : files) Files.deleteIfExists(file);
  }

  /** Writes a small file that must not be there yet: false where it is. */
  public boolean create(String place, byte[] bytes) throws IOException {
    try {
      if (isLocal(place)) {
        Files.write(
            Paths.get(place), bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return true;
      }
      try (OutputStream out = system(place).create(new Path(place), false)) {
        out.write(bytes);
      }
      return true;
    } catch (FileAlreadyExistsException | org.apache.hadoop.fs.FileAlreadyExistsException there) {
      return false;
    }
  }

  /** Writes a file whole or not at all, in the place of an earlier one. */
  public void write(String place, byte[] bytes) throws IOException {
    String part = part(place);
    try {
      create(part, bytes);
      replace(part, place);
    } catch (IOException e) {
      forget(part, e);
      throw e;
    }
  }

  /** Copies a file of this machine, whole or not at all, in the place of an earlier one. */
  public void put(java.nio.file.Path file, String place) throws IOException {
    String part = part(place);
    try {
      makeFolder(place.substring(0, place.lastIndexOf('/')));
      if (isLocal(part)) Files.copy(file, Paths.get(part));
      else
        try (OutputStream out = system(part).create(new Path(part), true)) {
          Files.copy(file, out);
        }
      replace(part, place);
    } catch (IOException e) {
      forget(part, e);
      throw e;
    }
  }

  private static String part(String place) {
    int name = place.lastIndexOf('/') + 1;
    return place.substring(0, name) + ".cavga-" + UUID.randomUUID() + ".part";
  }

  private void replace(String part, String place) throws IOException {
    if (isLocal(place)) {
      Files.move(
          Paths.get(part),
          Paths.get(place),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      return;
    }
    FileSystem system = system(place);
    try {
      FileContext.getFileContext(system.getUri(), configuration)
          .rename(new Path(part), new Path(place), Rename.OVERWRITE);
      return;
    } catch (UnsupportedFileSystemException thereAreTwoSteps) {
      if (system.rename(new Path(part), new Path(place))) return;
    }
    system.delete(new Path(place), false);
    if (!system.rename(new Path(part), new Path(place)))
      throw new IOException(place + " cannot be written; check permissions and the store.");
  }

  private void forget(String part, IOException reason) {
    try {
      delete(part);
    } catch (IOException alsoThis) {
      reason.addSuppressed(alsoThis);
    }
  }

  /** A small file's bytes; null where there is none. */
  public byte[] bytesOrNull(String place) throws IOException {
    try (InputStream in = read(place)) {
      return in.readAllBytes();
    } catch (FileNotFoundException | NoSuchFileException none) {
      return null;
    }
  }
}
