package sc.fiji.cavga.compute.check;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Has a Java process compute the step, and waits for it no longer than a time. */
final class StepChild {

  /** A first start unpacks a library of 900 MB and has the card's driver prepare its code. */
  private static final long SECONDS = 180;

  private static final int MOST_WORDS = 300;

  private final ClassPath classPath;
  private final Class<?> main;
  private final List<String> options;
  private final long milliseconds;

  StepChild(ClassLoader loader, List<String> options) {
    this(ClassPath.of(loader), StepProcess.class, options, TimeUnit.SECONDS.toMillis(SECONDS));
  }

  /**
   * @param main gets the path of the file to write as its argument
   */
  StepChild(ClassPath classPath, Class<?> main, List<String> options, long milliseconds) {
    this.classPath = classPath;
    this.main = main;
    this.options = options;
    this.milliseconds = milliseconds;
  }

  /**
   * @throws NoNumbersException if that is the card's fault
   * @throws IOException if no process could be started
   */
  StepNumbers compute() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("cavga-check");
    try {
      Path result = folder.resolve("numbers.txt");
      Path log = folder.resolve("log.txt");
      int code = run(command(folder, result), log);
      if (code != 0)
        throw new NoNumbersException("its process ended with code " + code + printed(log));
      if (!Files.exists(result))
        throw new NoNumbersException("its process wrote no result" + printed(log));
      return StepNumbers.parse(new String(Files.readAllBytes(result), StandardCharsets.UTF_8));
    } finally {
      delete(folder);
    }
  }

  private int run(List<String> command, Path log) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      process.getOutputStream().close();
      if (process.waitFor(milliseconds, TimeUnit.MILLISECONDS)) return process.exitValue();
      throw new NoNumbersException(
          String.format(
              Locale.ROOT, "it was not done after %.0f seconds", Math.ceil(milliseconds / 1000.0)));
    } finally {
      process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
  }

  private List<String> command(Path folder, Path result) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Djava.awt.headless=true", "-D" + StepProcess.PROPERTY + "=true"));
    for (String name : System.getProperties().stringPropertyNames())
      if (name.startsWith("org.bytedeco."))
        command.add("-D" + name + "=" + System.getProperty(name));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath.jar(folder).toString()));
    command.add(main.getName());
    command.add(result.toString());
    return command;
  }

  /** The last line that says something, since libraries say there why they gave up. */
  private static String printed(Path log) throws IOException {
    String[] lines =
        new String(Files.readAllBytes(log), StandardCharsets.UTF_8).strip().split("\n");
    String last = lines[lines.length - 1].strip();
    return last.isEmpty() ? "" : ": " + last.substring(0, Math.min(last.length(), MOST_WORDS));
  }

  /** What a process that was just killed still holds, Windows takes away later. */
  private static void delete(Path folder) {
    File[] files = folder.toFile().listFiles();
    if (files != null) for (File file : files) if (!file.delete()) file.deleteOnExit();
    if (!folder.toFile().delete()) folder.toFile().deleteOnExit();
  }
}
