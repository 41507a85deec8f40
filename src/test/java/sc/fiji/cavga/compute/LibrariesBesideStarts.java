package sc.fiji.cavga.compute;

import java.nio.file.Files;
import java.nio.file.Path;

/** What a forked Java process does: loads one library after the other while threads start. */
final class LibrariesBesideStarts {

  private static final int LIBRARIES = 600;

  private LibrariesBesideStarts() {}

  /**
   * @param arguments a folder for copies of a library
   */
  public static void main(String... arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Path library = Path.of(System.getProperty("java.home"), "lib", "libprefs.so");
    for (int i = 0; i < LIBRARIES; i++) Files.copy(library, copy(folder, i));
    ComputeBackend.start();
    Thread starting =
        new Thread(
            () -> {
              while (true) ComputeBackend.start().device();
            });
    starting.setDaemon(true);
    starting.start();
    for (int i = 0; i < LIBRARIES; i++) System.load(copy(folder, i).toString());
    Runtime.getRuntime().halt(0);
  }

  private static Path copy(Path folder, int index) {
    return folder.resolve("lib" + index + ".so");
  }
}
