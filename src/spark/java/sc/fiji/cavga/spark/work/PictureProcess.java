package sc.fiji.cavga.spark.work;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import sc.fiji.cavga.compute.ComputeBackend;
import sc.fiji.cavga.dataset.mask.MaskFiles;
import sc.fiji.cavga.io.ErrorSentence;
import sc.fiji.cavga.localize.Localizer;
import sc.fiji.cavga.localize.folder.FileLocalizer;
import sc.fiji.cavga.localize.folder.work.FinishedPicture;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.examination.FurtherTable;
import sc.fiji.cavga.read.PictureReader;

/**
 * The Java that looks at pictures: it is told files on its standard input, one JSON object a line,
 * and answers on its standard output. It ends with the Java that has started it.
 */
public final class PictureProcess {

  /** What an answer's line begins with: natives may print lines of their own. */
  static final String MARK = "\u0001cavga ";

  /** What a question has that asks for nothing else, with the file; and its answer. */
  static final String MASK = "mask";

  private final PrintStream answers;
  private final BlockingQueue<Optional<JsonObject>> questions = new LinkedBlockingQueue<>();

  private PictureProcess(PrintStream answers) {
    this.answers = answers;
  }

  /**
   * @param arguments the settings as JSON, the model's file and the folder for results
   */
  public static void main(String... arguments) throws InterruptedException {
    System.setProperty("java.awt.headless", "true");
    PrintStream answers =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    // What libraries print must not come between answers.
    System.setOut(System.err);
    PictureProcess process = new PictureProcess(answers);
    Thread listener = new Thread(process::listen, "CAVGA questions");
    listener.setDaemon(true);
    listener.start();
    process.run(PictureSettings.of(arguments[0]), Paths.get(arguments[1]), Paths.get(arguments[2]));
  }

  /** On its own thread, so that a picture that never ends does not outlive who asked for it. */
  private void listen() {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine())
        questions.add(Optional.of(new Gson().fromJson(line, JsonObject.class)));
    } catch (IOException gone) {
      // As when it ends: nobody waits for answers any more.
    }
    Runtime.getRuntime().halt(0);
  }

  private void run(PictureSettings settings, Path model, Path output) throws InterruptedException {
    try {
      ComputeBackend.start();
      try (Localizer localizer =
          new Localizer(
              ModelFile.read(model),
              settings.kind,
              settings.smallestRegion,
              settings.judgeAnyway)) {
        FileLocalizer files =
            new FileLocalizer(
                localizer,
                PictureReader.discovered().ofSide(settings.side),
                settings.options(),
                output);
        answer(description(files));
        while (true) {
          JsonObject question = questions.take().orElseThrow();
          answer(question.has(MASK) ? lookForMask(question) : look(files, question));
        }
      }
    } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
      JsonObject refusal = new JsonObject();
      String message = ErrorSentence.orMessage(e);
      refusal.addProperty("refused", message == null ? e.toString() : message);
      answer(refusal);
      Runtime.getRuntime().halt(3);
    }
  }

  private static JsonObject description(FileLocalizer files) {
    JsonObject description = new JsonObject();
    JsonObject settings = new JsonObject();
    files.describe(settings);
    description.add("settings", settings);
    description.add("columns", cells(files.columns()));
    JsonObject known = new JsonObject();
    for (Map.Entry<String, String> each : files.known().entrySet())
      known.addProperty(each.getKey(), each.getValue());
    description.add("known", known);
    JsonObject tables = new JsonObject();
    for (FurtherTable table : files.tables()) tables.add(table.name(), cells(table.columns()));
    description.add("tables", tables);
    return description;
  }

  private static JsonObject lookForMask(JsonObject question) {
    JsonObject answer = new JsonObject();
    answer.addProperty(MASK, looksLikeMask(Paths.get(question.get(MASK).getAsString())));
    return answer;
  }

  /** What is wrong with the file is said when it is looked at as a photograph. */
  private static boolean looksLikeMask(Path file) {
    try {
      return MaskFiles.looksLikeMask(file);
    } catch (RuntimeException | OutOfMemoryError unreadable) {
      return false;
    }
  }

  private static JsonObject look(FileLocalizer files, JsonObject question) throws IOException {
    List<FinishedPicture> found =
        files.localize(
            question.get("image").getAsString(),
            Paths.get(question.get("path").getAsString()),
            question.get("name").getAsString());
    JsonArray pictures = new JsonArray();
    for (FinishedPicture each : found) {
      JsonObject picture = new JsonObject();
      picture.add("row", cells(each.row()));
      picture.addProperty("name", each.outputName());
      picture.add("regions", rows(each.regions()));
      JsonObject further = new JsonObject();
      each.further().forEach((table, rows) -> further.add(table, rows(rows)));
      picture.add("further", further);
      pictures.add(picture);
    }
    JsonObject answer = new JsonObject();
    answer.add("pictures", pictures);
    return answer;
  }

  private void answer(JsonObject answer) {
    // Natives may have left a line unfinished.
    answers.print("\n" + MARK + answer + "\n");
    answers.flush();
  }

  private static JsonArray rows(List<List<String>> rows) {
    JsonArray array = new JsonArray();
    for (List<String> row : rows) array.add(cells(row));
    return array;
  }

  private static JsonArray cells(List<String> cells) {
    JsonArray array = new JsonArray();
    for (String cell : cells) array.add(new JsonPrimitive(cell));
    return array;
  }
}
