package sc.fiji.cavga.localize.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.Opener;
import ij.io.RoiDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import sc.fiji.cavga.localize.folder.FolderSummary.End;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.read.PictureReader;
import sc.fiji.cavga.read.PngFile;
import sc.fiji.cavga.read.file.ImageReader;
import sc.fiji.cavga.render.HeatMap;

@ExtendWith(OneAtATime.class)
class FolderLocalizerTest extends FolderRuns {

  @Test
  void aTreeBecomesTablesMapsOverlaysAndSelections() throws IOException {
    Photographs.write(folder.resolve("in/left/eye.png"), 80, 60, 40, 20);
    Photographs.grey(folder.resolve("in/right/eye.png"), 60, 80);
    List<Integer> seen = new ArrayList<>();
    FolderSummary summary =
        run(
            FolderOptions.DEFAULT,
            progress -> {
              seen.add(progress.files());
              assertEquals(2, progress.total());
              assertEquals(progress.files() == 0, Double.isNaN(progress.secondsLeft()));
            });

    assertEquals(List.of(0, 1, 2), seen);
    assertEquals(2, summary.done());
    assertEquals(1, summary.anomalous());
    assertEquals(0, summary.failed() + summary.skipped());
    assertEquals(End.COMPLETE, summary.end());
    assertEquals(
        Set.of(
            "maps/left/eye.tif",
            "maps/right/eye.tif",
            "overlays/left/eye.png",
            "overlays/right/eye.png",
            "rois/left/eye.zip"),
        outputs());
    assertEquals(
        "image,score,threshold,anomalous,regions,anomalous_fraction,seconds,status,message,judged,warning,"
            + "model,model_fingerprint",
        Files.readAllLines(folder.resolve("out/results.csv")).get(0));
    assertEquals(
        "image,region,area_px,mean,max,centroid_x,centroid_y,x,y,width,height",
        Files.readAllLines(folder.resolve("out/regions.csv")).get(0));
    assertEquals(List.of("left/eye.png", "right/eye.png"), column("results.csv", "image"));
    assertEquals(List.of("true", "false"), column("results.csv", "anomalous"));
    assertEquals(List.of("ok", "ok"), column("results.csv", "status"));
    assertEquals(List.of("left/eye.png"), column("regions.csv", "image"));
    CSVRecord region = table("regions.csv").get(0);
    assertEquals(50, Double.parseDouble(region.get("centroid_x")), 3);
    assertEquals(27.5, Double.parseDouble(region.get("centroid_y")), 3);
    assertMapAndSelectionAgree(region);
  }

  private void assertMapAndSelectionAgree(CSVRecord region) throws IOException {
    ImagePlus map = new Opener().openImage(folder.resolve("out/maps/left/eye.tif").toString());
    assertEquals(32, map.getBitDepth());
    assertEquals(80, map.getWidth());
    assertEquals(60, map.getHeight());
    assertEquals(0, map.getDisplayRangeMin());
    assertEquals(HeatMap.TOP, map.getDisplayRangeMax());
    try (ZipFile zip = new ZipFile(folder.resolve("out/rois/left/eye.zip").toFile())) {
      ZipEntry entry = zip.entries().nextElement();
      assertEquals(1, zip.size());
      Roi roi;
      try (InputStream in = zip.getInputStream(entry)) {
        roi = RoiDecoder.openFromByteArray(in.readAllBytes());
      }
      assertEquals(entry.getName(), roi.getName() + ".roi");
      int area = 0;
      for (int y = 0; y < 60; y++)
        for (int x = 0; x < 80; x++) {
          assertEquals(map.getProcessor().getf(x, y) > 1, roi.contains(x, y));
          if (roi.contains(x, y)) area++;
        }
      assertEquals(area, Integer.parseInt(region.get("area_px")));
    }
  }

  /** ImageJ shows the file's pixels as they lie, where maps and regions do not fit. */
  @Test
  void mapsAndSelectionsOfATurnedFileSayHowTheyLie() throws IOException {
    Photographs.write(folder.resolve("in/straight.png"), 80, 60, 40, 20);
    Photographs.write(folder.resolve("in/turned.png"), 80, 60, 40, 20);
    PngFile.insert(folder.resolve("in/turned.png"), "eXIf", PngFile.orientation(6));
    run(FolderOptions.DEFAULT);
    String words = "upright, while the pixels of the file have the EXIF orientation 6";
    for (String name : List.of("straight", "turned")) {
      boolean turned = name.equals("turned");
      ImagePlus map =
          new Opener().openImage(folder.resolve("out/maps/" + name + ".tif").toString());
      assertEquals(turned ? 60 : 80, map.getWidth());
      String description = String.valueOf(map.getOriginalFileInfo().description);
      assertEquals(turned, description.contains("orientation=" + words), description);
      try (ZipFile zip = new ZipFile(folder.resolve("out/rois/" + name + ".zip").toFile());
          InputStream in = zip.getInputStream(zip.entries().nextElement())) {
        Roi roi = RoiDecoder.openFromByteArray(in.readAllBytes());
        assertEquals(turned ? words : null, roi.getProperty("orientation"));
      }
    }
  }

