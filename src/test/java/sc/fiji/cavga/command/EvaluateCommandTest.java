package sc.fiji.cavga.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.io.FileSaver;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandModule;

class EvaluateCommandTest {

  private static Context context;

  @TempDir static Path eyes;
  @TempDir Path folder;

  @BeforeAll
  static void train() throws Exception {
    context = Commands.context();
    Commands.normals(eyes.resolve("train/normal"), 6);
    Commands.normals(eyes.resolve("test/normal"), 2);
    Files.createDirectories(eyes.resolve("test/abnormal"));
    new FileSaver(Commands.illEye(Commands.WIDTH, Commands.HEIGHT))
        .saveAsPng(eyes.resolve("test/abnormal/ill.png").toString());
    Commands.run(
        context,
        TrainCommand.class,
        "normal",
        eyes.resolve("train/normal").toFile(),
        "model",
        model(),
        "size",
        32,
        "batch",
        4,
        "detector_steps",
        3);
  }

  @AfterAll
  static void dispose() {
    context.dispose();
  }

  private static File model() {
    return eyes.resolve("eye.cavga").toFile();
  }

  private Object[] inputs(String layout, File dataset) {
    return new Object[] {
      "model", model(), "dataset", dataset, "layout", layout, "output", folder.toFile()
    };
  }

  @Test
  void writesThePageAndSaysTheMetrics() throws Exception {
    CommandModule module = Commands.run(context, EvaluateCommand.class, inputs("", eyes.toFile()));
    String summary = (String) module.getOutput("summary");
    assertTrue(summary.startsWith("2 normal and 1 anomalous test pictures, 0 failed"), summary);
    assertTrue(summary.contains("report.html"), summary);
    for (String name : new String[] {"report.html", "metrics.json", "scores.csv", "roc.svg"})
      assertTrue(Files.size(folder.resolve(name)) > 100, name);
  }

  @Test
  void aWrongDataSetIsOneSentenceWithTheTree() throws Exception {
    String failure =
        Commands.failure(context, EvaluateCommand.class, inputs("folder", folder.toFile()));
    assertTrue(failure.contains("has none of the folders"), failure);
    assertTrue(failure.contains("test/mask/"), failure);
    failure = Commands.failure(context, EvaluateCommand.class, inputs("zoo", eyes.toFile()));
    assertTrue(failure.contains("no data set layout 'zoo'"), failure);
    assertFalse(Files.exists(folder.resolve("metrics.json")));
    assertEquals(0, folder.toFile().list().length);
  }
}
