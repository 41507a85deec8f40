package sc.fiji.cavga.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.evaluate.Evaluator;
import sc.fiji.cavga.evaluate.report.EvaluationReport;
import sc.fiji.cavga.io.AtomicFile;
import sc.fiji.cavga.io.StrictJson;
import sc.fiji.cavga.io.WritableFolder;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.train.TrainingConfig;

/** One training with its evaluation, in a folder of its own, from which it is known when done. */
final class Trial {

  private static final String MODEL = "model.cavga";
  private static final String CONFIGURATION = "configuration.json";
  private static final String SECONDS = "training_seconds";

  private final Path folder;
  private final TrainingConfig config;
  private final MapKind map;
  private final String group;

  /**
   * @param group that says whose eyes the pictures show; null for none
   */
  Trial(Path folder, TrainingConfig config, MapKind map, String group) {
    this.group = group;
    this.folder = folder;
    this.config = config;
    this.map = map;
  }

  /** What decides the result, the pictures apart. */
  private JsonObject configuration() {
    JsonObject json = config.settings().toJson();
    JsonArray methods = new JsonArray();
    config.methods().forEach(method -> methods.add(method.name()));
    json.add("methods", methods);
    json.addProperty("map", map.label());
    if (group != null) json.addProperty("group", group);
    return json;
  }

  /** Whether it was done before with the very same configuration. */
  boolean done() throws IOException {
    return begun()
        && Files.exists(folder.resolve(EvaluationReport.METRICS))
        && metrics().has(SECONDS)
        && configuration().equals(earlier());
  }

  private JsonObject earlier() throws IOException {
    return StrictJson.parseObject(Files.readString(folder.resolve(CONFIGURATION)));
  }

  /** What it measured; with {@value #SECONDS} of the training. */
  JsonObject metrics() throws IOException {
    return StrictJson.parseObject(Files.readString(folder.resolve(EvaluationReport.METRICS)));
  }

  /** Whether a trial has begun in the folder, with whatever configuration. */
  boolean begun() {
    return Files.exists(folder.resolve(CONFIGURATION));
  }

  /**
   * Nothing is replaced but what a trial of the same configuration has left when it was broken off.
   *
   * @throws IOException with one sentence when something else is there
   */
  void requireOwn() throws IOException {
    if (!Files.exists(folder)) return;
    if (begun() && configuration().equals(earlier())) return;
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isEmpty()) return;
    }
    throw new IOException(
        "The folder "
            + folder
            + (begun() ? " holds a trial with other settings" : " holds what is no trial's")
            + "; choose another output folder, or overwrite it.");
  }

  /** Trains and evaluates; earlier results of the folder are replaced. */
  void run(Dataset dataset, PrintWriter err) throws IOException {
    WritableFolder.require(folder);
    // Last come the metrics, so that a trial that was broken off is not taken for done.
    Files.deleteIfExists(folder.resolve(EvaluationReport.METRICS));
    AtomicFile.writeText(folder.resolve(CONFIGURATION), StrictJson.text(configuration()));
    long start = System.nanoTime();
    TrainedModel model = TrainCommand.run(config, dataset, null, folder.resolve(MODEL), true, err);
    double seconds = (System.nanoTime() - start) / 1e9;
    EvaluationReport report = EvaluateCommand.run(new Evaluator(model, map), dataset, err);
    report.write(folder);
    JsonObject metrics = report.toJson();
    metrics.addProperty(SECONDS, Math.rint(10 * seconds) / 10);
    AtomicFile.writeText(folder.resolve(EvaluationReport.METRICS), StrictJson.text(metrics));
  }
}
