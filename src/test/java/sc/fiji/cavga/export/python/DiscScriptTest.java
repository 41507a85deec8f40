package sc.fiji.cavga.export.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ImageProcessor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.export.ExportChoice;
import sc.fiji.cavga.export.OnnxExport;
import sc.fiji.cavga.localize.Localization;
import sc.fiji.cavga.localize.Localizer;
import sc.fiji.cavga.model.ShippedModels;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.examination.FurtherTable;
import sc.fiji.cavga.model.examination.LabelImage;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.examination.Measure;
import sc.fiji.cavga.picture.TestPictures;
import sc.fiji.cavga.read.PictureReader;

/**
 * What the script in Python measures of optic discs is what localize measures: cdr_vertical of
 * results.csv, rim_width of discs.csv, and discs/NAME.png.
 */
class DiscScriptTest {

  private static final double MOST = 2e-3;

  /** Of the picture's pixels whose labels may differ, on outlines. */
  private static final double MOST_PIXELS = 1e-5;

  private static final Path SAMPLE = Paths.get("sample-fundus", "test");

  private static TrainedModel model;

  @TempDir Path folder;

  @BeforeAll
  static void read() throws Exception {
    model = ShippedModels.read(Paths.get(ShippedModels.HEALTHY_FUNDUS));
  }

  private Path exported() throws Exception {
    byte[] bytes = ExportChoice.of(model, "disc", MapKind.DEFAULT).bytes(Map.of());
    return Files.write(folder.resolve("discs.onnx"), bytes);
  }

  @Test
  void samplesHaveTheDiscsOfLocalize() throws Exception {
    assertEquals(
        2,
        compare(
            SAMPLE.resolve("abnormal/cup_02_easy.jpg"),
            SAMPLE.resolve("normal/normal_01.jpg"),
            withoutDisc()));
  }

  @Test
  void photographsHaveTheDiscsOfLocalize() throws Exception {
    assertEquals(
        3,
        compare(
            TestPictures.data("idrid").resolve("test/abnormal/IDRiD_01.jpg"),
            TestPictures.data("hrf").resolve("glaucoma/glaucoma01.jpg"),
            TestPictures.data("retina").resolve("retina.jpg")));
  }

  /** All else of an eye: the sample whose disc is covered with what is beside it. */
  private Path withoutDisc() {
    ImagePlus eye = IJ.openImage(SAMPLE.resolve("normal/normal_01.jpg").toString());
    ImageProcessor pixels = eye.getProcessor();
    pixels.setColor(pixels.getPixel(eye.getWidth() / 2, eye.getHeight() / 4));
    pixels.fillRect(0, eye.getHeight() / 4, eye.getWidth(), eye.getHeight() / 2);
    Path file = folder.resolve("covered.png");
    new FileSaver(eye).saveAsPng(file.toString());
    return file;
  }

  /** How many of them are measured. */
  private int compare(Path... pictures) throws Exception {
    PythonScript script = new PythonScript("discs_onnx.py");
    Path exported = exported();
    List<Localization> own = new ArrayList<>();
    try (Localizer localizer = new Localizer(model, MapKind.DEFAULT)) {
      for (Path each : pictures) {
        own.add(localizer.localize(PictureReader.standard().read(each).get(0)));
        script.add(exported, each, folder.resolve(own.size() + ".png"));
      }
    }
    List<String> printed = new ArrayList<>(script.runWithOnnxRuntime());
    int measured = 0;
    for (int i = 0; i < pictures.length; i++) {
      String first = printed.remove(0);
      Measure ratio = measure(own.get(i), "cdr_vertical");
      if (ratio.reason().isPresent()) {
        assertEquals("Not measured: " + ratio.reason().get(), first);
        continue;
      }
      measured++;
      assertEquals("cdr_vertical", first.split(" ")[0]);
      assertEquals(ratio.value(), number(first.split(" ")[1]), MOST);
      String[] rims = printed.remove(0).split(" ");
      FurtherTable hours = own.get(i).prediction().tables().get(0);
      int column = hours.columns().indexOf("rim_width");
      assertEquals(13, rims.length);
      for (int hour = 1; hour <= 12; hour++)
        assertEquals(number(hours.rows().get(hour - 1).get(column)), number(rims[hour]), MOST);
      agree(own.get(i).labels().get(0), folder.resolve(i + 1 + ".png"));
    }
    return measured;
  }

  private static Measure measure(Localization of, String name) {
    return of.measures().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
  }

  private static double number(Object value) {
    return Double.parseDouble(value.toString());
  }

  private static void agree(LabelImage own, Path file) {
    byte[] labels = (byte[]) IJ.openImage(file.toString()).getProcessor().getPixels();
    assertEquals(own.labels().length, labels.length);
    int other = 0;
    for (int i = 0; i < labels.length; i++) if (labels[i] != own.labels()[i]) other++;
    assertTrue(other <= 2 + MOST_PIXELS * labels.length, other + " pixels");
  }

  @Test
  void eachScriptSaysWhichFileIsTheOthers() throws Exception {
    Path discs = exported();
    Path map = folder.resolve("map.onnx");
    Files.write(map, new OnnxExport(model, MapKind.DEFAULT).bytes(Map.of()));
    Path eye = SAMPLE.resolve("normal/normal_01.jpg");
    PythonScript ofDiscs = new PythonScript("discs_onnx.py");
    assertEquals(
        List.of(map + " holds a map: take localize_onnx.py."),
        ofDiscs.add(map, eye, folder.resolve("1.png")).runWithOnnxRuntime());
    PythonScript ofMaps = new PythonScript("localize_onnx.py");
    assertEquals(
        List.of(discs + " holds networks for the optic disc: take discs_onnx.py."),
        ofMaps.add(discs, eye, folder.resolve("1.tif")).runWithOnnxRuntime());
  }
}
