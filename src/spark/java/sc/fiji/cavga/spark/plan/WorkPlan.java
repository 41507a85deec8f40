package sc.fiji.cavga.spark.plan;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import sc.fiji.cavga.spark.ArchiveException;
import sc.fiji.cavga.spark.store.Store;
import sc.fiji.cavga.spark.work.RowColumns;
import sc.fiji.cavga.spark.work.RunParts;
import scala.Tuple2;

/**
 * All files of a run, numbered from 0 and written down before the first is looked at: a run that is
 * started again has the same ones. Batches are what is committed together, chunks what a task does.
 */
public final class WorkPlan {

  /** The folder of a run's state, in its output. */
  public static final String STATE = TreeListing.STATE;

  private static final String BATCH = "batch";
  private static final String MASKS = "masks";

  private final SparkSession spark;
  private final String files;
  private final long count;
  private final int batchSize;
  private final int chunkSize;
  private final StructType columns;
  private final JsonObject masks;

  private WorkPlan(SparkSession spark, String files, JsonObject plan) {
    this.spark = spark;
    this.files = files;
    this.count = plan.get("files").getAsLong();
    this.batchSize = plan.get(BATCH).getAsInt();
    this.chunkSize = plan.get("chunk").getAsInt();
    this.columns = (StructType) DataType.fromJson(plan.get("columns").getAsString());
    this.masks = plan.get(MASKS).getAsJsonObject();
  }

  /**
   * The plan of an earlier start, or else a new one.
   *
   * @param state folder of the run's state
   * @param roots places of folders, photographs, or one list
   * @param pathColumn of a list that is a table
   * @param reserved names that a list's further columns must not have
   * @param batchSize files that are committed together
   * @param chunkSize files of one task
   * @param parts for the files of a tree that may be masks and are looked at
   * @throws IOException with one sentence when there is nothing to do
   */
  public static WorkPlan of(
      SparkSession spark,
      Store store,
      String state,
      List<String> roots,
      String pathColumn,
      Set<String> reserved,
      int batchSize,
      int chunkSize,
      Broadcast<RunParts> parts)
      throws IOException {
    String place = Store.below(state, "plan.json");
    String files = Store.address(Store.below(state, "files"));
    byte[] known = store.bytesOrNull(place);
    if (known != null)
      return new WorkPlan(
          spark,
          files,
          new Gson().fromJson(new String(known, StandardCharsets.UTF_8), JsonObject.class));
    String listing = Store.below(state, "listing");
    boolean list = roots.size() == 1 && Manifest.is(roots.get(0));
    Dataset<Row> found =
        list
            ? Manifest.read(spark, store, roots.get(0), pathColumn)
            : new TreeListing(spark, store, listing).files(roots);
    JsonObject masks = new JsonObject();
    if (!list) {
      Dataset<Row> passedOver = new TreeMasks(spark, listing, roots, parts).among(found);
      Row counts =
          passedOver.selectExpr("count(*)", "coalesce(min(file), '')").collectAsList().get(0);
      masks.addProperty("files", counts.getLong(0));
      masks.addProperty("example", counts.getString(1));
      if (counts.getLong(0) > 0)
        found =
            found.join(passedOver, new String[] {RowColumns.PATH, RowColumns.FILE}, "left_anti");
    }
    StructType columns = RowColumns.plan();
    StructField[] fields = found.schema().fields();
    int carried = list ? 1 : fields.length;
    for (int i = carried; i < fields.length; i++)
      columns = columns.add(free(fields[i].name(), reserved), fields[i].dataType(), true);
    write(
        found, new Numbering(store, list ? folder(roots.get(0)) : null, batchSize), columns, files);
    JsonObject plan = new JsonObject();
    plan.addProperty("files", spark.read().parquet(files).count());
    plan.addProperty(BATCH, batchSize);
    plan.addProperty("chunk", chunkSize);
    plan.addProperty("columns", columns.json());
    plan.add(MASKS, masks);
    WorkPlan made = new WorkPlan(spark, files, plan);
    if (made.count == 0)
      throw new ArchiveException(
          String.join(", ", roots)
              + " holds no photographs; put JPEG, PNG, TIFF, BMP or DICOM files there.");
    store.write(place, plan.toString().getBytes(StandardCharsets.UTF_8));
    store.delete(listing);
    return made;
  }

