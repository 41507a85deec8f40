package sc.fiji.cavga.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Input, model and output on HDFS. */
class HdfsTest {

  @TempDir Path folder;

  @Test
  void rowsOnHdfsAreThoseOfAFolderRun() throws Exception {
    Archive archive = new Archive(folder).draw(200, 20);
    try (Sparks spark = new Sparks(folder.resolve("spark"), "3.5")) {
      String port = "" + Sparks.freePort();
      Path details = folder.resolve("details");
      spark.start(
          "-Xmx400m",
          "org.apache.hadoop.test.MiniDFSClusterManager",
          List.of(
              "-datanodes", "1", "-format", "-nnport", port, "-writeDetails", details.toString()));
      Sparks.await(() -> Files.exists(details), "HDFS");
      String hdfs = "hdfs://localhost:" + port;
      shell(spark, hdfs, "-put", archive.input().toString(), hdfs + "/in");
      shell(spark, hdfs, "-put", archive.model().toString(), hdfs + "/tiny.cavga");

      String[] command = archive.localize(Path.of("/out"), "--write", "maps", "--chunk", "40");
      command[2] = hdfs + "/tiny.cavga";
      command[4] = hdfs + "/in";
      command[6] = hdfs + "/out";
      spark.run(0, List.of(), command);
      shell(spark, hdfs, "-get", hdfs + "/out", folder.resolve("out").toString());
      Map<String, List<String>> expected = new TreeMap<>(archive.expected());
      // Messages name the file by its address.
      expected.replaceAll(
          (image, row) ->
              row.stream()
                  .map(cell -> cell.replace(archive.input().toString(), hdfs + "/in"))
                  .collect(java.util.stream.Collectors.toList()));
      assertEquals(expected, new TreeMap<>(Archive.rows(folder.resolve("out"))));
      assertEquals(archive.expectedRegions(), Archive.regions(folder.resolve("out")));
      try (var maps = Files.walk(folder.resolve("out/maps"))) {
        assertEquals(190, maps.filter(file -> file.toString().endsWith(".tif")).count());
      }
    }
  }

  private static void shell(Sparks spark, String hdfs, String... words) throws Exception {
    Process process =
        spark.start("-Xmx256m", "org.apache.hadoop.fs.FsShell", List.of(words));
    assertEquals(0, process.waitFor(), hdfs + ": " + spark.printed());
  }
}
