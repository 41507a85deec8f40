package sc.fiji.cavga.spark;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import sc.fiji.cavga.model.ShippedModels;
import sc.fiji.cavga.spark.plan.RunLock;
import sc.fiji.cavga.spark.plan.RunSettings;
import sc.fiji.cavga.spark.plan.WorkPlan;
import sc.fiji.cavga.spark.store.Store;
import sc.fiji.cavga.spark.table.ArchiveSummary;
import sc.fiji.cavga.spark.table.BatchTables;
import sc.fiji.cavga.spark.table.CsvTables;
import sc.fiji.cavga.spark.table.RunTables;
import sc.fiji.cavga.spark.work.PictureJava;
import sc.fiji.cavga.spark.work.PictureSettings;
import sc.fiji.cavga.spark.work.RunParts;

/** A run over an archive, from its beginning or from where an earlier one has ended. */
final class ArchiveRun {

  private final SparkSession spark;
  private final LocalizeOptions options;
  private final Store store;

  ArchiveRun(SparkSession spark, LocalizeOptions options) {
    this.spark = spark;
    this.options = options;
    this.store = new Store(spark.sparkContext().hadoopConfiguration());
  }

  /** What came out, in one sentence. */
  String run() throws IOException, InterruptedException {
    String output = store.place(options.output);
    if (output.matches(".*[*?\\[\\]{}].*"))
      throw new ArchiveException(
          output + " has one of the letters * ? [ ] { }; choose another output folder.");
    List<String> roots = new ArrayList<>();
    for (String input : options.input) roots.add(root(input, output));
    String name = Store.name(options.model);
    byte[] model = model();
    PictureSettings settings = options.settings(name);
    try (RunLock lock = RunLock.take(store, Store.below(output, WorkPlan.STATE))) {
      JsonObject description = describe(settings, model);
      RunTables tables = new RunTables(description);
      begin(description, roots, output, tables);
      RunParts parts =
          new RunParts(
              UUID.randomUUID().toString(),
              settings,
              model,
              tables.columns(),
              known(description),
              output,
              WorkPlan.folders(roots),
              store);
      Broadcast<RunParts> everywhere =
          JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(parts);
      WorkPlan plan;
      try {
        plan =
            WorkPlan.of(
                spark,
                store,
                Store.below(output, WorkPlan.STATE),
                roots,
                options.pathColumn,
                tables.reserved(),
                options.batchSize(),
                options.chunk,
                everywhere);
        BatchTables batches = new BatchTables(tables, plan.columns(), SparkMain.version());
        new Batches(spark, store, output, plan, batches, everywhere, lock).run();
      } finally {
        parts.end();
      }
      store.delete(Store.below(output, WorkPlan.STATE + "/rows"));
      if (options.csv) new CsvTables(spark, store, tables).write(output);
      return (new ArchiveSummary(spark, store, output).sentence() + " " + plan.passedOver()).trim();
    }
  }

  private String root(String input, String output) throws IOException {
    String root = store.place(input);
    if ((root + "/").startsWith(output + "/"))
      throw new ArchiveException(
          "The output folder "
              + output
              + " holds the input, and results would mix with pictures; choose another output"
              + " folder.");
    return root;
  }

  private byte[] model() throws IOException {
    if (ShippedModels.has(Paths.get(options.model))) return ShippedModels.bytes(options.model);
    String place = store.place(options.model);
    if (!store.exists(place))
      throw new ArchiveException(
          "There is no model file "
              + place
              + "; check the path, or name a model that comes along.");
    try (InputStream in = store.read(place)) {
      return in.readAllBytes();
    }
  }

  /** Has a model read once here: what is wrong with it is said before any task begins. */
  private static JsonObject describe(PictureSettings settings, byte[] model)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("cavga-");
    try {
      Path named = Files.createDirectories(folder.resolve("model")).resolve(settings.model());
      Files.write(named, model);
      Path own = Files.createDirectories(folder.resolve("java"));
      try (PictureJava java = new PictureJava(settings, named, own)) {
        return java.description();
      }
    } finally {
      new Store(null).delete(folder.toString());
    }
  }

  private static Map<String, String> known(JsonObject description) {
    Map<String, String> known = new HashMap<>();
    for (Map.Entry<String, JsonElement> each :
        description.get("known").getAsJsonObject().entrySet())
      known.put(each.getKey(), each.getValue().getAsString());
    return known;
  }

  private void begin(JsonObject description, List<String> roots, String output, RunTables tables)
      throws IOException {
    JsonObject settings = description.get("settings").getAsJsonObject();
    settings.addProperty("columns", String.join(",", tables.columns()));
    settings.addProperty("input", String.join("\n", roots));
    settings.addProperty("path_column", options.pathColumn);
    settings.addProperty("written", options.written());
    RunSettings.begin(store, output, settings, tables.names(), options.overwrite);
  }
}
