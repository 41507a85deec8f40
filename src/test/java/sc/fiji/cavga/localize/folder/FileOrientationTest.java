package sc.fiji.cavga.localize.folder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.RoiDecoder;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.localize.OutputOrientation;
import sc.fiji.cavga.localize.folder.output.MapSize;
import sc.fiji.cavga.picture.Orientation;
import sc.fiji.cavga.read.PngFile;
import sc.fiji.cavga.render.OverlayFormat;

/** Outputs for the file's own pixels are those of the upright picture, turned. */
class FileOrientationTest extends FolderRuns {

  /** Overlays of this size are not scaled. */
  private static final int WIDTH = 800;

  private static final int HEIGHT = 600;

  private static final FolderOptions FILE = FolderOptions.DEFAULT.lying(OutputOrientation.FILE);

  @BeforeEach
  void write() throws IOException {
    ColorProcessor stored = new ColorProcessor(WIDTH, HEIGHT);
    stored.setColor(0x808080);
    stored.fill();
    stored.setColor(0xffffff);
    for (int[] each : new int[][] {{400, 100, 80, 250}, {400, 100, 200, 60}, {90, 450, 120, 70}}) {
      stored.setRoi(each[0], each[1], each[2], each[3]);
      stored.fill();
    }
    Files.createDirectories(folder.resolve("in"));
    for (int orientation = 1; orientation <= 8; orientation++) {
      Path file = folder.resolve("in/o" + orientation + ".png");
      ImageIO.write(stored.getBufferedImage(), "png", file.toFile());
      PngFile.insert(file, "eXIf", PngFile.orientation(orientation));
    }
  }

  /** Into {@code out}, which then becomes a folder of that name. */
  private void run(FolderOptions options, String name) throws IOException {
    assertEquals(8, run(options).done());
    Files.move(folder.resolve("out"), folder.resolve(name));
  }

  private ImageProcessor image(String name) {
    ImagePlus image = IJ.openImage(folder.resolve(name).toString());
    return image.getProcessor();
  }

  private static float[] values(ImageProcessor image, int width, int height) {
    float[] values = new float[width * height];
    for (int i = 0; i < values.length; i++) {
      int x = i % width;
      int y = i / width;
      values[i] = image instanceof ColorProcessor ? image.get(x, y) & 0xffffff : image.getf(x, y);
    }
    return values;
  }

  /**
   * Whether a file's pixels, turned as they are to be seen, are those of an upright image.
   *
   * @param width of what is compared in the file's upper left corner
   */
  private static void assertSeen(
      ImageProcessor upright, ImageProcessor stored, int width, int height, int orientation) {
    RandomAccessibleInterval<FloatType> seen =
        Orientation.upright(
            ArrayImgs.floats(values(stored, width, height), width, height), orientation);
    float[] turned = new float[width * height];
    int at = 0;
    for (FloatType value : Views.flatIterable(seen)) turned[at++] = value.get();
    assertArrayEquals(
        values(upright, (int) seen.dimension(0), (int) seen.dimension(1)),
        turned,
        "orientation " + orientation);
  }

