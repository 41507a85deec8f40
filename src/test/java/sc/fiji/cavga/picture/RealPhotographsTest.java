package sc.fiji.cavga.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.preprocess.Placement;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.preprocess.Preprocessing;
import sc.fiji.cavga.read.PictureReader;

class RealPhotographsTest {

  private static final Preprocessing PREPROCESSING =
      new Preprocessing(256, 3, Preprocessing.FieldOfViewMode.RETINA);

  private static List<Path> some(Path folder, int step) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> sorted =
          files
              .filter(file -> file.toString().endsWith(".jpg"))
              .sorted()
              .collect(Collectors.toList());
      return java.util.stream.IntStream.range(0, sorted.size())
          .filter(i -> i % step == 0)
          .mapToObj(sorted::get)
          .collect(Collectors.toList());
    }
  }

  @Test
  void findsIdridDiscs() throws IOException {
    for (Path file : some(TestPictures.data("idrid/train/normal"), 12)) {
      Picture picture = PictureReader.standard().read(file).get(0);
      Placement placement = PREPROCESSING.prepare(picture).placement();
      assertEquals(858, picture.width());
      assertEquals(675, placement.side(), 12, file.toString());
      assertEquals(397, placement.left() + placement.side() / 2, 10, file.toString());
      assertEquals(285, placement.top() + placement.side() / 2, 1, file.toString());
    }
  }

  @Test
  void findsHighResolutionFundusDiscs() throws IOException {
    for (Path file : some(TestPictures.data("hrf/glaucoma"), 3)) {
      Picture picture = PictureReader.standard().read(file).get(0);
      Placement placement = PREPROCESSING.prepare(picture).placement();
      assertEquals(967, placement.side(), 10, file.toString());
    }
  }

  @Test
  void preparesTheLargeOriginals() throws IOException {
    for (Path file : some(TestPictures.data("large"), 1)) {
      Picture picture = PictureReader.standard().read(file).get(0);
      assertEquals(4288, picture.width());
      PreparedPicture prepared = PREPROCESSING.prepare(picture);
      assertEquals(3372, prepared.placement().side(), 20, file.toString());
      assertTrue(prepared.values()[128 * 256 + 128] > 0.2);
    }
  }

  @Test
  void aFullDiscAndACroppedPicture() throws IOException {
    Path folder = TestPictures.data("retina");
    Placement disc =
        PREPROCESSING
            .prepare(PictureReader.standard().read(folder.resolve("retina.jpg")).get(0))
            .placement();
    assertEquals(1370, disc.side(), 10);
    Picture cropped = PictureReader.standard().read(folder.resolve("microaneurysms.png")).get(0);
    assertEquals(102, PREPROCESSING.prepare(cropped).placement().side());
  }
}
