package sc.fiji.cavga.faults.windows;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** This machine's files, whose paths lead to {@link WindowsRules}. */
final class RuledFileSystem extends FileSystem {

  private final WindowsRules rules;
  private final FileSystem real;

  RuledFileSystem(WindowsRules rules, FileSystem real) {
    this.rules = rules;
    this.real = real;
  }

  @Override
  public FileSystemProvider provider() {
    return rules;
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public boolean isReadOnly() {
    return false;
  }

  @Override
  public String getSeparator() {
    return real.getSeparator();
  }

  @Override
  public Iterable<Path> getRootDirectories() {
    List<Path> roots = new ArrayList<>();
    for (Path root : real.getRootDirectories()) roots.add(RuledPath.of(this, root));
    return roots;
  }

  @Override
  public Iterable<FileStore> getFileStores() {
    return real.getFileStores();
  }

  /** Windows knows no others. */
  @Override
  public Set<String> supportedFileAttributeViews() {
    return Set.of("basic", "dos", "acl", "owner");
  }

  @Override
  public Path getPath(String first, String... more) {
    return RuledPath.of(this, real.getPath(first, more));
  }

  @Override
  public PathMatcher getPathMatcher(String pattern) {
    PathMatcher matcher = real.getPathMatcher(pattern);
    return path -> matcher.matches(RuledPath.real(path));
  }

  @Override
  public UserPrincipalLookupService getUserPrincipalLookupService() {
    return real.getUserPrincipalLookupService();
  }

  @Override
  public WatchService newWatchService() throws IOException {
    return real.newWatchService();
  }
}