  /** What must be there as long as photographs are read: the folders, or that of a list. */
  public static List<String> folders(List<String> roots) {
    return roots.size() == 1 && Manifest.is(roots.get(0)) ? List.of(folder(roots.get(0))) : roots;
  }

  private static String folder(String place) {
    return place.substring(0, Math.max(1, place.lastIndexOf('/')));
  }

  /** A name that none of the results' own columns has. */
  private static String free(String name, Set<String> reserved) {
    return reserved.contains(name) ? "manifest_" + name : name;
  }

  private static void write(
      Dataset<Row> found, Numbering numbering, StructType columns, String files) {
    JavaRDD<Row> numbered = found.javaRDD().zipWithIndex().map(numbering);
    found
        .sparkSession()
        .createDataFrame(numbered, columns.add(BATCH, DataTypes.IntegerType, false))
        .write()
        .mode("overwrite")
        .partitionBy(BATCH)
        .parquet(files);
  }

  /** How many files there are. */
  public long count() {
    return count;
  }

  /** How many batches there are, numbered from 0. */
  public int batches() {
    return (int) ((count + batchSize - 1) / batchSize);
  }

  /** How many files a batch has. */
  public long size(int batch) {
    return Math.min(count - (long) batch * batchSize, batchSize);
  }

  /** How many files a chunk has at most. */
  public int chunkSize() {
    return chunkSize;
  }

  /** The chunk that a batch begins with; a batch's last chunk may be short. */
  public long firstChunk(int batch) {
    return (long) batch * batchSize / chunkSize;
  }

  /** How many chunks a batch has. */
  public int chunks(int batch) {
    return (int) ((size(batch) + chunkSize - 1) / chunkSize);
  }

  /** Which files of the tree are none of the plan's, in one sentence; empty where none are. */
  public String passedOver() {
    long count = masks.has("files") ? masks.get("files").getAsLong() : 0;
    return count == 0
        ? ""
        : "Passed over: "
            + count
            + (count == 1
                ? " mask of a picture in another folder, "
                : " masks of pictures in other folders, such as ")
            + masks.get("example").getAsString()
            + ".";
  }

  /** Number, path, file and what else a list has. */
  public StructType columns() {
    return columns;
  }

  /** The files of a batch. */
  public Dataset<Row> batch(int batch) {
    return spark.read().schema(columns).parquet(files + "/" + BATCH + "=" + batch);
  }

  /** Makes a row of the plan. */
  private static final class Numbering implements Function<Tuple2<Row, Long>, Row> {

    private static final long serialVersionUID = 1L;

    private final Map<String, String> entries;
    private final String folder;
    private final int batchSize;
    private transient Store store;

    /**
     * @param folder that a list's relative paths begin at; null for a tree's files
     */
    Numbering(Store store, String folder, int batchSize) {
      this.entries = store.entries();
      this.folder = folder;
      this.batchSize = batchSize;
    }

    @Override
    public Row call(Tuple2<Row, Long> numbered) {
      if (store == null) store = Store.of(entries);
      Row row = numbered._1();
      long number = numbered._2();
      String path = row.getString(0);
      int carried = folder == null ? 2 : 1;
      Object[] values = new Object[4 + row.length() - carried];
      values[0] = number;
      values[1] = folder == null ? path : place(path.trim());
      values[2] = folder == null ? row.getString(1) : path.trim();
      for (int i = carried; i < row.length(); i++) values[3 + i - carried] = row.get(i);
      values[values.length - 1] = (int) (number / batchSize);
      return RowFactory.create(values);
    }

    /** A line that is no path is a file that cannot be read: its row will say so. */
    private String place(String line) {
      try {
        return store.place(line, folder);
      } catch (IOException none) {
        return line;
      }
    }
  }
}
