package sc.fiji.cavga.export.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.process.ImageProcessor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.export.OnnxExport;
import sc.fiji.cavga.localize.Localization;
import sc.fiji.cavga.localize.Localizer;
import sc.fiji.cavga.localize.folder.output.MapSize;
import sc.fiji.cavga.localize.folder.output.MapTiff;
import sc.fiji.cavga.model.ShippedModels;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.picture.TestPictures;
import sc.fiji.cavga.read.PictureReader;

/** What the script in Python makes of photographs is what localize makes of them. */
class LocalizeScriptTest {

  private static final double MOST = 0.01 + 1e-6;
  private static final Path SAMPLE = Paths.get("sample-fundus", "test");

  @TempDir Path folder;

  @Test
  void samplesHaveTheMapsOfLocalize() throws Exception {
    compare(
        SAMPLE.resolve("abnormal/blot_01_easy.jpg"),
        SAMPLE.resolve("abnormal/cup_02_easy.jpg"),
        SAMPLE.resolve("normal/normal_01.jpg"));
  }

  @Test
  void photographsHaveTheMapsOfLocalize() throws Exception {
    compare(
        TestPictures.data("idrid").resolve("test/abnormal/IDRiD_01.jpg"),
        TestPictures.data("hrf").resolve("glaucoma/glaucoma01.jpg"),
        TestPictures.data("retina").resolve("retina.jpg"));
  }

  private void compare(Path... pictures) throws Exception {
    PythonScript script = new PythonScript("localize_onnx.py");
    TrainedModel model = ShippedModels.read(Paths.get(ShippedModels.HEALTHY_FUNDUS));
    Path exported = folder.resolve("model.onnx");
    Files.write(exported, new OnnxExport(model, MapKind.DEFAULT).bytes(Map.of()));
    List<Double> scores = new ArrayList<>();
    try (Localizer localizer = new Localizer(model, MapKind.DEFAULT)) {
      for (int i = 0; i < pictures.length; i++) {
        Localization own = localizer.localize(PictureReader.standard().read(pictures[i]).get(0));
        MapTiff.write(folder.resolve(i + "-own.tif"), own, MapSize.PICTURE, () -> false);
        scores.add(own.score());
        script.add(exported, pictures[i], folder.resolve(i + ".tif"));
      }
    }
    List<String> printed = script.runWithOnnxRuntime();
    assertEquals(pictures.length, printed.size(), printed::toString);
    for (int i = 0; i < pictures.length; i++) {
      String[] words = printed.get(i).split(" ");
      assertEquals("score", words[0]);
      assertEquals(scores.get(i), Double.parseDouble(words[1]), 2e-3 * Math.max(1, scores.get(i)));
      agree(image(folder.resolve(i + "-own.tif")), image(folder.resolve(i + ".tif")));
    }
  }

  private static ImageProcessor image(Path file) {
    return IJ.openImage(file.toString()).getProcessor();
  }

  private static void agree(ImageProcessor own, ImageProcessor other) {
    assertEquals(own.getWidth(), other.getWidth());
    assertEquals(own.getHeight(), other.getHeight());
    assertEquals(32, other.getBitDepth());
    for (int i = 0; i < own.getPixelCount(); i++) {
      String where = "pixel " + i;
      if (Float.isNaN(own.getf(i))) assertTrue(Float.isNaN(other.getf(i)), where);
      else assertEquals(own.getf(i), other.getf(i), MOST, where);
    }
  }
}
