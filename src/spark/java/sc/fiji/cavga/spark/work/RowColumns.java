package sc.fiji.cavga.spark.work;

import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The columns that tasks read and write. */
public final class RowColumns {

  /** Of the plan: the file's number, which no other has. */
  public static final String NUMBER = "file_number";

  /** Of the plan: where the file lies. */
  public static final String PATH = "path";

  /** Of the plan: what tables call the file. */
  public static final String FILE = "file";

  private static final ArrayType TEXTS = DataTypes.createArrayType(DataTypes.StringType, false);

  /** A picture of a file: its number in it from 0, its row, what its files are called, tables. */
  static final StructType PICTURE =
      new StructType()
          .add("picture", DataTypes.IntegerType, false)
          .add("cells", TEXTS, false)
          .add("output", DataTypes.StringType, false)
          .add(
              "tables",
              DataTypes.createArrayType(
                  new StructType()
                      .add("name", DataTypes.StringType, false)
                      .add("rows", DataTypes.createArrayType(TEXTS, false), false),
                  false),
              false);

  private RowColumns() {}

  /** The plan's first columns; those of a list follow. */
  public static StructType plan() {
    return new StructType()
        .add(NUMBER, DataTypes.LongType, false)
        .add(PATH, DataTypes.StringType, false)
        .add(FILE, DataTypes.StringType, false);
  }

  /** What {@link ChunkWork} makes of rows of a plan. */
  public static StructType outcome(StructType plan) {
    return plan.add("host", DataTypes.StringType, false)
        .add("pictures", DataTypes.createArrayType(PICTURE, false), false);
  }
}
