package sc.fiji.cavga.localize.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.Opener;
import ij.io.TiffDecoder;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.dataset.PictureFolder;
import sc.fiji.cavga.localize.Localization;
import sc.fiji.cavga.localize.MapPixels;
import sc.fiji.cavga.localize.folder.output.MapSize;
import sc.fiji.cavga.render.OverlayFormat;

/** In which pixels maps are written, and in which format overlays. */
class OutputKindsTest extends FolderRuns {

  private static final FolderOptions SMALL =
      FolderOptions.DEFAULT.writing(MapSize.NETWORK, OverlayFormat.JPEG);

  private ImagePlus map() {
    return new Opener().openImage(folder.resolve("out/maps/a.tif").toString());
  }

  private String description() throws IOException {
    FileInfo[] info = new TiffDecoder(folder.resolve("out/maps") + "/", "a.tif").getTiffInfo();
    return info[0].description;
  }

  @Test
  void aMapAtThePicturesSizeIsRounded() throws IOException {
    Photographs.write(folder.resolve("in/a.png"), 80, 60, 40, 20);
    run(FolderOptions.DEFAULT);
    Localization found = localizer.localize(READER.read(folder.resolve("in/a.png")).get(0));
    float[] exact = MapPixels.of(found.map());
    float[] written = (float[]) map().getProcessor().getPixels();
    int above = 0;
    for (int i = 0; i < exact.length; i++) {
      assertEquals(exact[i], written[i], 0.005001);
      assertEquals(exact[i] > 1, written[i] > 1);
      if (written[i] > 1) above++;
    }
    assertTrue(above > 100, above + " above the threshold");
    assertTrue(description().contains("\nrounded=to 1/100"), description());
    assertEquals(Set.of("maps/a.tif", "overlays/a.png", "rois/a.zip"), outputs());
  }

  /** What the description says brings the map back to the picture. */
  @Test
  void aMapAtTheNetworksSizeSaysWhereItLies() throws IOException {
    Photographs.write(folder.resolve("in/a.png"), 83, 60, 40, 20);
    run(SMALL);
    assertEquals(Set.of("maps/a.tif", "overlays/a.jpg", "rois/a.zip"), outputs());
    Localization found = localizer.localize(READER.read(folder.resolve("in/a.png")).get(0));
    ImageProcessor map = map().getProcessor();
    assertEquals(localizer.model().preprocessing().size(), map.getWidth());
    Matcher line = Pattern.compile("\npicture=(.*)\n").matcher(description());
    assertTrue(line.find(), description());
    JsonObject picture = JsonParser.parseString(line.group(1)).getAsJsonObject();
    int width = picture.get("width").getAsInt();
    assertEquals(83, width);
    assertEquals(60, picture.get("height").getAsInt());
    double scale = picture.get("scale").getAsDouble();
    float[] exact = MapPixels.of(found.map());
    int compared = 0;
    for (int i = 0; i < exact.length; i++) {
      double x = (i % width + 0.5 - picture.get("left").getAsDouble()) / scale - 0.5;
      double y = (i / width + 0.5 - picture.get("top").getAsDouble()) / scale - 0.5;
      int column = (int) Math.floor(x);
      int row = (int) Math.floor(y);
      if (column < 0 || row < 0 || column + 1 >= map.getWidth() || row + 1 >= map.getHeight())
        continue;
      double u = x - column;
      double v = y - row;
      double value =
          (1 - v) * ((1 - u) * map.getf(column, row) + u * map.getf(column + 1, row))
              + v * ((1 - u) * map.getf(column, row + 1) + u * map.getf(column + 1, row + 1));
      if (Double.isNaN(value)) continue;
      assertEquals(exact[i], value, 1e-5);
      compared++;
    }
    assertTrue(compared > exact.length / 2, compared + " pixels compared");
  }

  @Test
  void overlaysAsJpegAreNoPhotographs() throws IOException {
    Photographs.write(folder.resolve("in/a.png"), 80, 60, 40, 20);
    run(SMALL);
    copy(
        folder.resolve("out/overlays"),
        java.nio.file.Files.createDirectories(folder.resolve("in/copied")).resolve("x"));
    assertEquals(Set.of("a.png"), PictureFolder.files(folder.resolve("in")).keySet());
  }

  @Test
  void kindsAreNotMixedInAFolder() throws IOException {
    Photographs.write(folder.resolve("in/a.png"), 80, 60, 40, 20);
    run(SMALL);
    assertEquals(1, run(SMALL).skipped());
    String refused = assertThrows(IOException.class, () -> run(FolderOptions.DEFAULT)).getMessage();
    assertTrue(refused.contains("other settings"), refused);
    run(OVERWRITE);
    assertEquals(Set.of("maps/a.tif", "overlays/a.png", "rois/a.zip"), outputs());
  }
}
