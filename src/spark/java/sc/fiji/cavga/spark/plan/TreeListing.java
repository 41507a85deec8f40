package sc.fiji.cavga.spark.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import sc.fiji.cavga.spark.ArchiveException;
import sc.fiji.cavga.spark.store.Store;
import sc.fiji.cavga.spark.work.RowColumns;

/**
 * Lists trees of folders, level after level: the folders of a level are listed by all executors at
 * once, and what they find is written down there.
 */
final class TreeListing {

  /** The folder of a run's state, in its output. */
  static final String STATE = "_cavga";

  private static final int DEEPEST = 64;
  private static final int FOLDERS_A_TASK = 200;

  private static final StructType FOUND =
      new StructType()
          .add(RowColumns.PATH, DataTypes.StringType, false)
          .add(RowColumns.FILE, DataTypes.StringType, false)
          .add("folder", DataTypes.BooleanType, false);

  private final SparkSession spark;
  private final Store store;
  private final String listing;

  /**
   * @param listing folder for what is found
   */
  TreeListing(SparkSession spark, Store store, String listing) {
    this.spark = spark;
    this.store = store;
    this.listing = listing;
  }

  /**
   * All photographs, with the columns path and file.
   *
   * @param roots places of folders and files
   * @throws IOException with one sentence when one is missing
   */
  Dataset<Row> files(List<String> roots) throws IOException {
    store.delete(listing);
    List<Row> first = new ArrayList<>();
    for (String root : roots) {
      if (!store.exists(root))
        throw new ArchiveException("The input " + root + " does not exist; check the path.");
      boolean folder = store.isFolder(root);
      // Of several trees the names must tell which.
      String name = folder && roots.size() == 1 ? "" : folder ? root : Store.name(root);
      first.add(RowFactory.create(root, name, folder));
    }
    write(spark.createDataFrame(first, FOUND), 0);
    int level = 0;
    for (; level < DEEPEST; level++) {
      Dataset<Row> folders = read(level).where("folder");
      long count = folders.count();
      if (count == 0) break;
      int tasks = (int) Math.min(10_000, 1 + count / FOLDERS_A_TASK);
      int atLeast = Math.max(tasks, Math.min((int) Math.min(count, 1000), cores()));
      write(
          spark.createDataFrame(
              folders.repartition(atLeast).javaRDD().flatMap(new ListFolder(store)), FOUND),
          level + 1);
    }
    Dataset<Row> all = read(0);
    for (int i = 1; i <= level; i++) all = all.union(read(i));
    return all.where("not folder").selectExpr(RowColumns.PATH, RowColumns.FILE);
  }

  private int cores() {
    return spark.sparkContext().defaultParallelism();
  }

  private void write(Dataset<Row> found, int level) {
    found.write().parquet(place(level));
  }

  private Dataset<Row> read(int level) {
    return spark.read().schema(FOUND).parquet(place(level));
  }

  private String place(int level) {
    return Store.address(Store.below(listing, "level-" + level));
  }
}
