package sc.fiji.cavga.compute;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A Java process of its own, as ND4J starts once in each. */
public final class ForkedJava {

  /** One of Java's compilers alone: the other takes longer than such a process lasts. */
  public static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

  private final String console;
  private final int exitCode;

  private ForkedJava(String console, int exitCode) {
    this.console = console;
    this.exitCode = exitCode;
  }

  /** Runs a main class with this test's class path, less the entries that are not kept. */
  public static ForkedJava run(Predicate<String> keep, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add("-Xmx256m");
    words.add(SHORT_LIVED);
    words.add("-cp");
    words.add(classPath().stream().filter(keep).collect(Collectors.joining(File.pathSeparator)));
    words.add(main.getName());
    words.addAll(List.of(arguments));
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String console = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
    return new ForkedJava(console, process.waitFor());
  }

  public static List<String> classPath() {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.asList(path.split(File.pathSeparator));
  }

  /** All that the process printed. */
  public String console() {
    return console;
  }

  public int exitCode() {
    return exitCode;
  }
}
