package sc.fiji.cavga.faults.windows;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Objects;

/** A path of this machine in {@link RuledFileSystem}. */
final class RuledPath implements Path {

  private final FileSystem files;
  private final Path real;

  private RuledPath(FileSystem files, Path real) {
    this.files = files;
    this.real = real;
  }

  /** Null of null. */
  static Path of(FileSystem files, Path path) {
    return path == null ? null : new RuledPath(files, real(path));
  }

  /** The path that the machine itself knows. */
  static Path real(Path path) {
    return path instanceof RuledPath ? ((RuledPath) path).real : path;
  }

  private Path like(Path path) {
    return of(files, path);
  }

  @Override
  public FileSystem getFileSystem() {
    return files;
  }

  @Override
  public boolean isAbsolute() {
    return real.isAbsolute();
  }

  @Override
  public Path getRoot() {
    return like(real.getRoot());
  }

  @Override
  public Path getFileName() {
    return like(real.getFileName());
  }

  @Override
  public Path getParent() {
    return like(real.getParent());
  }

  @Override
  public int getNameCount() {
    return real.getNameCount();
  }

  @Override
  public Path getName(int index) {
    return like(real.getName(index));
  }

  @Override
  public Path subpath(int from, int to) {
    return like(real.subpath(from, to));
  }

  @Override
  public boolean startsWith(Path other) {
    return real.startsWith(real(other));
  }

  @Override
  public boolean endsWith(Path other) {
    return real.endsWith(real(other));
  }

  @Override
  public Path normalize() {
    return like(real.normalize());
  }

  @Override
  public Path resolve(Path other) {
    return like(real.resolve(real(other)));
  }

  @Override
  public Path relativize(Path other) {
    return like(real.relativize(real(other)));
  }

  @Override
  public URI toUri() {
    return real.toUri();
  }

  @Override
  public Path toAbsolutePath() {
    return like(real.toAbsolutePath());
  }

  @Override
  public Path toRealPath(LinkOption... options) throws IOException {
    return like(real.toRealPath(options));
  }

  @Override
  public File toFile() {
    return new File(real.toString());
  }

  @Override
  public WatchKey register(
      WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers)
      throws IOException {
    return real.register(watcher, events, modifiers);
  }

  @Override
  public int compareTo(Path other) {
    return real.compareTo(real(other));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RuledPath && real.equals(((RuledPath) other).real);
  }

  @Override
  public int hashCode() {
    return Objects.hash(real);
  }

  @Override
  public String toString() {
    return real.toString();
  }
}
