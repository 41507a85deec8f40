package sc.fiji.cavga.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Input, model and output on HDFS; masks among the photographs. */
class HdfsTest {

  private static final int MASKS = 5;
  private static final int PHOTOGRAPHS = 2;

  @TempDir Path folder;

  @Test
  void rowsOnHdfsAreThoseOfAFolderRun() throws Exception {
    Archive archive = new Archive(folder).draw(200, 20);
    for (int i = 0; i < MASKS; i++)
      write(archive.input().resolve("masks/eye " + i + "_mask.png"), Archive.png(i));
    // Called like masks, but none.
    for (int i = 0; i < PHOTOGRAPHS; i++)
      write(archive.input().resolve("annotation/eye " + i + ".png"), gradient());
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
      String said = spark.run(0, List.of(), command);
      assertTrue(
          said.contains(
              "Passed over: "
                  + MASKS
                  + " masks of pictures in other folders, such as masks/eye 0_mask.png."),
          said);
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
        assertEquals(
            190 + PHOTOGRAPHS, maps.filter(file -> file.toString().endsWith(".tif")).count());
      }
    }
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  /** A picture of more values than masks have. */
  private static byte[] gradient() throws IOException {
    BufferedImage image = new BufferedImage(48, 48, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 48; y++)
      for (int x = 0; x < 48; x++) image.setRGB(x, y, 0x010101 * (5 * x));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private static void shell(Sparks spark, String hdfs, String... words) throws Exception {
    Process process = spark.start("-Xmx256m", "org.apache.hadoop.fs.FsShell", List.of(words));
    assertEquals(0, process.waitFor(), hdfs + ": " + spark.printed());
  }
}
