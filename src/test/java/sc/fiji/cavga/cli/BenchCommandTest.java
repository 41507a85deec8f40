package sc.fiji.cavga.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.cli.error.ExitCode;
import sc.fiji.cavga.io.StrictJson;

class BenchCommandTest {

  @Test
  void printsOneLineOfJson() throws Exception {
    Ran ran = Ran.with("bench", "--size", "32", "--width", "4", "--batch", "2", "--steps", "2");
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
    assertEquals(2, json.get("steps").getAsInt());
  }

  @Test
  void profileNamesTheOperations() {
    Ran ran =
        Ran.with(
            "bench", "--size", "32", "--width", "4", "--batch", "2", "--steps", "2", "--profile");
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertTrue(ran.out().contains("Convolution [2,8,8,8]"), ran.out());
    assertTrue(ran.out().contains("BatchNormalization [2,8,8,8]"), ran.out());
    assertTrue(ran.out().contains("Adam"), ran.out());
    assertTrue(ran.out().lines().anyMatch(line -> line.matches("all .*100\\.0 %")), ran.out());
  }

  @Test
  void wrongUseIsSaid() {
    assertEquals(ExitCode.WRONG_USE, Ran.with("bench", "--steps", "0").code());
    assertEquals(ExitCode.WRONG_USE, Ran.with("bench", "--size", "33").code());
  }
}
