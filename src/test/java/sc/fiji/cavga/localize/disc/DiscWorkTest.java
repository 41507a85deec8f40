package sc.fiji.cavga.localize.disc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.io.RoiDecoder;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.localize.folder.FolderOptions;
import sc.fiji.cavga.localize.folder.FolderSummary;
import sc.fiji.cavga.localize.folder.FolderWorker;
import sc.fiji.cavga.localize.folder.OneAtATime;
import sc.fiji.cavga.phantom.FundusPhantom;
import sc.fiji.cavga.picture.Laterality;
import sc.fiji.cavga.read.PictureReader;

@ExtendWith(OneAtATime.class)
class DiscWorkTest {

  private static final int WIDTH = 320;
  private static final int HEIGHT = 272;
  private static final FolderOptions OPTIONS = new FolderOptions(false, false, false, true, true);

  @TempDir Path folder;

  @BeforeEach
  void draw() throws IOException {
    Files.createDirectories(folder.resolve("in/ward 1"));
    ImagePlus eye = new ImagePlus("eye", new FundusPhantom(WIDTH, HEIGHT).draw(7).colours());
    for (String name : new String[] {"eye", "blind", "ward 1/eye"})
      new FileSaver(eye).saveAsPng(folder.resolve("in/" + name + ".png").toString());
    Files.writeString(folder.resolve("in/text.jpg"), "no picture");
  }

  private FolderSummary run(PictureReader reader) throws IOException {
    try (DiscMeasurer measurer = OvalDiscs.measurer()) {
      return new FolderWorker(new DiscWork(measurer, OPTIONS), reader, OPTIONS)
          .run(folder.resolve("in"), folder.resolve("out"), progress -> {}, () -> false);
    }
  }

  private List<CSVRecord> table(String name) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser =
        CSVParser.parse(folder.resolve("out").resolve(name), StandardCharsets.UTF_8, format)) {
      return parser.getRecords();
    }
  }

  private Path out(String name) {
    return folder.resolve("out").resolve(name);
  }

  @Test
  void everyPictureHasARow() throws IOException {
    FolderSummary summary = run(PictureReader.standard());
    assertEquals(
        "Measured 2 optic discs; 1 could not be measured; 1 failed.", DiscWork.sentence(summary));
    List<CSVRecord> rows = table("results.csv");
    assertEquals(4, rows.size());
    for (CSVRecord row : rows) assertFalse(row.get("model_fingerprint").isEmpty(), row.toString());
    CSVRecord blind = rows.get(0);
    assertEquals("blind.png", blind.get("image"));
    assertEquals("ok", blind.get("status"));
    assertEquals("Not measured: " + OvalDiscs.REASON, blind.get("message"));
    assertEquals("false", blind.get("measured"));
    assertEquals(OvalDiscs.REASON, blind.get("not_measured_because"));
    for (String column : new String[] {"eye_side", "cdr_vertical", "disc_x", "isnt"})
      assertEquals("", blind.get(column), column);
    CSVRecord eye = rows.get(1);
    assertEquals("true", eye.get("measured"));
    assertEquals("right", eye.get("eye_side"));
    assertEquals("", eye.get("message"));
    assertEquals(0.6, Double.parseDouble(eye.get("cdr_vertical")), 0.02);
    assertEquals(0.4, Double.parseDouble(eye.get("cdr_horizontal")), 0.02);
    assertEquals(OvalDiscs.X * WIDTH, Double.parseDouble(eye.get("disc_x")), 0.5);
    assertEquals("failed", rows.get(2).get("status"));
    assertTrue(rows.get(2).get("message").contains("text.jpg"), rows.get(2).get("message"));
    assertEquals("ward 1/eye.png", rows.get(3).get("image"));
  }

  @Test
  void theClockHoursHaveATableOfTheirOwn() throws IOException {
    run(PictureReader.standard());
    List<CSVRecord> rows = table("discs.csv");
    assertEquals(24, rows.size());
    CSVRecord twelve = rows.get(11);
    assertEquals("eye.png", twelve.get("image"));
    assertEquals("12", twelve.get("clock_hour"));
    // The cup stands upright: its rim is thinner above than at the sides.
    assertEquals(0.2, Double.parseDouble(twelve.get("rim_width")), 0.02);
    assertEquals(0.3, Double.parseDouble(rows.get(2).get("rim_width")), 0.02);
    assertTrue(Double.parseDouble(twelve.get("confidence")) > 0.8);
    assertFalse(Files.exists(out("regions.csv")));
    assertFalse(Files.exists(out("maps")));
  }

  @Test
  void labelsSelectionsAndOverlaysAreThoseOfTheDisc() throws IOException {
    run(PictureReader.standard());
    ImageProcessor labels = IJ.openImage(out("discs/ward 1/eye.png").toString()).getProcessor();
    int x = (int) (OvalDiscs.X * WIDTH);
    int y = (int) (OvalDiscs.Y * HEIGHT);
    int[] found = {
      labels.get(x, y), labels.get(x + 22, y), labels.get(x + 35, y), labels.get(x, y + 15)
    };
    assertArrayEquals(new int[] {255, 128, 0, 255}, found);
    try (ZipFile zip = new ZipFile(out("rois/eye.zip").toFile());
        InputStream in = zip.getInputStream(zip.getEntry("cup.roi"))) {
      Roi cup = RoiDecoder.openFromByteArray(in.readAllBytes());
      assertEquals("cup", cup.getName());
      assertEquals(OvalDiscs.CUP_HEIGHT, cup.getFloatHeight(), 1.5);
      assertTrue(zip.getEntry("disc.roi") != null);
    }
    assertTrue(Files.exists(out("overlays/eye.png")) && Files.exists(out("overlays/blind.png")));
    assertFalse(Files.exists(out("discs/blind.png")));
    assertFalse(Files.exists(out("rois/blind.zip")));
  }

  @Test
  void aLaterRunGoesOnAndMendsWhatIsMissing() throws IOException {
    run(PictureReader.standard());
    assertTrue(DiscWork.sentence(run(PictureReader.standard())).contains("3 were done before"));
    Files.delete(out("discs/eye.png"));
    FolderSummary summary = run(PictureReader.standard());
    assertEquals(1, summary.done());
    assertTrue(Files.exists(out("discs/eye.png")));
    IOException other =
        assertThrows(
            IOException.class, () -> run(PictureReader.standard().ofSide(Laterality.LEFT)));
    assertTrue(other.getMessage().contains("other settings"), other.getMessage());
  }

  @Test
  void whatSomebodySaysOfTheSideCounts() throws IOException {
    run(PictureReader.standard().ofSide(Laterality.LEFT));
    assertEquals("left", table("results.csv").get(1).get("eye_side"));
  }

  @Test
  void cancelledItKeepsWhatIsDone() throws IOException {
    AtomicInteger files = new AtomicInteger();
    try (DiscMeasurer measurer = OvalDiscs.measurer()) {
      FolderSummary summary =
          new FolderWorker(new DiscWork(measurer, OPTIONS), PictureReader.standard(), OPTIONS)
              .run(
                  folder.resolve("in"),
                  folder.resolve("out"),
                  progress -> files.set(progress.files()),
                  () -> files.get() == 2);
      assertEquals(FolderSummary.End.CANCELLED, summary.end());
      assertTrue(summary.whereNow(out("")).contains("run it again"));
    }
    assertEquals(2, table("results.csv").size());
  }
}
