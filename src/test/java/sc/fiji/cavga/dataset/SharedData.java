package sc.fiji.cavga.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.junit.jupiter.api.Assumptions;

/** Real pictures beside the project, where there are any. */
public final class SharedData {

  private SharedData() {}

  /** Skips the test where the folder is absent. */
  public static Path folder(String name) {
    Path base = Paths.get("").toAbsolutePath().normalize();
    Path folder = base.resolveSibling("shared").resolve("data").resolve(name);
    Assumptions.assumeTrue(Files.isDirectory(folder), folder + " is not here");
    return folder;
  }
}
