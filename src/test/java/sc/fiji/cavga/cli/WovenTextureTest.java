package sc.fiji.cavga.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.cli.error.ExitCode;
import sc.fiji.cavga.dataset.Layouts;
import sc.fiji.cavga.evaluate.MeanPictureBaseline;
import sc.fiji.cavga.io.StrictJson;
import sc.fiji.cavga.model.ModelFile;

/** Nothing needs to be an eye: cloth with flaws is learned and judged by the same commands. */
class WovenTextureTest {

  private static final int SIZE = 64;
  private static final int FLAW = 12;

  @TempDir Path folder;

  @Test
  void flawsInClothAreFound() throws Exception {
    Path model = trained("--detector-steps 200");
    JsonObject metrics = evaluate(model, "default");
    assertEquals(6, metrics.get("masks").getAsInt());
    assertBeatsTheMean(model, metrics);
  }

  @Test
  void thePapersMethodFindsThemByReconstruction() throws Exception {
    Path model =
        trained(
            "--method cavga --width 8 --latent-channels 4 --levels 2 --epochs 10 --fewest-steps 30"
                + " --most-steps 30 --learning-rate 0.004 --warm-up 2");
    JsonObject reconstruction = evaluate(model, "reconstruction");
    assertBeatsTheMean(model, reconstruction);
    assertBeatsTheMean(model, evaluate(model, "default"));
    JsonObject attention = evaluate(model, "attention");
    assertEquals("attention", attention.get("map").getAsString());
    assertNotEquals(reconstruction.get("pixel_auroc"), attention.get("pixel_auroc"));
  }

  /** Where threads begin anywhere, the mean of many cloths is an even grey. */
  private void assertBeatsTheMean(Path model, JsonObject metrics) throws Exception {
    MeanPictureBaseline baseline = baseline(model);
    double pixels = metrics.get("pixel_auroc").getAsDouble();
    double images = metrics.get("image_auroc").getAsDouble();
    assertTrue(pixels > 0.9 && images > 0.9, metrics.toString());
    assertTrue(pixels > baseline.pixelAuroc() + 0.3, pixels + " and " + baseline);
    assertTrue(images > baseline.imageAuroc() + 0.3, images + " and " + baseline);
  }

  private MeanPictureBaseline baseline(Path model) throws Exception {
    return new MeanPictureBaseline(
        Layouts.discovered().openForEvaluation(folder.resolve("data"), "folder", null),
        ModelFile.read(model).preprocessing());
  }

  private Path trained(String options) throws Exception {
    for (int i = 0; i < 24; i++) cloth("train/normal/n" + i, i, -1, -1);
    for (int i = 0; i < 6; i++) {
      cloth("test/normal/n" + i, 100 + i, -1, -1);
      cloth("test/abnormal/a" + i, 200 + i, 6 + 7 * i, 40 - 5 * i);
      mask("test/mask/a" + i, 6 + 7 * i, 40 - 5 * i);
    }
    Path model = folder.resolve("cloth.cavga");
    String common = "train --size 32 --channels 1 --field-of-view whole_picture ";
    List<String> arguments = new ArrayList<>(List.of((common + options).split(" ")));
    arguments.addAll(List.of("--dataset", folder.resolve("data").toString()));
    arguments.addAll(List.of("--model", model.toString()));
    Ran ran = Ran.with(arguments.toArray(new String[0]));
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    return model;
  }

  private JsonObject evaluate(Path model, String map) throws Exception {
    Path output = folder.resolve("metrics");
    Ran ran =
        Ran.with(
            "evaluate",
            "--model",
            model.toString(),
            "--dataset",
            folder.resolve("data").toString(),
            "--map",
            map,
            "--output",
            output.toString());
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    return StrictJson.parseObject(Files.readString(output.resolve("metrics.json")));
  }

  /** Threads of eight pixels, begun anywhere; in a flaw they run the other way. */
  private void cloth(String name, long seed, int flawLeft, int flawTop) throws Exception {
    Random random = new Random(seed);
    // The first numbers of Random are alike for seeds that follow each other.
    double begin = 8 * new SplittableRandom(seed).nextDouble();
    ByteProcessor picture = new ByteProcessor(SIZE, SIZE);
    for (int y = 0; y < SIZE; y++)
      for (int x = 0; x < SIZE; x++) {
        double along = inFlaw(x, y, flawLeft, flawTop) ? x : y;
        double thread = Math.sin(2 * Math.PI * (along + begin) / 8);
        picture.set(x, y, (int) (128 + 50 * thread + 6 * random.nextGaussian()));
      }
    save(name, picture);
  }

  private void mask(String name, int flawLeft, int flawTop) throws Exception {
    ByteProcessor mask = new ByteProcessor(SIZE, SIZE);
    for (int y = 0; y < SIZE; y++)
      for (int x = 0; x < SIZE; x++) if (inFlaw(x, y, flawLeft, flawTop)) mask.set(x, y, 255);
    save(name, mask);
  }

  private static boolean inFlaw(int x, int y, int left, int top) {
    return left >= 0 && x >= left && x < left + FLAW && y >= top && y < top + FLAW;
  }

  private void save(String name, ByteProcessor pixels) throws Exception {
    Path file = folder.resolve("data").resolve(name + ".png");
    Files.createDirectories(file.getParent());
    assertTrue(new FileSaver(new ImagePlus(name, pixels)).saveAsPng(file.toString()));
  }
}