  @Test
  void whatFailsIsARowAndNotAnEnd() throws IOException {
    Photographs.write(folder.resolve("in/good.png"), 40, 40, 10, 10);
    Files.writeString(folder.resolve("in/=cmd.jpg"), "this is no picture, but text");
    Files.write(folder.resolve("in/empty.png"), new byte[0]);
    byte[] whole = Files.readAllBytes(folder.resolve("in/good.png"));
    Files.write(folder.resolve("in/cut.png"), Arrays.copyOf(whole, whole.length / 2));
    Files.writeString(folder.resolve("in/notes.txt"), "not asked for");

    FolderSummary summary = run(FolderOptions.DEFAULT);
    assertEquals(1, summary.done());
    assertEquals(3, summary.failed());
    assertEquals(End.COMPLETE, summary.end());
    assertEquals(
        List.of("'=cmd.jpg", "cut.png", "empty.png", "good.png"), column("results.csv", "image"));
    assertEquals(List.of("failed", "failed", "failed", "ok"), column("results.csv", "status"));
    for (CSVRecord row : table("results.csv")) {
      assertEquals(row.get("status").equals("ok"), row.get("message").isEmpty());
      assertEquals(row.get("status").equals("ok"), !row.get("score").isEmpty());
    }
    assertTrue(table("results.csv").get(0).get("message").contains("text"));
    assertEquals(Set.of("maps/good.tif", "overlays/good.png", "rois/good.zip"), outputs());
  }

  @Test
  void stoppingOnTheFirstErrorLeavesWhatWasDone() throws IOException {
    Photographs.grey(folder.resolve("in/a.png"), 20, 20);
    Files.writeString(folder.resolve("in/b.png"), "no");
    Photographs.grey(folder.resolve("in/c.png"), 20, 20);
    FolderSummary summary = run(new FolderOptions(false, true, true, false, true));
    assertEquals(End.STOPPED_ON_ERROR, summary.end());
    assertEquals(List.of("ok", "failed"), column("results.csv", "status"));
    assertEquals(Set.of("maps/a.tif"), outputs());
  }

  @Test
  void noPictureIsKept() throws IOException {
    for (int i = 0; i < 5; i++) Photographs.grey(folder.resolve("in/" + i + ".png"), 30, 30);
    List<WeakReference<Picture>> pictures = new ArrayList<>();
    ImageReader watched =
        new ImageReader() {
          @Override
          public boolean accepts(Path file) {
            return true;
          }

          @Override
          public List<Picture> read(Path file) throws IOException {
            List<Picture> read = READER.read(file);
            pictures.add(new WeakReference<>(read.get(0)));
            return read;
          }
        };
    new FolderLocalizer(localizer, new PictureReader(List.of(watched)), FolderOptions.DEFAULT)
        .run(
            folder.resolve("in"),
            folder.resolve("out"),
            progress -> {
              System.gc();
              long alive = pictures.stream().filter(picture -> picture.get() != null).count();
              assertTrue(alive <= 1, alive + " of " + pictures.size() + " are still in memory");
            },
            () -> false);
    assertEquals(5, pictures.size());
  }

  @Test
  void aStacksSlicesAreRows() throws IOException {
    Photographs.stack(folder.resolve("in/visits.tif"), 3);
    Photographs.grey(folder.resolve("in/visits_0002.png"), 30, 30);
    assertEquals(4, run(FolderOptions.DEFAULT).done());
    assertEquals(
        List.of("visits.tif#1", "visits.tif#2", "visits.tif#3", "visits_0002.png"),
        column("results.csv", "image"));
    assertTrue(
        outputs()
            .containsAll(
                Set.of(
                    "maps/visits.tif_0001.tif",
                    "maps/visits.tif_0003.tif",
                    "overlays/visits.tif_0002.png",
                    "maps/visits_0002.tif")));
    List<String> lefts = column("regions.csv", "x");
    assertEquals(3, lefts.size());
    assertEquals(16, Integer.parseInt(lefts.get(2)), 3);

    Files.delete(folder.resolve("out/maps/visits.tif_0002.tif"));
    FolderSummary second = run(FolderOptions.DEFAULT);
    assertEquals(1, second.done());
    assertEquals(3, second.skipped());

    Photographs.stack(folder.resolve("in/visits.tif"), 2);
    run(FolderOptions.DEFAULT);
    assertEquals(
        List.of("visits.tif#1", "visits.tif#2", "visits_0002.png"), column("results.csv", "image"));
  }

  @Test
  void aPictureOutOfMemoryIsARow() throws IOException {
    Photographs.grey(folder.resolve("in/a.png"), 20, 20);
    Photographs.grey(folder.resolve("in/b.png"), 20, 20);
    PictureReader greedy =
        new PictureReader(
            List.of(
                new ImageReader() {
                  @Override
                  public boolean accepts(Path file) {
                    return true;
                  }

                  @Override
                  public List<Picture> read(Path file) {
                    if (file.endsWith("a.png")) throw new OutOfMemoryError("heap");
                    throw new NullPointerException("oops");
                  }
                }));
    FolderSummary summary =
        new FolderLocalizer(localizer, greedy, TABLES)
            .run(folder.resolve("in"), folder.resolve("out"), p -> {}, () -> false);
    assertEquals(2, summary.failed());
    assertTrue(table("results.csv").get(0).get("message").contains("memory"));
    assertTrue(table("results.csv").get(1).get("message").contains("oops"));
  }
}
