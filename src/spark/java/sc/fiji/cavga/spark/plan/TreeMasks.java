package sc.fiji.cavga.spark.plan;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import sc.fiji.cavga.dataset.mask.MaskFiles;
import sc.fiji.cavga.spark.store.Store;
import sc.fiji.cavga.spark.work.MaskWork;
import sc.fiji.cavga.spark.work.RowColumns;
import sc.fiji.cavga.spark.work.RunParts;

/**
 * Tells the masks of a tree's photographs, as {@link MaskFiles} does for a folder, by joins of the
 * listing with itself. Three files of those that are called alike are looked at. A tree without
 * folders of masks costs a pass over its names.
 */
final class TreeMasks {

  private static final String PLACE = "place";
  private static final String ORDER = "rank";
  private static final String KIND = "kind";
  private static final String MASK = "mask";

  /** Files in folders of masks: with the places of photographs they may belong to, best first. */
  private static final StructType CALLED =
      new StructType()
          .add(RowColumns.PATH, DataTypes.StringType, false)
          .add(RowColumns.FILE, DataTypes.StringType, false)
          .add(PLACE, DataTypes.StringType, false)
          .add(ORDER, DataTypes.IntegerType, false)
          .add(KIND, DataTypes.StringType, false);

  private final SparkSession spark;
  private final String listing;
  private final TreeNames names;
  private final Broadcast<RunParts> parts;

  /**
   * @param listing folder for what is found
   * @param roots places of folders and files
   */
  TreeMasks(SparkSession spark, String listing, List<String> roots, Broadcast<RunParts> parts) {
    this.spark = spark;
    this.listing = listing;
    this.names = new TreeNames(roots);
    this.parts = parts;
  }

  /**
   * Those among the files that are masks of others.
   *
   * @param files with the columns path and file
   * @return with the same columns
   */
  Dataset<Row> among(Dataset<Row> files) {
    // Tasks have no Spark of their own to take along.
    TreeNames names = this.names;
    Dataset<Row> inFolders =
        written(
            "named",
            spark.createDataFrame(files.javaRDD().flatMap(file -> called(names, file)), CALLED),
            CALLED);
    if (inFolders.isEmpty()) return inFolders.select(RowColumns.PATH, RowColumns.FILE);
    StructType places = new StructType().add(PLACE, DataTypes.StringType, false);
    Dataset<Row> there =
        spark
            .createDataFrame(
                files.javaRDD().map(file -> RowFactory.create(names.place(file.getString(1)))),
                places)
            .distinct();
    Dataset<Row> called =
        inFolders
            .join(there, inFolders.col(PLACE).equalTo(there.col(PLACE)), "left_semi")
            .groupBy(RowColumns.PATH, RowColumns.FILE)
            .agg(functions.expr("min_by(" + KIND + ", " + ORDER + ")").as(KIND));
    called = written("called", called, called.schema());
    Dataset<Row> masks =
        called.join(lookingLikeMasks(called), KIND).select(RowColumns.PATH, RowColumns.FILE);
    return written("masks", masks, masks.schema());
  }

  private static Iterator<Row> called(TreeNames names, Row file) {
    List<Row> rows = new ArrayList<>();
    names
        .kinds(file.getString(1))
        .forEach(
            (place, kind) ->
                rows.add(RowFactory.create(file.get(0), file.get(1), place, rows.size(), kind)));
    return rows.iterator();
  }

  /** The kinds of files whose samples look like masks. */
  private Dataset<Row> lookingLikeMasks(Dataset<Row> called) {
    JavaRDD<Row> samples =
        called
            .selectExpr(
                KIND,
                RowColumns.PATH,
                "cast(row_number() over (partition by kind order by file) - 1 as bigint) as at",
                "count(*) over (partition by kind) as alike")
            .javaRDD()
            .filter(row -> MaskFiles.isLookedAt(row.getLong(2), row.getLong(3)))
            .repartition(spark.sparkContext().defaultParallelism());
    StructType looked =
        new StructType()
            .add(KIND, DataTypes.StringType, false)
            .add(MASK, DataTypes.BooleanType, false);
    return spark
        .createDataFrame(samples.mapPartitions(new MaskWork(parts)), looked)
        .groupBy(KIND)
        .agg(functions.expr("bool_and(" + MASK + ")").as(MASK))
        .where(MASK)
        .select(KIND);
  }

  private Dataset<Row> written(String name, Dataset<Row> rows, StructType columns) {
    String place = Store.address(Store.below(listing, name));
    rows.write().parquet(place);
    return spark.read().schema(columns).parquet(place);
  }
}
