package sc.fiji.cavga.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.apache.spark.sql.SparkSession;

/** Writes the rows of a Parquet table as JSON lines, for a test that has no Spark in itself. */
public final class ParquetRows {

  private ParquetRows() {}

  /**
   * @param arguments the folder of a table, and the file to be written
   */
  public static void main(String... arguments) throws IOException {
    try (SparkSession spark = SparkSession.builder().getOrCreate()) {
      Files.write(
          Path.of(arguments[1]),
          spark
              .read()
              .parquet(arguments[0])
              .selectExpr("to_json(struct(*)) as json")
              .collectAsList()
              .stream()
              .map(row -> row.getString(0))
              .collect(java.util.stream.Collectors.toList()));
    }
  }

  static String jar(Path folder) throws IOException {
    Path file = folder.resolve("rows.jar");
    String name = ParquetRows.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file));
        var in = ParquetRows.class.getClassLoader().getResourceAsStream(name)) {
      jar.putNextEntry(new JarEntry(name));
      in.transferTo(jar);
    }
    return file.toString();
  }
}
