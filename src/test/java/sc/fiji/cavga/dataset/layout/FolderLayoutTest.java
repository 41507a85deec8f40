package sc.fiji.cavga.dataset.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.BitType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.LayoutException;
import sc.fiji.cavga.dataset.Layouts;
import sc.fiji.cavga.dataset.PictureFiles;
import sc.fiji.cavga.dataset.Sample;

class FolderLayoutTest {

  private final FolderLayout layout = new FolderLayout();
  @TempDir Path root;

  @BeforeEach
  void tree() throws IOException {
    for (String name : List.of("train/normal/1", "train/normal/2", "test/normal/a"))
      PictureFiles.png(root.resolve(name + ".png"), 6, 4, 100);
    for (String name : List.of("test/abnormal/a", "test/abnormal/sub/b.c", "test/abnormal/d"))
      PictureFiles.png(root.resolve(name + ".png"), 6, 4, 100);
    byte[] mask = new byte[24];
    mask[7] = 1;
    PictureFiles.png(root.resolve("test/mask/a.bmp.png"), 6, 4, mask);
    Files.move(root.resolve("test/mask/a.bmp.png"), root.resolve("test/mask/a.tif"));
    PictureFiles.png(root.resolve("test/mask/sub/b.c.png"), 6, 4, 0);
  }

  private static List<String> names(List<Sample> samples) {
    return samples.stream().map(Sample::name).collect(Collectors.toList());
  }

  @Test
  void opensTheTree() throws IOException {
    assertTrue(layout.matches(root));
    Dataset dataset = layout.open(root, null);
    assertEquals(List.of("train/normal/1.png", "train/normal/2.png"), names(dataset.trainNormal()));
    assertTrue(dataset.trainAnomalous().isEmpty());
    assertEquals(
        List.of(
            "test/normal/a.png",
            "test/abnormal/a.png",
            "test/abnormal/d.png",
            "test/abnormal/sub/b.c.png"),
        names(dataset.test()));
    assertEquals(
        List.of(false, true, true, true),
        dataset.test().stream().map(Sample::anomalous).collect(Collectors.toList()));
  }

  @Test
  void aMaskMarksWhatIsNotZero() throws IOException {
    List<Sample> test = layout.open(root, null).test();
    assertFalse(test.get(0).mask().isPresent(), "the normal picture of the same name has none");
    RandomAccessibleInterval<BitType> mask = test.get(1).mask().orElseThrow();
    assertEquals(2, mask.numDimensions());
    int marked = 0;
    for (int y = 0; y < 4; y++)
      for (int x = 0; x < 6; x++) if (mask.getAt(x, y).get()) marked += 10 * y + x;
    assertEquals(11, marked);
    assertFalse(test.get(2).mask().isPresent());
    assertTrue(test.get(3).mask().isPresent());
  }

  @Test
  void whatLooksLikeAMistakeInMasksIsNamed() throws IOException {
    assertEquals(
        List.of(
            "Of 3 anomalous pictures 1 have no mask, and count for the pictures' scores alone: d."),
        layout.open(root, null).warnings());
    PictureFiles.png(root.resolve("test/mask/d_mask.png"), 6, 4, 1);
    PictureFiles.png(root.resolve("test/mask/other.png"), 6, 4, 1);
    PictureFiles.png(root.resolve("test/masks/d.png"), 6, 4, 1);
    List<String> warnings = layout.open(root, null).warnings();
    assertEquals(4, warnings.size(), warnings::toString);
    assertTrue(warnings.get(0).contains("masks is not looked into"), warnings::toString);
    assertTrue(warnings.get(1).contains("d_mask.png"), warnings::toString);
    assertTrue(warnings.get(1).contains("if it is that of d,"), warnings::toString);
    assertTrue(warnings.get(2).contains("give it its picture's name"), warnings::toString);
  }

  @Test
  void aMaskOfAnotherSizeIsRefused() throws IOException {
    PictureFiles.png(root.resolve("test/mask/d.png"), 4, 6, 1);
    Sample sample = layout.open(root, null).test().get(2);
    IOException problem = assertThrows(IOException.class, sample::mask);
    assertTrue(problem.getMessage().contains("4 × 6"), problem.getMessage());
    assertTrue(problem.getMessage().contains("6 × 4"), problem.getMessage());
  }

  @Test
  void weakSupervisionAddsAbnormalTrainingPictures() throws IOException {
    PictureFiles.png(root.resolve("train/abnormal/x.png"), 6, 4, 1);
    List<Sample> anomalous = layout.open(root, null).trainAnomalous();
    assertEquals(List.of("train/abnormal/x.png"), names(anomalous));
    assertTrue(anomalous.get(0).anomalous());
  }

