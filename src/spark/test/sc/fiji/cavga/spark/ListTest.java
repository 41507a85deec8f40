package sc.fiji.cavga.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of files, whose further columns come into the results, on Spark 4.0; and summaries. */
class ListTest {

  @TempDir Path folder;

  @Test
  void furtherColumnsAreCarriedAndRowsAreAsManyAsLines() throws Exception {
    Archive archive = new Archive(folder).draw(30, 10);
    List<String> lines = new ArrayList<>(List.of("eye,patient,path,score"));
    for (int i = 0; i < 30; i++)
      lines.add((i % 2 == 0 ? "left" : "right") + ",p" + i / 2 + ",in/0/eye " + i + ".png,none");
    // Twice, and one that is not there.
    lines.add(lines.get(1));
    lines.add("left,p99,in/0/missing.png,none");
    Path list = Files.write(folder.resolve("list.csv"), lines);
    Path out = folder.resolve("out");
    String[] command = archive.localize(out);
    command[4] = list.toString();
    try (Sparks spark = new Sparks(folder.resolve("spark"), "4.0")) {
      String said = spark.run(0, List.of(), command);
      assertTrue(said.contains("Localized 28 pictures of 32 files"), said);
      spark.run(
          0,
          List.of("--class", ParquetRows.class.getName(), "--jars", ParquetRows.jar(folder)),
          out.resolve("results").toString(),
          folder.resolve("rows.json").toString());
      List<JsonObject> rows =
          Files.readAllLines(folder.resolve("rows.json")).stream()
              .map(line -> new Gson().fromJson(line, JsonObject.class))
              .collect(Collectors.toList());
      assertEquals(32, rows.size());
      for (JsonObject row : rows) {
        int line = row.get("file_number").getAsInt() + 1;
        String[] cells = lines.get(line).split(",");
        assertEquals(cells[0], row.get("eye").getAsString());
        assertEquals(cells[1], row.get("patient").getAsString());
        assertEquals(cells[3], row.get("manifest_score").getAsString());
        assertEquals(cells[2], row.get("image").getAsString());
        assertEquals(folder.resolve(cells[2]).toString(), row.get("path").getAsString());
        assertTrue(row.get("model_fingerprint").getAsString().matches("[0-9a-f]{64}"));
        assertEquals("0.1.0-SNAPSHOT", row.get("software_version").getAsString());
        assertTrue(row.has("host") && row.has("seconds"));
        assertTrue(
            row.has("score") == row.get("status").getAsString().equals("ok"), row.toString());
      }

      spark.run(0, List.of(), "summarize", out.toString());
      JsonObject summary =
          new Gson().fromJson(Files.readString(out.resolve("summary.json")), JsonObject.class);
      JsonObject counts = summary.get("counts").getAsJsonObject();
      assertEquals(32, counts.get("files").getAsInt());
      assertEquals(28, counts.get("done").getAsInt());
      assertEquals(4, counts.get("failed").getAsInt());
      assertEquals(4, summary.get("failures").getAsJsonArray().size());
      long scored = 0;
      for (var bin : summary.get("scores").getAsJsonObject().get("counts").getAsJsonArray())
        scored += bin.getAsLong();
      assertEquals(28, scored);
      String page = Files.readString(out.resolve("summary.html"));
      assertTrue(page.contains("FILE does not exist; check the name."), page);
    }
  }
}
