package sc.fiji.cavga.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.cli.error.ExitCode;
import sc.fiji.cavga.dataset.Layouts;
import sc.fiji.cavga.evaluate.MeanPictureBaseline;
import sc.fiji.cavga.io.StrictJson;
import sc.fiji.cavga.model.ModelFile;

/** A short training on the drawn eyes learns more than what their mean shows. */
class SampleFundusTest {

  private static final Path DATA = Paths.get("sample-fundus");

  @TempDir Path folder;

  @Test
  void theDefaultMethodBeatsTheMeanPicture() throws Exception {
    Path model = folder.resolve("m.cavga");
    run("train --size 64 --detector-steps 150 --seed 1", "--model", model);
    run("evaluate --model " + model, "--output", folder.resolve("all"));
    JsonObject metrics =
        StrictJson.parseObject(Files.readString(folder.resolve("all/metrics.json")));
    MeanPictureBaseline baseline =
        new MeanPictureBaseline(
            Layouts.discovered().openForEvaluation(DATA, "folder", null),
            ModelFile.read(model).preprocessing());
    String both = metrics + " and " + baseline;
    assertTrue(value(metrics, "pixel_auroc") > baseline.pixelAuroc() + 0.1, both);
    assertTrue(value(metrics, "pixel_ap") > baseline.pixelPrecision() + 0.2, both);
    assertTrue(value(metrics, "image_auroc") > baseline.imageAuroc() + 0.2, both);
  }

  private static double value(JsonObject metrics, String key) {
    return metrics.get(key).getAsDouble();
  }

  private static void run(String command, String option, Path file) {
    List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
    arguments.addAll(List.of("--dataset", DATA.toString(), option, file.toString()));
    Ran ran = Ran.with(arguments.toArray(new String[0]));
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
  }
}
