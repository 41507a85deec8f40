package sc.fiji.cavga.bare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A screen that nobody sees: the X server Xvfb, until it is closed. */
final class VirtualScreen implements AutoCloseable {

  private final Process server;
  private final String display;

  private VirtualScreen(Process server, String display) {
    this.server = server;
    this.display = display;
  }

  /** Empty where Xvfb is not installed. */
  static Optional<Path> program() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(Pattern.quote(File.pathSeparator)))
        .map(folder -> Paths.get(folder, "Xvfb"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** It chooses a display that is free and says which. */
  static VirtualScreen start() throws IOException {
    Process server =
        new ProcessBuilder(
                program().orElseThrow().toString(),
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1280x900x24",
                "-nolisten",
                "tcp",
                // Otherwise it starts anew when a program has ended, and refuses the next one.
                "-noreset")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader says =
        new BufferedReader(
            new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII));
    String number = says.readLine();
    if (number == null) {
      server.destroyForcibly();
      throw new IOException("Xvfb did not start.");
    }
    return new VirtualScreen(server, ":" + number.trim());
  }

  /** Runs a program of the test's class path to its end on such a screen; it must end well. */
  static void run(Class<?> main, Path argument) throws IOException, InterruptedException {
    Path java = Paths.get(System.getProperty("java.home"), "bin", "java");
    String path = System.getProperty("java.class.path");
    try (VirtualScreen screen = start()) {
      ProcessBuilder builder =
          new ProcessBuilder(java.toString(), "-cp", path, main.getName(), argument.toString());
      builder.environment().put("DISPLAY", screen.display());
      assertEquals(0, builder.inheritIO().start().waitFor());
    }
  }

  String display() {
    return display;
  }

  @Override
  public void close() {
    server.destroyForcibly();
  }
}
