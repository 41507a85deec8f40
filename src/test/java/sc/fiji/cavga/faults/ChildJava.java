package sc.fiji.cavga.faults;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.cavga.compute.ForkedJava;

/** A Java process with this test's class path that a test may kill, starve or cut off. */
public final class ChildJava {

  private final List<String> command = new ArrayList<>();
  private final Path log;

  /**
   * @param log what it prints, overwritten
   * @param options of Java itself
   */
  public ChildJava(Path log, List<String> options, Class<?> main, String... arguments) {
    this.log = log;
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx256m");
    command.add(ForkedJava.SHORT_LIVED);
    command.add("-Djava.awt.headless=true");
    command.addAll(options);
    command.add("-cp");
    command.add(String.join(File.pathSeparator, ForkedJava.classPath()));
    command.add(main.getName());
    command.addAll(List.of(arguments));
  }

  /** Behind another program, such as one that takes its network away. */
  public ChildJava behind(String... words) {
    command.addAll(0, List.of(words));
    return this;
  }

  /** For a shell: the command with each word in quotes. */
  public String quoted() {
    StringBuilder line = new StringBuilder();
    for (String word : command) line.append('\'').append(word).append("' ");
    return line.toString();
  }

  /** What it prints goes to the log. */
  public Process start() throws IOException {
    Files.createDirectories(log.getParent());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  /** Runs it to its end, which must be a good one. */
  public void run() throws IOException, InterruptedException {
    int code = start().waitFor();
    if (code != 0) throw new AssertionError("exit code " + code + ": " + printed());
  }

  /** What the last process has printed so far, in whatever character set. */
  public String printed() throws IOException {
    return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
  }
}
