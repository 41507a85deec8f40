package sc.fiji.cavga.spark.work;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.security.AccessControlException;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.util.TaskCompletionListener;
import sc.fiji.cavga.io.Fingerprint;
import sc.fiji.cavga.localize.folder.output.ResultTables;
import sc.fiji.cavga.spark.ArchiveException;
import sc.fiji.cavga.spark.store.Store;

/**
 * One file after the other: brought to this machine where it is not, looked at, what was written of
 * it brought to the output. Only what is wrong with the run is thrown; what is wrong with a file is
 * a row.
 */
final class FileWork {

  /** What came out of a file. */
  static final class Outcome {
    final String host;

    /** A row for each picture, in the columns of {@link RowColumns#PICTURE}. */
    final Row[] pictures;

    Outcome(String host, List<Row> pictures) {
      this.host = host;
      this.pictures = pictures.toArray(new Row[0]);
    }
  }

  private final RunParts parts;
  private final Store store;
  private final ExecutorJavas javas;
  private final Fetching fetching;
  private final String host;

  /** Null before the first file, and where the last one has cost it. */
  private PictureJava java;

  private boolean busy;

  private FileWork(RunParts parts) throws IOException {
    this.parts = parts;
    store = parts.store();
    javas = ExecutorJavas.of(parts);
    fetching = new Fetching(store, javas);
    host = InetAddress.getLocalHost().getHostName();
  }

  /** That of the task which asks; its Java is given back when the task ends. */
  static FileWork ofTask(RunParts parts) throws IOException {
    FileWork work = new FileWork(parts);
    TaskCompletionListener end = task -> work.end(task.isInterrupted());
    TaskContext.get().addTaskCompletionListener(end);
    return work;
  }

  /** That a file will be looked at: each is announced once, in order. */
  void announce(String place) {
    if (!Store.isLocal(place)) fetching.announce(place);
  }

  /**
   * @param number of the file in the plan
   * @param place where it lies
   * @param image what tables call it
   */
  Outcome look(long number, String place, String image) {
    long start = System.nanoTime();
    String name = outputName(number, image);
    return of(
        place,
        file -> new Outcome(host, rows(ask(with -> with.look(image, file, name)), file, place)),
        message -> failed(image, message, start));
  }

  /** Whether a file looks like a mask; false for what cannot be read, so that its row says so. */
  boolean looksLikeMask(String place) {
    return of(place, file -> ask(with -> with.looksLikeMask(file)), message -> false);
  }

  /** What a file that is on this machine is asked. */
  private interface Question<T> {
    T of(Path file) throws IOException, InterruptedException, PictureJava.LostException;
  }

  /**
   * @param failed what comes out where the file is at fault, by what is said of it
   */
  private <T> T of(String place, Question<T> question, Function<String, T> failed) {
    try {
      try {
        return brought(place, question);
      } catch (IOException e) {
        if (e instanceof ArchiveException) throw e;
        requireRoots(place, e);
        return failed.apply(unreadable(place, e));
      } catch (IllegalArgumentException e) {
        return failed.apply(unreadable(place, new IOException(e.getMessage(), e)));
      } catch (PictureJava.LostException lost) {
        return failed.apply(twice(place, lost));
      }
    } catch (IOException e) {
      throw new RunFailure(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("The task was ended.");
    }
  }

  /** What Spark is to tell of: its own message is the sentence. */
  static final class RunFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RunFailure(IOException cause) {
      super(cause);
    }
  }

  private <T> T brought(String place, Question<T> question)
      throws IOException, InterruptedException, PictureJava.LostException {
    if (Store.isLocal(place)) {
      Path file = Paths.get(place);
      if (!Files.exists(file)) requireRoots(place, new NoSuchFileException(place));
      return question.of(file);
    }
    Path copy = fetching.next();
    try {
      return question.of(copy);
    } finally {
      Fetching.forget(copy);
    }
  }

  /** What a Java for pictures is asked. */
  private interface Asking<T> {
    T of(PictureJava java) throws IOException, InterruptedException, PictureJava.LostException;
  }

  /** Asks, and once more in a new Java where that has cost the first one. */
  private <T> T ask(Asking<T> asking)
      throws IOException, InterruptedException, PictureJava.LostException {
    busy = true;
    if (java == null) java = javas.take();
    T answer;
    try {
      answer = asking.of(java);
    } catch (PictureJava.LostException first) {
      lose();
      java = javas.fresh();
      try {
        answer = asking.of(java);
      } catch (PictureJava.LostException second) {
        lose();
        busy = false;
        throw second;
      }
    }
    busy = false;
    return answer;
  }

  private void lose() {
    java.close();
    java = null;
  }

  /** To be called once, when no more files come. */
  synchronized void end(boolean early) {
    fetching.end();
    if (java == null) return;
    if (early || busy) java.close();
    else javas.giveBack(java);
    java = null;
  }

