package sc.fiji.cavga.phantom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.io.Opener;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SampleDiscsTest {

  private static final Path COMMITTED = Paths.get("sample-fundus", SampleDiscs.FOLDER);

  private final List<SampleDisc> discs = new SampleDiscs(SampleDataset.COMMITTED_SEED).discs();

  @Test
  void everyEyeIsAnotherOne() {
    assertEquals(60, discs.size());
    assertEquals(60, discs.stream().map(SampleDisc::seed).distinct().count());
    assertEquals(16, discs.stream().filter(d -> d.design().notch().isPresent()).count());
    assertEquals(24, discs.stream().filter(d -> d.path().startsWith("normal/")).count());
    assertEquals(24, discs.stream().filter(d -> d.path().startsWith("glaucoma/")).count());
  }

  @Test
  void committedLabelsHaveTheIndexsMeasures() throws IOException {
    List<String> rows = rows();
    assertEquals(discs.size(), rows.size());
    int right = 0;
    for (int k = 0; k < discs.size(); k++) {
      String[] row = rows.get(k).split(",", -1);
      assertEquals(discs.get(k).path(), row[0]);
      if (row[1].equals("right")) right++;
      ByteProcessor label = (ByteProcessor) open(discs.get(k).labelPath());
      LabelMeasures measured = new LabelMeasures((byte[]) label.getPixels(), label.getWidth());
      assertEquals(Double.parseDouble(row[2]), measured.verticalRatio(), 0.02, row[0]);
      assertEquals(Double.parseDouble(row[3]), measured.horizontalRatio(), 0.02, row[0]);
      assertEquals(Double.parseDouble(row[5]), measured.height(DiscPhantom.RIM), 1.1, row[0]);
      assertTrue(Double.parseDouble(row[5]) >= 60, row[0]);
      assertEquals(row[0].contains("notch"), !row[4].isEmpty(), row[0]);
    }
    assertTrue(right > 20 && right < 40, right + " right eyes");
  }

  @Test
  void committedPicturesAreWhatTheGeneratorDraws() throws IOException {
    List<String> rows = rows();
    for (int k = 0; k < discs.size(); k += 7) {
      SampleDisc disc = discs.get(k);
      DiscPhantom phantom = disc.draw();
      assertEquals(rows.get(k) + "\n", SampleDiscs.row(disc, phantom));
      assertArrayEquals(
          (byte[]) phantom.greyLabel().getPixels(), (byte[]) open(disc.labelPath()).getPixels());
      // JPEG is lossy and its decoders differ a little.
      ColorProcessor stored = (ColorProcessor) open(disc.path());
      assertTrue(SampleDatasetTest.meanDifference(phantom.colours(), stored) < 4, disc.path());
    }
  }

  private static List<String> rows() throws IOException {
    return Files.readAllLines(COMMITTED.resolve(SampleDiscs.INDEX)).stream()
        .skip(1)
        .collect(Collectors.toList());
  }

  private static ImageProcessor open(String path) {
    return new Opener().openImage(COMMITTED.resolve(path).toString()).getProcessor();
  }
}
