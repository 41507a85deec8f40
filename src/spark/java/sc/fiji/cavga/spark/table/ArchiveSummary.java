package sc.fiji.cavga.spark.table;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import sc.fiji.cavga.spark.ArchiveException;
import sc.fiji.cavga.spark.store.Store;

/** What a run's results say as a whole, computed where the tables lie. */
public final class ArchiveSummary {

  private static final int BINS = 40;
  private static final int LISTED = 20;

  /** Of a score, the share of its threshold. */
  private static final String STRANGENESS = "score / threshold";

  private final SparkSession spark;
  private final Store store;
  private final String output;

  /**
   * @param output folder of a run, which need not have come to its end
   */
  public ArchiveSummary(SparkSession spark, Store store, String output) {
    this.spark = spark;
    this.store = store;
    this.output = output;
  }

  private Dataset<Row> results() throws IOException {
    String place = Store.below(output, RunTables.RESULTS);
    if (!store.exists(place))
      throw new ArchiveException(output + " holds no results; name the output folder of localize.");
    return spark.read().parquet(Store.address(place));
  }

  /** The counts, in one sentence. */
  public String sentence() throws IOException {
    Row counts = counts(results());
    return String.format(
        Locale.ROOT,
        "Localized %d pictures of %d files, %d of them anomalous, %d not judged; %d failed. The"
            + " results are in %s.",
        counts.getLong(1),
        counts.getLong(5),
        counts.getLong(3),
        counts.getLong(4),
        counts.getLong(2),
        output);
  }

  private static Row counts(Dataset<Row> results) {
    return results
        .selectExpr(
            "count(*) as pictures",
            "count_if(status = 'ok') as done",
            "count_if(status <> 'ok') as failed",
            "count_if(anomalous) as anomalous",
            "count_if(judged = false) as not_judged",
            "count_if(picture = 0) as files",
            "coalesce(sum(seconds), 0d) as seconds",
            "coalesce(percentile_approx(seconds, 0.5), 0d) as median_seconds")
        .collectAsList()
        .get(0);
  }

  /** Writes {@code summary.json} and {@code summary.html} into the folder. */
  public void write() throws IOException {
    JsonObject summary = new JsonObject();
    Dataset<Row> results = results();
    Row counts = counts(results);
    summary.add("counts", object(counts));
    summary.add("failures", failures(results));
    summary.add("scores", scores(results));
    summary.add(
        "slowest",
        list(
            results
                .selectExpr("image", "path", "seconds", "status", "host")
                .orderBy(results.col("seconds").desc(), results.col("path").asc())));
    Dataset<Row> judged =
        results
            .where("status = 'ok' and judged")
            .selectExpr(
                "image", "path", "score", "threshold", STRANGENESS + " as strangeness", "regions");
    summary.add(
        "strangest",
        list(judged.orderBy(judged.col("strangeness").desc(), judged.col("path").asc())));
    store.write(
        Store.below(output, "summary.json"), (summary + "\n").getBytes(StandardCharsets.UTF_8));
    store.write(
        Store.below(output, "summary.html"),
        new SummaryPage(output, summary).text().getBytes(StandardCharsets.UTF_8));
  }

  /** Messages of the same kind have the same words but for names and numbers. */
  private static JsonArray failures(Dataset<Row> results) {
    String kind =
        "regexp_replace(replace(replace(message, path, 'FILE'), file, 'FILE'), '[0-9]+', 'N')";
    Dataset<Row> kinds =
        results
            .where("status <> 'ok'")
            .selectExpr(kind + " as kind", "path")
            .groupBy("kind")
            .agg(functions.expr("count(*) as pictures"), functions.expr("min(path) as example"));
    return list(kinds.orderBy(kinds.col("pictures").desc(), kinds.col("kind").asc()));
  }

  /** How many pictures have scores from the lower edge of a bin to its upper one. */
  private static JsonObject scores(Dataset<Row> results) {
    Dataset<Row> scored = results.where("status = 'ok' and score is not null");
    Row range =
        scored
            .selectExpr("min(score) as low", "max(score) as high", "max(threshold) as threshold")
            .collectAsList()
            .get(0);
    JsonObject scores = new JsonObject();
    if (range.isNullAt(0)) return scores;
    double low = range.getDouble(0);
    double high = range.getDouble(1);
    double width = high > low ? (high - low) / BINS : 1;
    long[] counts = new long[BINS];
    String bin =
        "cast(least(" + (BINS - 1) + ", floor((score - " + low + "d) / " + width + "d)) as int)";
    for (Row row : scored.selectExpr(bin + " as bin").groupBy("bin").count().collectAsList())
      counts[row.getInt(0)] = row.getLong(1);
    scores.addProperty("low", low);
    scores.addProperty("width", width);
    scores.addProperty("threshold", range.getDouble(2));
    JsonArray array = new JsonArray();
    for (long count : counts) array.add(new JsonPrimitive(count));
    scores.add("counts", array);
    return scores;
  }

  private static JsonArray list(Dataset<Row> rows) {
    JsonArray array = new JsonArray();
    for (Row row : rows.limit(LISTED).collectAsList()) array.add(object(row));
    return array;
  }

  private static JsonObject object(Row row) {
    JsonObject object = new JsonObject();
    StructField[] fields = row.schema().fields();
    for (int i = 0; i < fields.length; i++) {
      Object value = row.get(i);
      if (value instanceof Number) object.addProperty(fields[i].name(), (Number) value);
      else object.addProperty(fields[i].name(), value == null ? "" : String.valueOf(value));
    }
    return object;
  }
}
