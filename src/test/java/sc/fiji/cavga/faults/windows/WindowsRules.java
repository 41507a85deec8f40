package sc.fiji.cavga.faults.windows;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.regex.Pattern;

/**
 * The files of this machine by those rules of Windows that programs from elsewhere break: names
 * that it does not have, names that differ by the case of letters alone, files that are replaced
 * while they are open, and names that come back before the last one has closed what was deleted.
 *
 * <p>As {@code -Djava.nio.file.spi.DefaultFileSystemProvider} a whole program runs by them. What
 * opens files without {@code java.nio.file} is not seen.
 */
public final class WindowsRules extends FileSystemProvider {

  /** What Windows says, in the system's language. */
  private static final String IN_USE =
      "The process cannot access the file because it is being used by another process.";

  private static final String NO_NAME =
      "The filename, directory name, or volume label syntax is incorrect.";

  private static final Pattern REFUSED =
      Pattern.compile(
          ".*[\\x00-\\x1f<>:\"\\\\|?*].*|.*[ .]|(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?",
          Pattern.DOTALL);

  private static final Set<String> CREATING = Set.of("CREATE", "CREATE_NEW");

  private final FileSystemProvider real;
  private final FileSystem files;

  private volatile boolean locks = true;

  /** How often each file is open. */
  private final Map<Path, Integer> open = new ConcurrentHashMap<>();

  /** Deleted while they were open. */
  private final Set<Path> leaving = ConcurrentHashMap.newKeySet();

  /** What another program has open, and for how many tries. */
  private final Map<Path, Integer> held = new ConcurrentHashMap<>();

  /** Over the provider of the machine's own files, as Java itself asks for it. */
  public WindowsRules(FileSystemProvider real) {
    this.real = real;
    this.files = new RuledFileSystem(this, real.getFileSystem(URI.create("file:///")));
  }

  /** A file by these rules. */
  public Path of(Path file) {
    return RuledPath.of(files, file);
  }

  /** From now on files cannot be locked, as in shared folders of some servers. */
  public void refuseLocks() {
    locks = false;
  }

  /** From now on another program has it open. */
  public void hold(Path file) {
    hold(file, Integer.MAX_VALUE);
  }

  /**
   * The same, as a virus scanner has it, for a moment.
   *
   * @param tries in vain to do something with it, until it has been closed
   */
  public void hold(Path file, int tries) {
    held.put(key(file), tries);
  }

  /** The other program has closed all. */
  public void release() {
    held.clear();
  }

  private static Path key(Path file) {
    return RuledPath.real(file).toAbsolutePath().normalize();
  }

  private boolean isHeld(Path file) {
    return held.computeIfPresent(key(file), (path, tries) -> tries == 1 ? null : tries - 1) != null;
  }

  private static FileSystemException inUse(Path file) {
    return new FileSystemException(file.toString(), null, IN_USE);
  }

  /** Before a file or folder is made: its name must be one, and be free for any case of letters. */
  private void requireName(Path file) throws IOException {
    Path path = key(file);
    if (leaving.contains(path)) throw new AccessDeniedException(file.toString());
    if (path.getFileName() == null || Files.exists(path, LinkOption.NOFOLLOW_LINKS)) return;
    String name = path.getFileName().toString();
    if (REFUSED.matcher(name).matches())
      throw new FileSystemException(file.toString(), null, NO_NAME);
    if (path.getParent() == null || !Files.isDirectory(path.getParent())) return;
    try (DirectoryStream<Path> beside = Files.newDirectoryStream(path.getParent())) {
      for (Path other : beside) {
        String taken = other.getFileName().toString();
        // Another thread may have made the very same one meanwhile: that is not for the name.
        if (taken.equalsIgnoreCase(name) && !taken.equals(name))
          throw new FileSystemException(file.toString(), other.toString(), "It is the same file.");
      }
    }
  }

  private static boolean creates(Set<? extends OpenOption> options) {
    return options.stream().anyMatch(option -> CREATING.contains(option.toString()));
  }

  private void opened(Path file) {
    open.merge(key(file), 1, Integer::sum);
  }

  /** Of a file that was open. */
  void closed(Path file) {
    Path path = key(file);
    if (open.computeIfPresent(path, (name, count) -> count == 1 ? null : count - 1) == null)
      leaving.remove(path);
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path file, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return newFileChannel(file, options, attributes);
  }