  private List<Row> rows(JsonObject answer, Path file, String place) throws IOException {
    deliver();
    List<Row> rows = new ArrayList<>();
    for (JsonElement each : answer.get("pictures").getAsJsonArray()) {
      JsonObject picture = each.getAsJsonObject();
      String[] row = cells(picture.get("row"));
      // What is said of the copy is meant of the file.
      if (!Store.isLocal(place))
        for (int i = 0; i < row.length; i++) row[i] = row[i].replace(file.toString(), place);
      List<Row> tables = new ArrayList<>();
      tables.add(RowFactory.create(ResultTables.REGIONS.name(), table(picture.get("regions"))));
      for (Map.Entry<String, JsonElement> table :
          picture.get("further").getAsJsonObject().entrySet())
        tables.add(RowFactory.create(table.getKey(), table(table.getValue())));
      rows.add(outcome(rows.size(), row, picture.get("name").getAsString(), tables));
    }
    return rows;
  }

  private static String[][] table(JsonElement rows) {
    JsonArray array = rows.getAsJsonArray();
    String[][] table = new String[array.size()][];
    for (int i = 0; i < table.length; i++) table[i] = cells(array.get(i));
    return table;
  }

  private static String[] cells(JsonElement cells) {
    JsonArray array = cells.getAsJsonArray();
    String[] row = new String[array.size()];
    for (int i = 0; i < row.length; i++) row[i] = array.get(i).getAsString();
    return row;
  }

  private Outcome failed(String image, String message, long start) {
    List<String> row =
        ResultTables.failed(
            parts.columns, parts.known, image, message, (System.nanoTime() - start) / 1e9);
    return new Outcome(host, List.of(outcome(0, row.toArray(new String[0]), "", List.of())));
  }

  /** In the columns of {@link RowColumns#PICTURE}. */
  private static Row outcome(int picture, String[] row, String output, List<Row> tables) {
    return RowFactory.create(picture, row, output, tables.toArray(new Row[0]));
  }

  /** As for a file on this machine's disks. */
  private static String unreadable(String place, IOException problem) {
    if (problem instanceof FileNotFoundException || problem instanceof NoSuchFileException)
      return place + " does not exist; check the name.";
    if (problem instanceof AccessControlException || problem instanceof AccessDeniedException)
      return place + " may not be read; check its permissions.";
    return place + " cannot be opened (" + reason(problem) + "); copy it again.";
  }

  private static String twice(String place, PictureJava.LostException how) {
    return how.getMessage().startsWith("took")
        ? place
            + " "
            + how.getMessage()
            + ", also when it was tried alone; crop it, or allow more with --seconds-per-picture."
        : "The Java that read "
            + place
            + " "
            + how.getMessage()
            + ", also when it was tried alone; export it again, as PNG or TIFF.";
  }

  /** A store that has gone is no reason to call each of its files unreadable. */
  private void requireRoots(String place, IOException problem) throws IOException {
    for (String root : parts.roots) {
      if (!place.startsWith(root)) continue;
      boolean there;
      try {
        there = store.exists(root);
      } catch (IOException gone) {
        there = false;
      }
      if (!there)
        throw new ArchiveException(
            "The input " + root + " cannot be reached any more; look whether its store is there.",
            problem);
    }
  }

  /** Brings what was written of a file to the output, each file whole. */
  private void deliver() throws IOException {
    Path results = java.results();
    boolean wanted = parts.settings.maps || parts.settings.overlays || parts.settings.rois;
    List<Path> files;
    try (Stream<Path> all = Files.walk(results)) {
      files =
          all.filter(file -> !file.equals(results))
              .sorted(Comparator.reverseOrder())
              .collect(Collectors.toList());
    }
    for (Path file : files) {
      if (file.getFileName().toString().startsWith(".")) continue;
      if (wanted && Files.isRegularFile(file))
        try {
          store.put(file, Store.below(parts.output, results.relativize(file).toString()));
        } catch (IOException e) {
          throw new ArchiveException(
              "The output " + parts.output + " cannot be written any more (" + reason(e) + ").", e);
        }
      Files.delete(file);
    }
  }

  private static String reason(IOException problem) {
    String reason =
        problem instanceof FileSystemException
            ? ((FileSystemException) problem).getReason()
            : problem.getMessage();
    return String.valueOf(reason).split("\\R", 2)[0];
  }

  /** In one of 65,536 folders, with a number that no other file has. */
  private static String outputName(long number, String image) {
    Fingerprint digest = new Fingerprint();
    digest.add(image);
    String shard = digest.text();
    String base = image.substring(image.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "_");
    int dot = base.lastIndexOf('.');
    String name = dot > 0 ? base.substring(0, dot) : base;
    return shard.substring(0, 2)
        + "/"
        + shard.substring(2, 4)
        + "/"
        + number
        + "-"
        + name.substring(0, Math.min(name.length(), 100));
  }
}
