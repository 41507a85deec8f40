package sc.fiji.cavga.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.model.StrictJson;

class EvaluateCommandTest {

  @TempDir Path folder;

  @Test
  void writesMetricsScoresAndPlots() throws Exception {
    Path model = TinyTraining.model(folder);
    Path output = folder.resolve("new/results");
    Ran ran =
        Ran.with(
            "evaluate",
            "--model",
            model.toString(),
            "--dataset",
            folder.resolve("data").toString(),
            "--layout",
            "folder",
            "--map",
            "reconstruction",
            "--output",
            output.toString());
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertTrue(ran.out().startsWith("3 normal and 3 anomalous test pictures"), ran.out());
    assertTrue(ran.out().contains("(image AUROC "), ran.out());
    JsonObject metrics = StrictJson.parseObject(Files.readString(output.resolve("metrics.json")));
    assertEquals(3, metrics.get("masks").getAsInt());
    assertEquals("reconstruction", metrics.get("map").getAsString());
    assertTrue(metrics.get("normal_pixels_marked").getAsDouble() <= 1);
    assertEquals(7, Files.readAllLines(output.resolve("scores.csv")).size());
    assertTrue(Files.exists(output.resolve("roc.svg")));
  }
}
