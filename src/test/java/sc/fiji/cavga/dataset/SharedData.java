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
    return existing("data/" + name);
  }

  /** An input that has failed once; skips the test where it is absent. */
  public static Path failedCase(String name) {
    return existing("cases/" + name);
  }

  private static Path existing(String name) {
    Path base = Paths.get("").toAbsolutePath().normalize();
    Path path = base.resolveSibling("shared").resolve(name);
    Assumptions.assumeTrue(Files.exists(path), path + " is not here");
    return path;
  }
}
