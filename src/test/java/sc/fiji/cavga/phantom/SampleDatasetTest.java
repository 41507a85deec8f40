package sc.fiji.cavga.phantom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.io.Opener;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.phantom.anatomy.Anomaly;
import sc.fiji.cavga.phantom.anatomy.Grade;

class SampleDatasetTest {

  private static final Path COMMITTED = Paths.get("sample-fundus");
  private static final long LARGEST_BYTES = 7_000_000;

  private final List<SamplePicture> pictures =
      new SampleDataset(SampleDataset.COMMITTED_SEED).pictures();

  @Test
  void committedFolderHoldsExactlyTheListedFiles() {
    Set<String> expected = new HashSet<>();
    expected.add("README.md");
    for (SamplePicture picture : pictures) {
      expected.add(picture.path());
      if (picture.hasMask()) expected.add(picture.maskPath());
    }
    expected.add("discs/index.csv");
    for (SampleDisc disc : new SampleDiscs(SampleDataset.COMMITTED_SEED).discs()) {
      expected.add("discs/" + disc.path());
      expected.add("discs/" + disc.labelPath());
    }
    assertEquals(expected, filesBelow(COMMITTED));
  }

  @Test
  void committedFolderIsSmall() throws IOException {
    try (Stream<Path> files = Files.walk(COMMITTED)) {
      long bytes = files.filter(Files::isRegularFile).mapToLong(SampleDatasetTest::size).sum();
      assertTrue(bytes < LARGEST_BYTES, bytes + " bytes");
    }
  }

  @Test
  void everyEyeIsAnotherOneAndEveryKindHasEveryGrade() {
    assertEquals(pictures.size(), pictures.stream().map(SamplePicture::seed).distinct().count());
    for (Anomaly anomaly : Anomaly.values())
      for (Grade grade : Grade.values())
        assertTrue(
            pictures.stream()
                .filter(picture -> picture.hasMask())
                .anyMatch(
                    picture ->
                        picture.anomaly().get() == anomaly && picture.grade().get() == grade));
    for (Grade grade : Grade.values())
      assertEquals(
          12,
          pictures.stream()
              .filter(picture -> picture.hasMask())
              .filter(picture -> picture.grade().get() == grade)
              .count());
  }

  @Test
  void committedPicturesAreWhatTheGeneratorDraws() {
    FundusPhantom generator = new FundusPhantom(SampleDataset.WIDTH, SampleDataset.HEIGHT);
    for (int k = 0; k < pictures.size(); k += 12) {
      SamplePicture picture = pictures.get(k);
      Phantom phantom = picture.draw(generator);
      ColorProcessor drawn = phantom.colours();
      ColorProcessor stored = (ColorProcessor) open(picture.path()).getProcessor();
      assertEquals(drawn.getWidth(), stored.getWidth());
      assertEquals(drawn.getHeight(), stored.getHeight());
      // JPEG is lossy and its decoders differ a little.
      assertTrue(meanDifference(drawn, stored) < 4, picture.path());
      if (!picture.hasMask()) continue;
      ByteProcessor mask = (ByteProcessor) open(picture.maskPath()).getProcessor();
      assertArrayEquals((byte[]) phantom.greyMask().getPixels(), (byte[]) mask.getPixels());
    }
  }

  @Test
  void sameJpegBytesEachTimeAndNothingLeftAside(@TempDir Path folder) throws IOException {
    Phantom phantom = new FundusPhantom(96, 80).draw(3, Anomaly.SOFT_EXUDATES, 0.4);
    Path one = folder.resolve("one.jpg");
    Path two = folder.resolve("two.jpg");
    phantom.writeJpeg(one);
    phantom.writeJpeg(two);
    phantom.writeJpeg(two);
    phantom.writeMask(folder.resolve("mask.png"));
    assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
    assertEquals(
        new HashSet<>(Arrays.asList("one.jpg", "two.jpg", "mask.png")), filesBelow(folder));
  }

  @Test
  void folderThatCannotBeWrittenIsNamed(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    IOException error = assertThrows(IOException.class, () -> SampleDataset.write(file, 1));
    assertTrue(error.getMessage().contains(file.toString()));
    assertEquals(0, Files.size(file));
  }

  private static ImagePlus open(String path) {
    return new Opener().openImage(COMMITTED.resolve(path).toString());
  }

  static double meanDifference(ColorProcessor one, ColorProcessor other) {
    int[] a = (int[]) one.getPixels();
    int[] b = (int[]) other.getPixels();
    double sum = 0;
    for (int i = 0; i < a.length; i++)
      for (int shift = 0; shift <= 16; shift += 8)
        sum += Math.abs((a[i] >> shift & 255) - (b[i] >> shift & 255));
    return sum / a.length / 3;
  }

  private static Set<String> filesBelow(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