  @Override
  public FileChannel newFileChannel(
      Path file, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    if (creates(options)) requireName(file);
    FileChannel channel = real.newFileChannel(RuledPath.real(file), options, attributes);
    opened(file);
    return new RuledChannel(channel, locks, () -> closed(file));
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    requireName(folder);
    real.createDirectory(RuledPath.real(folder), attributes);
  }

  @Override
  public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes)
      throws IOException {
    requireName(link);
    real.createSymbolicLink(RuledPath.real(link), RuledPath.real(target), attributes);
  }

  @Override
  public Path readSymbolicLink(Path link) throws IOException {
    return of(real.readSymbolicLink(RuledPath.real(link)));
  }

  @Override
  public void delete(Path file) throws IOException {
    if (Files.exists(RuledPath.real(file)) && isHeld(file)) throw inUse(file);
    if (leaving.stream().anyMatch(other -> key(file).equals(other.getParent())))
      throw new DirectoryNotEmptyException(file.toString());
    real.delete(RuledPath.real(file));
    if (open.containsKey(key(file))) leaving.add(key(file));
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) throws IOException {
    requireReplaceable(target);
    real.copy(RuledPath.real(source), RuledPath.real(target), options);
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    if (isHeld(source)) throw inUse(source);
    requireReplaceable(target);
    real.move(RuledPath.real(source), RuledPath.real(target), options);
  }

  /** Also what this program itself has open stays. */
  private void requireReplaceable(Path target) throws IOException {
    requireName(target);
    if (!Files.exists(RuledPath.real(target))) return;
    if (isHeld(target)) throw inUse(target);
    if (open.containsKey(key(target))) throw new AccessDeniedException(target.toString());
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    DirectoryStream<Path> stream =
        real.newDirectoryStream(RuledPath.real(folder), path -> filter.accept(of(path)));
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        Iterator<Path> each = stream.iterator();
        return new Iterator<>() {
          @Override
          public boolean hasNext() {
            return each.hasNext();
          }

          @Override
          public Path next() {
            return of(each.next());
          }
        };
      }

      @Override
      public void close() throws IOException {
        stream.close();
      }
    };
  }

  @Override
  public String getScheme() {
    return "file";
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> environment) throws IOException {
    return real.newFileSystem(uri, environment);
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    return files;
  }

  @Override
  public Path getPath(URI uri) {
    return of(real.getPath(uri));
  }

  @Override
  public AsynchronousFileChannel newAsynchronousFileChannel(
      Path file,
      Set<? extends OpenOption> options,
      ExecutorService executor,
      FileAttribute<?>... attributes)
      throws IOException {
    return real.newAsynchronousFileChannel(RuledPath.real(file), options, executor, attributes);
  }

  @Override
  public boolean isSameFile(Path file, Path other) throws IOException {
    return real.isSameFile(RuledPath.real(file), RuledPath.real(other));
  }

  @Override
  public boolean isHidden(Path file) throws IOException {
    return real.isHidden(RuledPath.real(file));
  }

  @Override
  public FileStore getFileStore(Path file) throws IOException {
    return real.getFileStore(RuledPath.real(file));
  }

  @Override
  public void checkAccess(Path file, AccessMode... modes) throws IOException {
    real.checkAccess(RuledPath.real(file), modes);
  }

  @Override
  public <V extends FileAttributeView> V getFileAttributeView(
      Path file, Class<V> type, LinkOption... options) {
    if (type == PosixFileAttributeView.class) return null;
    return real.getFileAttributeView(RuledPath.real(file), type, options);
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path file, Class<A> type, LinkOption... options) throws IOException {
    if (type == PosixFileAttributes.class) throw new UnsupportedOperationException();
    return real.readAttributes(RuledPath.real(file), type, options);
  }

  @Override
  public Map<String, Object> readAttributes(Path file, String attributes, LinkOption... options)
      throws IOException {
    return real.readAttributes(RuledPath.real(file), attributes, options);
  }

  @Override
  public void setAttribute(Path file, String attribute, Object value, LinkOption... options)
      throws IOException {
    real.setAttribute(RuledPath.real(file), attribute, value, options);
  }
}
