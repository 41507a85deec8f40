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
import ij.process.FloatPolygon;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipFile;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.io.table.TableFormat;
import sc.fiji.cavga.localize.OutputOrientation;
import sc.fiji.cavga.localize.folder.FolderOptions;
import sc.fiji.cavga.localize.folder.FolderSummary;
import sc.fiji.cavga.localize.folder.FolderWorker;
import sc.fiji.cavga.localize.folder.OneAtATime;
import sc.fiji.cavga.phantom.FundusPhantom;
import sc.fiji.cavga.picture.Laterality;
import sc.fiji.cavga.picture.Orientation;
import sc.fiji.cavga.picture.Turn;
import sc.fiji.cavga.read.PictureReader;
import sc.fiji.cavga.read.PngFile;

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
    return run(reader, OPTIONS, "out");
  }

  private FolderSummary run(PictureReader reader, FolderOptions options, String out)
      throws IOException {
    try (DiscMeasurer measurer = OvalDiscs.measurer()) {
      return new FolderWorker(new DiscWork(measurer, options), reader, options)
          .run(folder.resolve("in"), folder.resolve(out), progress -> {}, () -> false);
    }
  }

  private List<CSVRecord> table(String name) throws IOException {
    return table("out", name);
  }

  private List<CSVRecord> table(String out, String name) throws IOException {
    return TableFormat.rows(folder.resolve(out).resolve(name));
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

  /** The file's pixels as they are seen. */
  private RandomAccessibleInterval<FloatType> seen(String name, int orientation) {
    ImageProcessor stored = IJ.openImage(folder.resolve(name).toString()).getProcessor();
    float[] values = new float[WIDTH * HEIGHT];
    for (int i = 0; i < values.length; i++) values[i] = stored.get(i % WIDTH, i / WIDTH);
    return Orientation.upright(ArrayImgs.floats(values, WIDTH, HEIGHT), orientation);
  }

  private float[] corners(String archive, String name) throws IOException {
    try (ZipFile zip = new ZipFile(folder.resolve(archive).toFile());
        InputStream in = zip.getInputStream(zip.getEntry(name))) {
      FloatPolygon line = RoiDecoder.openFromByteArray(in.readAllBytes()).getFloatPolygon();
      float[] corners = new float[2 * line.npoints];
      for (int i = 0; i < corners.length; i++)
        corners[i] = i % 2 == 0 ? line.xpoints[i / 2] : line.ypoints[i / 2];
      return corners;
    }
  }

  @Test
  void allLiesInTheFilesOwnPixelsOnDemand() throws IOException {
    FolderOptions file = OPTIONS.lying(OutputOrientation.FILE);
    for (int orientation = 1; orientation <= 8; orientation++) {
      Path turned = folder.resolve("in/o" + orientation + ".png");
      Files.copy(folder.resolve("in/eye.png"), turned);
      PngFile.insert(turned, "eXIf", PngFile.orientation(orientation));
    }
    run(PictureReader.standard());
    run(PictureReader.standard(), file, "file");
    List<CSVRecord> upright = table("results.csv");
    List<CSVRecord> lying = table("file", "results.csv");
    for (int orientation = 1; orientation <= 8; orientation++) {
      String name = "/o" + orientation;
      CSVRecord expected = upright.get(orientation + 1);
      CSVRecord found = lying.get(orientation + 1);
      assertEquals("o" + orientation + ".png", found.get("image"));
      for (String column : found.getParser().getHeaderNames())
        if (!List.of("seconds", "message", "disc_x", "disc_y").contains(column))
          assertEquals(expected.get(column), found.get(column), column);
      int width = orientation < 5 ? WIDTH : HEIGHT;
      int height = orientation < 5 ? HEIGHT : WIDTH;
      Turn turn = Turn.toFile(orientation, width, height);
      double x = Double.parseDouble(expected.get("disc_x"));
      double y = Double.parseDouble(expected.get("disc_y"));
      assertEquals(turn.x(x, y), Double.parseDouble(found.get("disc_x")), 0.001);
      assertEquals(turn.y(x, y), Double.parseDouble(found.get("disc_y")), 0.001);
      ImageProcessor labels = IJ.openImage(out("discs" + name + ".png").toString()).getProcessor();
      RandomAccessibleInterval<FloatType> seen = seen("file/discs" + name + ".png", orientation);
      for (int at = 0; at < width * height; at++)
        assertEquals(
            labels.get(at % width, at / width), seen.getAt(at % width, at / width).get(), name);
      for (String line : new String[] {"disc.roi", "cup.roi"}) {
        float[] there = corners("out/rois" + name + ".zip", line);
        float[] here = corners("file/rois" + name + ".zip", line);
        for (int i = 0; i < there.length; i += 2) {
          assertEquals(turn.x(there[i], there[i + 1]), here[i], 0.001);
          assertEquals(turn.y(there[i], there[i + 1]), here[i + 1], 0.001);
        }
      }
    }
    assertTrue(lying.get(7).get("message").endsWith(" those of the file's own pixels."));
    assertEquals(
        Files.readString(out("discs.csv")), Files.readString(folder.resolve("file/discs.csv")));
  }
}
