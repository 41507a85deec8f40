package sc.fiji.cavga.compute.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Properties;

/** The outcomes of earlier trials, in a file of the user's; the launcher has its archive there. */
final class CheckMemory {

  private static final String FILE = "card-checks.properties";

  private final Path folder;

  CheckMemory(Path folder) {
    this.folder = folder;
  }

  /** In the user's folder for what programs may forget. */
  static CheckMemory ofUser() {
    String home = System.getProperty("user.home", "");
    boolean windows =
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    String place = System.getenv(windows ? "LOCALAPPDATA" : "XDG_CACHE_HOME");
    Path parent =
        place != null && !place.isEmpty()
            ? Path.of(place)
            : windows ? Path.of(home, "AppData", "Local") : Path.of(home, ".cache");
    return new CheckMemory(parent.resolve("cavga"));
  }

  /** Null where there is none, or none that can be read: then the card is tried out again. */
  CheckOutcome recall(String card) {
    return CheckOutcome.parse(read().getProperty(card));
  }

  /** Where it cannot be written, the card is tried out again next time. */
  void keep(String card, CheckOutcome outcome) {
    Properties outcomes = read();
    outcomes.setProperty(card, outcome.toString());
    try {
      Files.createDirectories(folder);
      Path temporary = Files.createTempFile(folder, FILE, ".tmp");
      try {
        try (OutputStream out = Files.newOutputStream(temporary)) {
          outcomes.store(out, null);
        }
        Files.move(temporary, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException | SecurityException notKept) {
      // A trial more costs a minute and no result.
    }
  }

  private Properties read() {
    Properties outcomes = new Properties();
    Path file = folder.resolve(FILE);
    if (!Files.isReadable(file)) return outcomes;
    try (InputStream in = Files.newInputStream(file)) {
      outcomes.load(in);
    } catch (IOException | IllegalArgumentException damaged) {
      return new Properties();
    }
    return outcomes;
  }
}
