package sc.fiji.cavga.spark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A Spark of some version, whose masters, workers and drivers are processes of their own. */
final class Sparks implements AutoCloseable {

  static final String JAR = System.getProperty("cavga.spark.jar");

  private static final List<String> OPENED =
      List.of(
          "java.lang",
          "java.lang.invoke",
          "java.lang.reflect",
          "java.io",
          "java.net",
          "java.nio",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "sun.nio.ch",
          "sun.nio.cs",
          "sun.security.action",
          "sun.util.calendar");

  private final Path folder;
  private final String scala;
  private final Path home;
  private final Map<String, String> environment = new TreeMap<>();
  private final List<Process> workers = new ArrayList<>();
  private final List<Process> started = new ArrayList<>();
  private String master = "local[2]";
  private int logs;

  /**
   * @param folder for logs and scratch
   * @param version 3.5 or 4.0
   */
  Sparks(Path folder, String version) throws IOException {
    String classPaths = System.getProperty("cavga.spark");
    Assumptions.assumeTrue(
        classPaths != null, "only mvn -f src/spark/pom.xml verify has the jar and Spark");
    this.folder = Files.createDirectories(folder);
    scala = version.startsWith("3") ? "2.12" : "2.13";
    home = Files.createDirectories(Path.of(classPaths, "home-" + version));
    Path jars = Files.createDirectories(home.resolve("jars"));
    for (String jar :
        Files.readString(Path.of(classPaths, version + ".classpath")).trim().split(":"))
      try {
        Files.createSymbolicLink(jars.resolve(Path.of(jar).getFileName()), Path.of(jar));
      } catch (FileAlreadyExistsException twice) {
        continue;
      }
    Files.createDirectories(home.resolve("conf"));
    Files.writeString(
        home.resolve("conf/log4j2.properties"),
        "rootLogger.level = warn\nrootLogger.appenderRef.stderr.ref = console\n"
            + "appender.console.type = Console\nappender.console.name = console\n"
            + "appender.console.target = SYSTEM_ERR\nappender.console.layout.type = PatternLayout\n"
            + "appender.console.layout.pattern = %d %p %c{1}: %m%n\n");
    // Hadoop's shell refuses to begin without one.
    Files.writeString(home.resolve("conf/core-site.xml"), "<configuration/>\n");
    environment.put("SPARK_HOME", home.toString());
    environment.put("SPARK_SCALA_VERSION", scala);
    environment.put("SPARK_LOCAL_IP", "127.0.0.1");
    environment.put("SPARK_LOCAL_HOSTNAME", "localhost");
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("LC_ALL", "C.UTF-8");
    environment.put(
        "SPARK_LOCAL_DIRS", Files.createDirectories(folder.resolve("scratch")).toString());
  }

  /** For all processes that are started from now on. */
  Sparks with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** A master and two workers with a core each; what is submitted from now on goes there. */
  Sparks cluster() throws IOException, InterruptedException {
    int port = freePort();
    master = "spark://localhost:" + port;
    start(
        "-Xmx256m",
        "org.apache.spark.deploy.master.Master",
        List.of("--host", "localhost", "--port", "" + port, "--webui-port", "0"));
    await(() -> listens(port), "the master");
    for (int i = 0; i < 2; i++)
      workers.add(
          start(
              "-Xmx256m",
              "org.apache.spark.deploy.worker.Worker",
              List.of(
                  "--host",
                  "localhost",
                  "--cores",
                  "1",
                  "--memory",
                  "1g",
                  "--webui-port",
                  "0",
                  "--work-dir",
                  Files.createDirectories(folder.resolve("work" + i)).toString(),
                  master)));
    return this;
  }

  Process worker(int number) {
    return workers.get(number);
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  /** What a test waits for. */
  interface Condition {
    boolean holds() throws IOException;
  }

  static void await(Condition condition, String what) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(30);
    while (!condition.holds()) {
      if (System.nanoTime() > end) Assertions.fail("waited for " + what + " for half an hour");
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private List<String> java(String heap, String main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(heap);
    for (String opened : OPENED) command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
    command.add("-Djdk.reflect.useDirectMethodHandle=false");
    command.add("-cp");
    command.add(home.resolve("conf") + ":" + home.resolve("jars") + "/*");
    command.add(main);
    command.addAll(arguments);
    return command;
  }

  /** A process with this Spark's class path. */
  Process start(String heap, String main, List<String> arguments) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(java(heap, main, arguments));
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(log(++logs).toFile());
    Process process = builder.start();
    started.add(process);
    return process;
  }

  private Path log(int number) {
    return folder.resolve("log-" + number);
  }

  /** What the process that was started last has printed. */
  String printed() throws IOException {
    return new String(Files.readAllBytes(log(logs)), StandardCharsets.UTF_8);
  }

  private List<String> submission(List<String> options, String... arguments) {
    List<String> all =
        new ArrayList<>(List.of("--master", master, "--conf", "spark.ui.enabled=false"));
    all.addAll(List.of("--conf", "spark.executor.memory=600m"));
    all.addAll(options);
    all.add(JAR);
    all.addAll(List.of(arguments));
    return all;
  }

  /** Submits the jar with these arguments, and does not wait. */
  Process begin(List<String> options, String... arguments) throws IOException {
    return start("-Xmx600m", "org.apache.spark.deploy.SparkSubmit", submission(options, arguments));
  }

  /** For a shell, with the variables that it needs. */
  String quoted(String... arguments) {
    StringBuilder line = new StringBuilder();
    environment.forEach((name, value) -> line.append(name + "='" + value + "' "));
    for (String word :
        java("-Xmx600m", "org.apache.spark.deploy.SparkSubmit", submission(List.of(), arguments)))
      line.append('\'').append(word).append("' ");
    return line.toString();
  }

  /** Submits, waits and gives what was printed. */
  String run(int exitCode, List<String> options, String... arguments)
      throws IOException, InterruptedException {
    int code = begin(options, arguments).waitFor();
    Assertions.assertEquals(exitCode, code, this::printedOrNot);
    return printed();
  }

  private String printedOrNot() {
    try {
      return printed();
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Kills a process and what it has started, but leaves alone what looks at pictures. */
  static List<ProcessHandle> kill(Process process) {
    List<ProcessHandle> orphans = new ArrayList<>();
    List<ProcessHandle> all = new ArrayList<>();
    process.descendants().forEach(all::add);
    process.destroyForcibly();
    for (ProcessHandle each : all)
      if (each.info().commandLine().orElse("").contains("PictureProcess")) orphans.add(each);
      else each.destroyForcibly();
    return orphans;
  }

  @Override
  public void close() {
    for (Process process : started) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
