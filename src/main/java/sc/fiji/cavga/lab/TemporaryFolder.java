package sc.fiji.cavga.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder that goes with all that is in it when it is closed. */
public final class TemporaryFolder implements AutoCloseable {

  private final Path path;

  public TemporaryFolder() throws IOException {
    path = Files.createTempDirectory("cavga-");
  }

  public Path path() {
    return path;
  }

  /** How many bytes the files in it have. */
  long bytes() throws IOException {
    long bytes = 0;
    for (Path each : all()) if (Files.isRegularFile(each)) bytes += Files.size(each);
    return bytes;
  }

  private List<Path> all() throws IOException {
    try (Stream<Path> found = Files.walk(path)) {
      return found.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
    }
  }

  @Override
  public void close() throws IOException {
    for (Path each : all()) Files.delete(each);
  }
}
