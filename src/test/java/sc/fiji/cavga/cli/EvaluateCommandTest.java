package sc.fiji.cavga.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.cavga.cli.error.ExitCode;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.Layouts;
import sc.fiji.cavga.evaluate.EvaluationFolder;
import sc.fiji.cavga.evaluate.Evaluator;
import sc.fiji.cavga.evaluate.metric.PictureResult;
import sc.fiji.cavga.io.OutputMark;
import sc.fiji.cavga.io.StrictJson;
import sc.fiji.cavga.localize.Localizer;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.examination.MapKind;

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
            "--contact-sheet",
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
    BufferedImage sheet = ImageIO.read(output.resolve("contact-sheet.png").toFile());
    assertTrue(sheet.getWidth() > 3 * sheet.getHeight() / 2, "three rows of two, each three wide");
  }

  @Test
  void doubtfulMasksAreNamedAndRulesHelp() throws Exception {
    Path model = TinyTraining.model(folder);
    Path mask = folder.resolve("data/test/mask/a0.png");
    BufferedImage inverted = ImageIO.read(mask.toFile());
    for (int y = 0; y < inverted.getHeight(); y++)
      for (int x = 0; x < inverted.getWidth(); x++)
        inverted.setRGB(x, y, inverted.getRGB(x, y) ^ 0xffffff);
    assertTrue(ImageIO.write(inverted, "png", mask.toFile()));
    for (String other : List.of("a1.png", "a2.png"))
      Files.copy(mask, mask.resolveSibling(other), StandardCopyOption.REPLACE_EXISTING);
    Path output = folder.resolve("results");
    Ran ran = evaluate(model, output);
    assertTrue(ran.err().contains("Is it inverted?"), ran.err());
    JsonObject metrics = StrictJson.parseObject(Files.readString(output.resolve("metrics.json")));
    assertTrue(metrics.get("warnings").getAsJsonArray().size() >= 3, metrics::toString);
    assertTrue(Files.readString(output.resolve("report.html")).contains("Is it inverted?"));
    Ran right = evaluate(model, output, "--mask-inverted");
    assertFalse(right.err().contains("inverted"), right.err());
    JsonObject better = StrictJson.parseObject(Files.readString(output.resolve("metrics.json")));
    assertEquals(0, better.get("warnings").getAsJsonArray().size());
    assertNotEquals(metrics.get("pixel_auroc"), better.get("pixel_auroc"));
    assertEquals(ExitCode.WRONG_USE, evaluate(model, output, "--mask-cut", "300").code());
  }

  @Test
  void testPicturesThatWereLearnedFromAreNamed() throws Exception {
    Path model = TinyTraining.model(folder);
    Path output = folder.resolve("results");
    assertFalse(evaluate(model, output).err().contains("learned from"), "none is");
    Path data = folder.resolve("data");
    for (int i = 0; i < 3; i++)
      Files.copy(
          data.resolve("train/normal/n" + i + ".png"),
          data.resolve("test/normal/other name " + i + ".png"));
    Ran ran = evaluate(model, output);
    String warning = "3 of the 9 test pictures were learned from";
    assertTrue(ran.err().contains("Warning: " + warning), ran.err());
    JsonObject metrics = StrictJson.parseObject(Files.readString(output.resolve("metrics.json")));
    String first = metrics.get("warnings").getAsJsonArray().get(0).getAsString();
    assertTrue(first.startsWith(warning) && first.contains("other name 2.png"), first);
    assertTrue(Files.readString(output.resolve("report.html")).contains(warning));
  }

  private Ran evaluate(Path model, Path output, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("evaluate", "--model", "" + model, "--output", "" + output));
    arguments.addAll(List.of("--dataset", folder.resolve("data").toString()));
    arguments.addAll(List.of(more));
    return Ran.with(arguments.toArray(new String[0]));
  }

  @Test
  void nothingOfAnEarlierEvaluationStays() throws Exception {
    Path model = TinyTraining.model(folder);
    Path output = folder.resolve("results");
    Ran ran = evaluate(model, output, "--maps", "--contact-sheet");
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertEquals(6, output.resolve("maps").toFile().list().length);
    Files.writeString(output.resolve("maps/notes.txt"), "mine");
    Files.move(folder.resolve("data/test/normal"), folder.resolve("taken away"));
    ran = evaluate(model, output, "--maps");
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertEquals(4, output.resolve("maps").toFile().list().length);
    ran = evaluate(model, output);
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    Set<String> left = Set.of(output.toFile().list());
    assertEquals(
        Set.of("metrics.json", "scores.csv", "report.html", ".cavga-evaluation", "maps"), left);
    assertEquals(List.of("notes.txt"), List.of(output.resolve("maps").toFile().list()));
  }

  @Test
  void ownResultsAreNeitherLearnedFromNorMeasured() throws Exception {
    Path model = TinyTraining.model(folder);
    Path data = folder.resolve("data");
    Path output = data.resolve("test/normal/results");
    Ran ran =
        Ran.with(
            "localize",
            "--model=" + model,
            "--input=" + data.resolve("test/abnormal"),
            "--output=" + output);
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    Files.copy(output.resolve("overlays/a0.png"), data.resolve("train/normal/overlay.png"));
    ran = evaluate(model, folder.resolve("evaluated"), "--maps", "--contact-sheet");
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertTrue(ran.out().startsWith("3 normal and 3 anomalous test pictures"), ran.out());
    assertTrue(ran.out().contains("7 files that CAVGA has written were passed over."), ran.out());
    for (String file : new String[] {"contact-sheet.png", "maps/000001.tif"})
      assertTrue(OutputMark.isOnFile(folder.resolve("evaluated").resolve(file)), file);
    ran = TinyTraining.trainLocal(folder.resolve("m.cavga"), "--normal", data + "/train/normal");
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertTrue(ran.err().contains("1 file that CAVGA has written was passed over."), ran.err());
    assertTrue(ran.err().contains("on 6 normal pictures; 2 more"), ran.err());
  }

  @Test
  void whatNoEvaluationHasWrittenIsNotReplaced() throws Exception {
    Path model = TinyTraining.model(folder);
    Path output = Files.createDirectories(folder.resolve("mine"));
    Files.writeString(output.resolve("scores.csv"), "mine");
    Ran ran = evaluate(model, output);
    assertEquals(ExitCode.FAILED, ran.code(), ran.err());
    assertTrue(ran.err().contains("holds scores.csv, which no evaluation is known"), ran.err());
    assertEquals("mine", Files.readString(output.resolve("scores.csv")));
    assertEquals(ExitCode.DONE, evaluate(model, output, "--overwrite").code());
    assertEquals(ExitCode.DONE, evaluate(model, output).code(), "its own are replaced");

    Path looked = folder.resolve("looked");
    Ran.with(
        "localize",
        "--model=" + model,
        "--input=" + folder.resolve("data/test/normal"),
        "--output=" + looked);
    ran = evaluate(model, looked, "--overwrite");
    assertEquals(ExitCode.FAILED, ran.code(), ran.err());
    assertTrue(ran.err().contains("holds results of looking at pictures"), ran.err());
  }

  @Test
  void theSecondOfTwoIntoOneFolderIsRefused() throws Exception {
    Path model = TinyTraining.model(folder);
    Path output = folder.resolve("results");
    try (EvaluationFolder first = EvaluationFolder.open(output, false)) {
      Ran ran = evaluate(model, output);
      assertEquals(ExitCode.FAILED, ran.code(), ran.err());
      assertTrue(ran.err().startsWith("Another evaluation is writing into " + output), ran.err());
    }
    assertEquals(ExitCode.DONE, evaluate(model, output).code());
  }

  /** What is measured has to be what people get to see. */
  @ParameterizedTest
  @EnumSource(MapKind.class)
  void scoresAreThoseOfLocalizing(MapKind kind) throws Exception {
    TrainedModel model = ModelFile.read(TinyTraining.model(folder));
    Dataset dataset = Layouts.discovered().openForEvaluation(folder.resolve("data"), null, null);
    List<PictureResult> results =
        new Evaluator(model, kind)
            .evaluate(dataset, (done, total, result) -> {}, () -> false)
            .results();
    try (Localizer localizer = new Localizer(model, kind)) {
      for (int i = 0; i < results.size(); i++)
        assertEquals(
            localizer.localize(dataset.test().get(i).picture()).score(), results.get(i).score());
    }
  }
}
