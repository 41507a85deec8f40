package sc.fiji.cavga.spark.work;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import sc.fiji.cavga.spark.ArchiveException;

/** A Java that looks at pictures, seen from the one that has started it: {@link PictureProcess}. */
public final class PictureJava implements AutoCloseable {

  /** Seconds that a machine may take to unpack the natives and to read the model. */
  private static final double START = 900;

  /** That it ended, or that it took too long; the message continues "the Java that reads it". */
  static final class LostException extends Exception {
    private static final long serialVersionUID = 1L;

    LostException(String how) {
      super(how);
    }
  }

  private final double seconds;
  private final Process process;
  private final BlockingQueue<Optional<JsonObject>> answers = new LinkedBlockingQueue<>();
  private final JsonObject description;
  private final Path results;

  /**
   * Starts it, and waits until it has read the model.
   *
   * @param model file that is called as the model is
   * @param folder of this Java alone, for what it leaves; natives are unpacked beside it
   * @throws IOException with one sentence when it cannot work here
   */
  public PictureJava(PictureSettings settings, Path model, Path folder)
      throws IOException, InterruptedException {
    seconds = settings.seconds;
    results = Files.createDirectories(folder.resolve("results"));
    Path log = folder.resolve("log");
    process = start(command(settings, model, folder), folder, log);
    Thread reader = new Thread(this::read, "CAVGA answers");
    reader.setDaemon(true);
    reader.start();
    try {
      description = answer(START);
    } catch (LostException lost) {
      close();
      throw new ArchiveException(
          "The Java that looks at pictures cannot start (it "
              + lost.getMessage()
              + "; "
              + lastLine(log)
              + "): look whether this machine has the memory and the disk for it.",
          lost);
    } catch (InterruptedException e) {
      close();
      throw e;
    }
    if (!description.has("refused")) return;
    close();
    throw new ArchiveException(description.get("refused").getAsString());
  }

  private List<String> command(PictureSettings settings, Path model, Path folder) {
    return List.of(
        Paths.get(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + settings.memory,
        "-XX:+UseSerialGC",
        "-XX:ErrorFile=" + folder.resolve("crash.log"),
        "-Djava.awt.headless=true",
        "-Djava.io.tmpdir=" + folder,
        "-Dorg.bytedeco.javacpp.cachedir=" + folder.resolveSibling("natives"),
        "-cp",
        String.join(File.pathSeparator, classPath()),
        PictureProcess.class.getName(),
        settings.json(),
        model.toString(),
        results.toString());
  }

  private static Process start(List<String> command, Path folder, Path log) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectError(log.toFile());
    Map<String, String> environment = builder.environment();
    // One core for each task; its threads would only stand in each other's way.
    environment.put("OMP_NUM_THREADS", "1");
    // For file names with letters beyond ASCII.
    environment.putIfAbsent("LC_ALL", "C.UTF-8");
    return builder.start();
  }

  /** The jar of this class and those that were given beside it, without Spark's own. */
  private static Set<String> classPath() {
    Set<String> path = new LinkedHashSet<>();
    try {
      URL own = PictureJava.class.getProtectionDomain().getCodeSource().getLocation();
      path.add(Paths.get(own.toURI()).toString());
      for (ClassLoader loader = Thread.currentThread().getContextClassLoader();
          loader != null;
          loader = around(loader))
        if (loader instanceof URLClassLoader)
          for (URL url : ((URLClassLoader) loader).getURLs())
            if (url.getProtocol().equals("file")) path.add(Paths.get(url.toURI()).toString());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("A jar has an address that is none.", e);
    }
    return path;
  }

  /**
   * Where a loader looks for what it has not. Tasks of tables in Spark 4 have one that names none
   * as its parent, and has it all the same.
   */
  private static ClassLoader around(ClassLoader loader) {
    if (loader.getParent() != null) return loader.getParent();
    try {
      return (ClassLoader) loader.getClass().getMethod("parentLoader").invoke(loader);
    } catch (ReflectiveOperationException outermost) {
      return null;
    }
  }

  private void read() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine())
        if (line.startsWith(PictureProcess.MARK))
          answers.add(
              Optional.of(
                  new Gson()
                      .fromJson(line.substring(PictureProcess.MARK.length()), JsonObject.class)));
    } catch (IOException | JsonParseException cutOff) {
      process.destroyForcibly();
    } finally {
      answers.add(Optional.empty());
    }
  }

  private JsonObject answer(double seconds) throws LostException, InterruptedException {
    Optional<JsonObject> answer = answers.poll((long) (seconds * 1000), TimeUnit.MILLISECONDS);
    if (answer == null) throw new LostException("took more than " + plain(seconds) + " seconds");
    if (answer.isPresent()) return answer.get();
    process.waitFor(10, TimeUnit.SECONDS);
    throw new LostException(
        "ended" + (process.isAlive() ? "" : " with exit code " + process.exitValue()));
  }

  static String plain(double seconds) {
    return seconds == Math.rint(seconds) ? String.valueOf((long) seconds) : String.valueOf(seconds);
  }

  private static String lastLine(Path log) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(log, StandardCharsets.ISO_8859_1));
    lines.removeIf(String::isBlank);
    return lines.isEmpty() ? "it printed nothing" : "it printed " + lines.get(lines.size() - 1);
  }

  /** Its settings, columns and tables. */
  public JsonObject description() {
    return description;
  }

  /** Where it writes maps, overlays, selections and label images. */
  Path results() {
    return results;
  }

  /**
   * Has a file looked at.
   *
   * @param name of what is written of it
   * @throws LostException when it ended, or took too long: it is of no more use
   * @throws IOException with one sentence when it cannot write
   */
  JsonObject look(String image, Path file, String name)
      throws IOException, LostException, InterruptedException {
    JsonObject question = new JsonObject();
    question.addProperty("image", image);
    question.addProperty("path", file.toString());
    question.addProperty("name", name);
    return ask(question);
  }

  /** Asks whether a file looks like a mask; errors as in {@link #look}. */
  boolean looksLikeMask(Path file) throws IOException, LostException, InterruptedException {
    JsonObject question = new JsonObject();
    question.addProperty(PictureProcess.MASK, file.toString());
    return ask(question).get(PictureProcess.MASK).getAsBoolean();
  }

  private JsonObject ask(JsonObject question)
      throws IOException, LostException, InterruptedException {
    try {
      OutputStream in = process.getOutputStream();
      in.write((question + "\n").getBytes(StandardCharsets.UTF_8));
      in.flush();
    } catch (IOException gone) {
      // It has ended; what is asked next says how.
    }
    JsonObject answer = answer(seconds);
    if (answer.has("refused")) throw new ArchiveException(answer.get("refused").getAsString());
    return answer;
  }

  /** Ends it and waits until it has gone. */
  void end() throws InterruptedException {
    close();
    process.waitFor();
  }

  /** Ends it, whatever it does. */
  @Override
  public void close() {
    process.destroyForcibly();
  }
}