  @Test
  void aFileOfSeveralPicturesIsRefused() throws IOException {
    ImageStack stack = new ImageStack(6, 4);
    for (int i = 0; i < 3; i++) stack.addSlice("", new byte[24]);
    Path file = root.resolve("train/normal/0.tif");
    new FileSaver(new ImagePlus("", stack)).saveAsTiffStack(file.toString());
    Sample sample = layout.open(root, null).trainNormal().get(0);
    IOException problem = assertThrows(IOException.class, sample::picture);
    assertTrue(problem.getMessage().contains("holds 3 pictures"), problem.getMessage());
  }

  private void assertFailure(String expected, Path folder, String normalClass) {
    IOException problem =
        assertThrows(LayoutException.class, () -> layout.open(folder, normalClass));
    assertTrue(problem.getMessage().contains(expected), problem.getMessage());
    assertTrue(problem.getMessage().contains("test/mask/"), problem.getMessage());
  }

  @Test
  void saysWhatIsWrongAndShowsTheTree() throws IOException {
    assertFailure("does not exist", root.resolve("missing"), null);
    assertFailure("has none of the folders", root.resolve("train"), null);
    assertFailure("no class '3'; choose one of abnormal, normal.", root, "3");
    Files.createDirectories(root.resolve("train/abnormal"));
    assertFailure("holds no pictures", root, null);
  }

  @Test
  void oneOfSeveralClassesIsNormal(@TempDir Path zoo) throws IOException {
    for (String name : List.of("train/cat/1", "train/dog/1", "test/cat/2", "test/dog/2"))
      PictureFiles.png(zoo.resolve(name + ".png"), 6, 4, 100);
    PictureFiles.png(zoo.resolve("test/horse/b/3.png"), 6, 4, 100);
    assertTrue(layout.matches(zoo));
    Dataset dataset = layout.open(zoo, "dog");
    assertEquals(List.of("train/dog/1.png"), names(dataset.trainNormal()));
    assertTrue(dataset.trainAnomalous().isEmpty());
    assertEquals(
        List.of("test/cat/2.png", "test/dog/2.png", "test/horse/b/3.png"), names(dataset.test()));
    assertEquals(
        List.of(true, false, true),
        dataset.test().stream().map(Sample::anomalous).collect(Collectors.toList()));
    assertFailure("no class 'cow'; choose one of cat, dog, horse.", zoo, "cow");
    assertFailure("or choose a class", zoo, null);
  }

  @Test
  void evaluatingLooksAtOneMaskFirst() throws IOException {
    PictureFiles.png(root.resolve("test/mask/a.tif"), 9, 4, 1);
    Files.delete(root.resolve("test/mask/a.tif"));
    PictureFiles.png(root.resolve("test/mask/a.png"), 9, 4, 1);
    Layouts layouts = new Layouts(List.of(layout));
    IOException problem =
        assertThrows(LayoutException.class, () -> layouts.openForEvaluation(root, null, null));
    assertTrue(problem.getMessage().contains("9 × 4"), problem.getMessage());
    assertTrue(problem.getMessage().contains("test/mask/"), problem.getMessage());
    assertEquals(2, layouts.openForTraining(root, null, null).trainNormal().size());
  }

  @Test
  void masksThatFitNothingAreReported() throws IOException {
    PictureFiles.png(root.resolve("test/mask/a.png"), 6, 4, 1);
    assertFailure("masks of one name", root, null);
    for (String name : List.of("a.png", "a.tif", "sub/b.c.png"))
      Files.delete(root.resolve("test/mask/" + name));
    assertFailure("holds no masks", root, null);
    PictureFiles.png(root.resolve("test/mask/a_mask.png"), 6, 4, 1);
    assertFailure("has the name of a picture", root, null);
  }

  @Test
  void trainingAndTestPartsMayStandAlone(@TempDir Path other) throws IOException {
    PictureFiles.png(other.resolve("train/normal/1.png"), 6, 4, 100);
    Layouts layouts = new Layouts(List.of(layout));
    assertEquals(1, layouts.openForTraining(other, null, null).trainNormal().size());
    IOException untested =
        assertThrows(IOException.class, () -> layouts.openForEvaluation(other, null, null));
    assertTrue(untested.getMessage().contains("no test pictures"));
    Files.move(other.resolve("train"), other.resolve("test"));
    assertEquals(1, layouts.openForEvaluation(other, null, null).test().size());
    IOException untrained =
        assertThrows(IOException.class, () -> layouts.openForTraining(other, null, null));
    assertTrue(untrained.getMessage().contains("no normal pictures to train on"));
  }
}