  private List<Roi> selections(String archive) throws IOException {
    List<Roi> selections = new ArrayList<>();
    try (ZipFile zip = new ZipFile(folder.resolve(archive).toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries()))
        try (InputStream in = zip.getInputStream(entry)) {
          selections.add(RoiDecoder.openFromByteArray(in.readAllBytes()));
        }
    }
    selections.sort(Comparator.comparing(Roi::getName));
    return selections;
  }

  private static ImageProcessor mask(Roi roi, int width, int height) {
    ByteProcessor mask = new ByteProcessor(width, height);
    mask.setValue(1);
    mask.fill(roi);
    return mask;
  }

  @Test
  void allOutputsAreThoseOfTheUprightPictureTurned() throws IOException {
    run(FolderOptions.DEFAULT, "upright");
    run(FILE, "file");
    for (int orientation = 1; orientation <= 8; orientation++) {
      String name = "/o" + orientation;
      int width = orientation < 5 ? WIDTH : HEIGHT;
      int height = orientation < 5 ? HEIGHT : WIDTH;
      ImageProcessor map = image("file/maps" + name + ".tif");
      assertEquals(WIDTH, map.getWidth());
      assertEquals(HEIGHT, map.getHeight());
      assertSeen(image("upright/maps" + name + ".tif"), map, WIDTH, HEIGHT, orientation);
      assertSeen(
          image("upright/overlays" + name + ".png"),
          image("file/overlays" + name + ".png"),
          WIDTH,
          HEIGHT,
          orientation);
      List<Roi> upright = selections("upright/rois" + name + ".zip");
      List<Roi> stored = selections("file/rois" + name + ".zip");
      assertEquals(2, stored.size());
      for (int i = 0; i < 2; i++) {
        assertEquals(upright.get(i).getName(), stored.get(i).getName());
        assertSeen(
            mask(upright.get(i), width, height),
            mask(stored.get(i), WIDTH, HEIGHT),
            WIDTH,
            HEIGHT,
            orientation);
        String words = "as the pixels of the file, which have the EXIF orientation ";
        assertEquals(
            orientation == 1 ? null : words + orientation,
            stored.get(i).getProperty("orientation"));
      }
    }
  }

  private List<List<CSVRecord>> tables(FolderOptions options) throws IOException {
    run(options);
    List<List<CSVRecord>> tables = List.of(table("results.csv"), table("regions.csv"));
    delete(folder.resolve("out"));
    return tables;
  }

  @Test
  void scoresStayAndPlacesAreThoseOfTheFile() throws IOException {
    List<List<CSVRecord>> upright = tables(FolderOptions.DEFAULT);
    run(FILE);
    List<CSVRecord> results = table("results.csv");
    for (int i = 0; i < 8; i++)
      for (String column : results.get(i).getParser().getHeaderNames())
        if (!column.equals("seconds") && !column.equals("message"))
          assertEquals(upright.get(0).get(i).get(column), results.get(i).get(column));
    assertEquals("", results.get(0).get("message"));
    assertTrue(results.get(5).get("message").endsWith(" those of the file's own pixels."));
    assertTrue(upright.get(0).get(5).get("message").endsWith(" those of the upright picture."));
    List<CSVRecord> regions = table("regions.csv");
    assertEquals(16, regions.size());
    for (int i = 0; i < 16; i++) {
      CSVRecord region = regions.get(i);
      for (String column : List.of("image", "region", "area_px", "mean", "max"))
        assertEquals(upright.get(1).get(i).get(column), region.get(column));
      String name = region.get("image").replace(".png", "");
      int number = Integer.parseInt(region.get("region"));
      Roi roi = selections("out/rois/" + name + ".zip").get(number - 1);
      assertEquals(roi.getBounds().x, Integer.parseInt(region.get("x")));
      assertEquals(roi.getBounds().y, Integer.parseInt(region.get("y")));
      assertEquals(roi.getBounds().width, Integer.parseInt(region.get("width")));
      assertEquals(roi.getBounds().height, Integer.parseInt(region.get("height")));
      ImageProcessor mask = mask(roi, WIDTH, HEIGHT);
      double sumX = 0;
      double sumY = 0;
      int area = 0;
      for (int at = 0; at < WIDTH * HEIGHT; at++) {
        if (mask.get(at) == 0) continue;
        sumX += at % WIDTH + 0.5;
        sumY += at / WIDTH + 0.5;
        area++;
      }
      assertEquals(area, Integer.parseInt(region.get("area_px")));
      assertEquals(sumX / area, Double.parseDouble(region.get("centroid_x")), 0.006);
      assertEquals(sumY / area, Double.parseDouble(region.get("centroid_y")), 0.006);
    }
  }

  /** At the network's size the file says where the map lies. */
  @Test
  void mapsAtTheNetworksSizeLieInTheFileToo() throws IOException {
    run(FolderOptions.DEFAULT.writing(MapSize.NETWORK, OverlayFormat.JPEG), "upright");
    run(FILE.writing(MapSize.NETWORK, OverlayFormat.JPEG), "file");
    for (int orientation = 1; orientation <= 8; orientation++) {
      String name = "/maps/o" + orientation + ".tif";
      ImageProcessor stored = image("file" + name);
      int size = stored.getWidth();
      assertSeen(image("upright" + name), stored, size, size, orientation);
      JsonObject place = place("file" + name);
      assertEquals(WIDTH, place.get("width").getAsInt());
      assertEquals(HEIGHT, place.get("height").getAsInt());
      assertEquals(place("upright" + name).get("scale"), place.get("scale"));
      // The square is larger than the picture and has the same middle.
      double side = size * place.get("scale").getAsDouble();
      assertEquals((WIDTH - side) / 2, place.get("left").getAsDouble(), 1e-9);
      assertEquals((HEIGHT - side) / 2, place.get("top").getAsDouble(), 1e-9);
    }
  }

  private JsonObject place(String name) {
    String description =
        IJ.openImage(folder.resolve(name).toString()).getOriginalFileInfo().description;
    String line = description.lines().filter(each -> each.startsWith("picture=")).findFirst().get();
    return JsonParser.parseString(line.substring(8)).getAsJsonObject();
  }

  @Test
  void orientationsAreNotMixedInAFolder() throws IOException {
    run(FILE);
    assertEquals(8, run(FILE).skipped());
    String refused = assertThrows(IOException.class, () -> run(FolderOptions.DEFAULT)).getMessage();
    assertTrue(refused.contains("another orientation"), refused);
    assertEquals(8, run(OVERWRITE.lying(OutputOrientation.FILE)).done());
    assertEquals(8, run(OVERWRITE).done());
    assertEquals(8, run(FolderOptions.DEFAULT).skipped());
  }
}
