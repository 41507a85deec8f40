package sc.fiji.cavga.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.io.Opener;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.cli.error.ExitCode;
import sc.fiji.cavga.io.table.TableFormat;
import sc.fiji.cavga.read.PngFile;

/** A picture that shows both eyes of a patient side by side: each is a row. */
class TwoEyesTest {

  @TempDir static Path shared;

  private static Path model;

  @TempDir Path folder;

  @BeforeAll
  static void train() throws Exception {
    model = TinyTraining.model(shared);
  }

  private static ImageProcessor eye(boolean ill) {
    String file = ill ? "data/test/abnormal/a0.png" : "data/test/normal/n0.png";
    return new Opener().openImage(shared.resolve(file).toString()).getProcessor();
  }

  private static ColorProcessor both(double scale, boolean across) {
    ImageProcessor left = eye(true);
    ImageProcessor right = eye(false);
    right = right.resize((int) (right.getWidth() * scale), (int) (right.getHeight() * scale));
    int width = left.getWidth();
    int height = left.getHeight();
    ColorProcessor both =
        across ? new ColorProcessor(2 * width, height) : new ColorProcessor(width, 2 * height);
    both.insert(left, 0, 0);
    both.insert(right, across ? width : 0, across ? 0 : height);
    return both;
  }

  private List<CSVRecord> localized(ImagePlus image) throws Exception {
    Path in = Files.createDirectories(folder.resolve("in"));
    new FileSaver(image).saveAsTiff(in.resolve("visit.tif").toString());
    String run = "localize --model " + model + " --input " + in + " --output ";
    Ran ran = Ran.with((run + folder.resolve("out")).split(" "));
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    return TableFormat.rows(folder.resolve("out/results.csv"));
  }

  private static List<String> images(List<CSVRecord> rows) {
    return rows.stream().map(row -> row.get("image")).collect(Collectors.toList());
  }

  @Test
  void eachIsJudgedInItsPlace() throws Exception {
    List<CSVRecord> rows = localized(new ImagePlus("", both(1, true)));
    assertEquals(List.of("visit.tif#left", "visit.tif#right"), images(rows));
    double ill = Double.parseDouble(rows.get(0).get("score"));
    double healthy = Double.parseDouble(rows.get(1).get("score"));
    assertTrue(ill > healthy + 1, ill + " and " + healthy);
    for (CSVRecord row : rows) {
      assertFalse(row.get("warning").contains("more than one eye"), row.toString());
      assertTrue(row.get("message").contains("shows two eyes"), row.toString());
    }
    ImagePlus right = IJ.openImage(folder.resolve("out/maps/visit_0002.tif").toString());
    int width = eye(false).getWidth();
    assertEquals(2 * width, right.getWidth());
    assertTrue(Float.isNaN(right.getProcessor().getf(width / 2, right.getHeight() / 2)));
    assertFalse(Float.isNaN(right.getProcessor().getf(3 * width / 2, right.getHeight() / 2)));
  }

  /** The file shows the patient lying: eyes above each other, each output for the whole file. */
  @Test
  void eachLiesInItsFileWhereThatIsTurned() throws Exception {
    List<CSVRecord> upright = localized(new ImagePlus("", both(1, true)));
    Path in = Files.createDirectories(folder.resolve("turned"));
    ImageProcessor stored = both(1, true).rotateLeft();
    new FileSaver(new ImagePlus("", stored)).saveAsPng(in.resolve("visit.png").toString());
    PngFile.insert(in.resolve("visit.png"), "eXIf", PngFile.orientation(6));
    String run = "localize --orientation file --model " + model + " --input " + in + " --output ";
    Ran ran = Ran.with((run + folder.resolve("lying")).split(" "));
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    List<CSVRecord> rows = TableFormat.rows(folder.resolve("lying/results.csv"));
    assertEquals(List.of("visit.png#left", "visit.png#right"), images(rows));
    for (int eye = 0; eye < 2; eye++) {
      assertEquals(upright.get(eye).get("score"), rows.get(eye).get("score"));
      String map = "/maps/visit_000" + (eye + 1) + ".tif";
      ImageProcessor expected =
          IJ.openImage(folder.resolve("out" + map).toString()).getProcessor().rotateLeft();
      assertArrayEquals(
          (float[]) expected.getPixels(),
          (float[])
              IJ.openImage(folder.resolve("lying" + map).toString()).getProcessor().getPixels());
    }
  }

  @Test
  void aPageHasItsNumberToo() throws Exception {
    ImageStack stack = new ImageStack();
    stack.addSlice(both(1, true));
    ColorProcessor single = new ColorProcessor(2 * eye(false).getWidth(), eye(false).getHeight());
    single.insert(eye(false), eye(false).getWidth() / 2, 0);
    stack.addSlice(single);
    assertEquals(
        List.of("visit.tif#1#left", "visit.tif#1#right", "visit.tif#2"),
        images(localized(new ImagePlus("", stack))));
    String run = "localize --model " + model + " --input " + folder.resolve("in") + " --output ";
    Ran again = Ran.with((run + folder.resolve("out")).split(" "));
    assertTrue(again.out().contains("3 were done before"), again.out());
  }

  @Test
  void aThumbnailIsNoSecondEye() throws Exception {
    assertEquals(List.of("visit.tif"), images(localized(new ImagePlus("", both(0.3, true)))));
  }

  /** Which is left is not known there. */
  @Test
  void oneAboveTheOtherIsNotJudged() throws Exception {
    List<CSVRecord> rows = localized(new ImagePlus("", both(1, false)));
    assertEquals(List.of("visit.tif"), images(rows));
    assertEquals("false", rows.get(0).get("judged"));
  }
}
