package sc.fiji.cavga.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.cli.error.ExitCode;
import sc.fiji.cavga.io.StrictJson;

class BenchCommandTest {

  @Test
  void printsOneLineOfJson() throws Exception {
    Ran ran = Ran.with("bench", "--size", "32", "--width", "4", "--batch", "2", "--steps", "1");
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertEquals(1, ran.out().lines().count(), ran.out());
    JsonObject json = StrictJson.parseObject(ran.out());
    assertTrue(json.get("train_step_ms").getAsDouble() > 0);
    assertTrue(json.get("localize_ms").getAsDouble() > 0);
    assertTrue(json.get("localize_default_map_ms").getAsDouble() > 0);
    assertTrue(json.get("peak_memory_mb").getAsDouble() > 10);
    assertEquals(32, json.get("size").getAsInt());
    assertEquals(4, json.get("width").getAsInt());
    assertEquals(2, json.get("batch").getAsInt());
    assertEquals(1, json.get("steps").getAsInt());
  }

  @Test
  void profileNamesTheOperations() {
    Ran ran =
        Ran.with(
            "bench", "--size", "32", "--width", "4", "--batch", "2", "--steps", "1", "--profile");
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertTrue(ran.out().contains("Convolution [2,8,8,8]"), ran.out());
    assertTrue(ran.out().contains("BatchNormalization [2,8,8,8]"), ran.out());
    assertTrue(ran.out().contains("Adam"), ran.out());
    assertTrue(ran.out().lines().anyMatch(line -> line.matches("all .*100\\.0 %")), ran.out());
  }

  @Test
  void aTrainingStepAndItsPartsAreTimed() throws Exception {
    Ran ran = Ran.with("bench", "train", "--size", "16", "--batch", "2", "--steps", "1");
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertEquals(1, ran.out().lines().count(), ran.out());
    JsonObject json = StrictJson.parseObject(ran.out());
    for (String time : List.of("step_ms", "net_step_ms"))
      assertTrue(json.get(time).getAsDouble() > 0, time + " in " + json);
    // Of so small pictures less than a hundredth of a millisecond.
    for (String time : List.of("augment_ms", "paint_ms", "features_ms"))
      assertTrue(json.get(time).getAsDouble() >= 0, time + " in " + json);
    double waiting = json.get("waiting_share").getAsDouble();
    assertTrue(waiting >= 0 && waiting <= 1, json.toString());
    assertTrue(json.get("peak_memory_mb").getAsDouble() > 10);
    assertEquals("local", json.get("method").getAsString());
    assertEquals(16, json.get("size").getAsInt());
    assertEquals(2, json.get("batch").getAsInt());
    assertEquals(1, json.get("steps").getAsInt());
  }

  @Test
  void aFolderRunIsTimedAndLeavesNothing(@TempDir Path folder) throws Exception {
    String model = TinyTraining.model(folder).toString();
    String input = folder.resolve("data/test/normal").toString();
    String before = System.getProperty("java.io.tmpdir");
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    JsonObject all;
    JsonObject tables;
    System.setProperty("java.io.tmpdir", temporary.toString());
    try {
      all = folderRun("bench", "folder", "--model", model, "--input", input);
      tables = folderRun("bench", "folder", "--model", model, "--input", input, "--tables-only");
    } finally {
      System.setProperty("java.io.tmpdir", before);
    }
    for (JsonObject json : List.of(all, tables)) {
      int pictures = new File(input).list().length;
      assertEquals(pictures, json.get("pictures").getAsInt());
      assertEquals(0, json.get("failed").getAsInt());
      double seconds = json.get("run_s").getAsDouble();
      assertTrue(seconds > 0 && seconds < json.get("run_with_start_s").getAsDouble());
      assertEquals(seconds / pictures, json.get("seconds_a_picture").getAsDouble(), 0.001);
      assertTrue(json.get("cores_busy").getAsDouble() > 0);
      assertTrue(json.get("peak_memory_mb").getAsDouble() > 10);
    }
    assertEquals(false, all.get("tables_only").getAsBoolean());
    assertEquals(true, tables.get("tables_only").getAsBoolean());
    assertTrue(
        all.get("bytes_a_picture").getAsLong() > tables.get("bytes_a_picture").getAsLong(),
        all + " " + tables);
    try (Stream<Path> left = Files.list(temporary)) {
      assertEquals(List.of(), left.collect(Collectors.toList()));
    }
    Ran none = Ran.with("bench", "folder", "--model", model, "--input", temporary.toString());
    assertEquals(ExitCode.FAILED, none.code(), none.out());
    assertEquals(1, none.err().lines().count(), none.err());
  }

  private static JsonObject folderRun(String... arguments) throws Exception {
    Ran ran = Ran.with(arguments);
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertEquals(1, ran.out().lines().count(), ran.out());
    return StrictJson.parseObject(ran.out());
  }

  @Test
  void wrongUseIsSaid() {
    assertEquals(ExitCode.WRONG_USE, Ran.with("bench", "train", "--method", "cavga").code());
    assertEquals(ExitCode.WRONG_USE, Ran.with("bench", "train", "--steps", "0").code());
    assertEquals(ExitCode.WRONG_USE, Ran.with("bench", "train", "--size", "3").code());
    assertEquals(ExitCode.WRONG_USE, Ran.with("bench", "--steps", "0").code());
    assertEquals(ExitCode.WRONG_USE, Ran.with("bench", "--size", "33").code());
  }
}
