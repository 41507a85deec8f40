package sc.fiji.cavga.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import sc.fiji.cavga.spark.plan.RunLock;
import sc.fiji.cavga.spark.plan.WorkPlan;
import sc.fiji.cavga.spark.store.Store;
import sc.fiji.cavga.spark.table.BatchTables;
import sc.fiji.cavga.spark.table.RunTables;
import sc.fiji.cavga.spark.work.ChunkWork;
import sc.fiji.cavga.spark.work.Chunks;
import sc.fiji.cavga.spark.work.RowColumns;
import sc.fiji.cavga.spark.work.RunParts;
import scala.Tuple2;

/**
 * Does the batches of a plan that are not done. A task does a chunk, and Hadoop's committer moves
 * its one file into place: what lies there is finished, and nothing else is. Of two tasks for one
 * chunk Spark lets one commit. Two batches are in work at a time, so that no core waits for the
 * last chunk of one.
 */
final class Batches {

  private static final int AT_A_TIME = 2;

  /** Hadoop's second way to commit moves a task's file when the task ends, not when all have. */
  private static final String COMMITTER = "mapreduce.fileoutputcommitter.algorithm.version";

  private final SparkSession spark;
  private final Store store;
  private final String output;
  private final String state;
  private final WorkPlan plan;
  private final BatchTables tables;
  private final Broadcast<RunParts> parts;
  private final RunLock lock;

  Batches(
      SparkSession spark,
      Store store,
      String output,
      WorkPlan plan,
      BatchTables tables,
      Broadcast<RunParts> parts,
      RunLock lock) {
    this.spark = spark;
    this.store = store;
    this.output = output;
    this.state = Store.below(output, WorkPlan.STATE);
    this.plan = plan;
    this.tables = tables;
    this.parts = parts;
    this.lock = lock;
  }

  /** Does all that are left. */
  void run() throws IOException, InterruptedException {
    Set<String> begun = new HashSet<>(store.names(Store.below(output, RunTables.RESULTS)));
    ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      List<Future<?>> coming = new ArrayList<>();
      for (int i = 0; i < plan.batches(); i++) {
        int batch = i;
        if (begun.contains("batch=" + batch) && isDone(batch)) continue;
        coming.add(
            threads.submit(
                () -> {
                  one(batch);
                  return null;
                }));
        if (coming.size() >= AT_A_TIME) await(coming.remove(0));
      }
      for (Future<?> each : coming) await(each);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void await(Future<?> batch) throws IOException, InterruptedException {
    try {
      batch.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException) throw (IOException) e.getCause();
      if (e.getCause() instanceof RuntimeException) throw (RuntimeException) e.getCause();
      throw new IllegalStateException(e.getCause());
    }
  }

  private boolean isDone(int batch) throws IOException {
    return store.exists(
        Store.below(BatchTables.place(output, RunTables.RESULTS, batch), "_SUCCESS"));
  }

  private void one(int batch) throws IOException {
    lock.require();
    String found = Store.below(state, "rows/batch=" + batch);
    StructType columns = RowColumns.outcome(plan.columns());
    Set<Long> finished = finished(found, columns);
    List<Long> open = new ArrayList<>();
    for (int i = 0; i < plan.chunks(batch); i++) {
      long chunk = plan.firstChunk(batch) + i;
      if (!finished.contains(chunk)) open.add(chunk);
    }
    if (!open.isEmpty()) work(batch, open, columns, found);
    lock.require();
    Dataset<Row> rows = spark.read().schema(columns).parquet(Store.address(found));
    requireAll(rows, batch);
    tables.write(rows, output, batch);
    store.delete(found);
  }

  private Set<Long> finished(String found, StructType columns) throws IOException {
    Set<Long> finished = new HashSet<>();
    if (!store.exists(found)) return finished;
    // Of a run that was killed: nothing of it was committed.
    store.delete(Store.below(found, "_temporary"));
    String chunk =
        "cast(" + RowColumns.NUMBER + " div " + plan.chunkSize() + " as bigint) as chunk";
    Dataset<Row> chunks =
        spark.read().schema(columns).parquet(Store.address(found)).selectExpr(chunk).distinct();
    for (Row row : chunks.collectAsList()) finished.add(row.getLong(0));
    return finished;
  }

  private void work(int batch, List<Long> open, StructType columns, String found) {
    Chunks chunks = new Chunks(plan.chunkSize(), open);
    JavaPairRDD<Long, Row> files =
        plan.batch(batch)
            .javaRDD()
            .mapToPair(file -> new Tuple2<>(file.getLong(0), file))
            .filter(file -> chunks.isOpen(file._1()));
    JavaRDD<Row> outcomes =
        files
            .repartitionAndSortWithinPartitions(chunks)
            .values()
            .mapPartitions(new ChunkWork(parts));
    spark
        .createDataFrame(outcomes, columns)
        .write()
        .mode("append")
        .option(COMMITTER, "2")
        .parquet(Store.address(found));
  }

  /** Nothing lost and nothing double, or the batch is not finished. */
  private void requireAll(Dataset<Row> rows, int batch) throws ArchiveException {
    Row counts =
        rows.selectExpr(
                "count(*) as rows",
                "count(distinct " + RowColumns.NUMBER + ") as files",
                "count_if(size(pictures) = 0) as empty")
            .collectAsList()
            .get(0);
    long size = plan.size(batch);
    if (counts.getLong(0) != size || counts.getLong(1) != size || counts.getLong(2) != 0)
      throw new ArchiveException(
          "Batch "
              + batch
              + " has "
              + counts.getLong(0)
              + " rows of "
              + counts.getLong(1)
              + " files where the plan has "
              + size
              + ": delete "
              + Store.below(state, "rows/batch=" + batch)
              + " and start again.");
  }
}
