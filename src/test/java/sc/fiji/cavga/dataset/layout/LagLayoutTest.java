package sc.fiji.cavga.dataset.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.BitType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.LayoutException;
import sc.fiji.cavga.dataset.Layouts;
import sc.fiji.cavga.dataset.PictureFiles;
import sc.fiji.cavga.dataset.Sample;

class LagLayoutTest {

  private final LagLayout layout = new LagLayout();
  private final Layouts layouts = new Layouts(List.of(layout, new FolderLayout()));
  @TempDir Path root;

  /** Brighter in its right half than half of white, though never white. */
  private static byte[] attention(int width, int height) {
    byte[] map = new byte[width * height];
    for (int i = 0; i < map.length; i++) map[i] = (byte) (i % width < width / 2 ? 126 : 130);
    return map;
  }

  private void full() throws IOException {
    for (int i = 0; i < 7; i++)
      PictureFiles.png(root.resolve("non_glaucoma/image/n" + i + ".png"), 20, 20, 100);
    for (int i = 0; i < 3; i++)
      PictureFiles.png(root.resolve("suspicious_glaucoma/image/g" + i + ".png"), 20, 20, 100);
    for (String name :
        List.of("non_glaucoma/attention_map/n0", "suspicious_glaucoma/attention_map/g1"))
      PictureFiles.png(root.resolve(name + ".png"), 4, 4, attention(4, 4));
  }

  private static List<String> names(List<Sample> samples) {
    return samples.stream().map(Sample::name).collect(Collectors.toList());
  }

  @Test
  void everyFifthHealthyEyeIsForTesting() throws IOException {
    full();
    assertEquals(layout, layouts.detect(root));
    Dataset dataset = layouts.openForEvaluation(root, null, null);
    assertEquals(5, dataset.trainNormal().size());
    assertEquals(
        List.of(
            "non_glaucoma/image/n0.png",
            "non_glaucoma/image/n5.png",
            "suspicious_glaucoma/image/g0.png",
            "suspicious_glaucoma/image/g1.png",
            "suspicious_glaucoma/image/g2.png"),
        names(dataset.test()));
    assertFalse(dataset.test().get(1).anomalous());
    assertTrue(dataset.test().get(2).anomalous());
    assertTrue(dataset.trainNormal().stream().noneMatch(Sample::anomalous));
  }

  @Test
  void attentionMapsAreEnlargedAndCutAtHalf() throws IOException {
    full();
    List<Sample> test = layout.open(root, null).test();
    assertFalse(test.get(0).mask().isPresent(), "a healthy eye has nothing to mark");
    assertFalse(test.get(2).mask().isPresent(), "only a part of the set has maps");
    RandomAccessibleInterval<BitType> mask = test.get(3).mask().orElseThrow();
    assertEquals(20, mask.dimension(0));
    for (int y = 0; y < 20; y++)
      for (int x = 0; x < 20; x++) assertEquals(x >= 10, mask.getAt(x, y).get(), x + " " + y);
  }

  @Test
  void foldersWithoutImageFoldersAreTakenToo() throws IOException {
    for (int i = 0; i < 6; i++)
      PictureFiles.png(root.resolve("non_glaucoma/" + i + ".png"), 20, 20, 100);
    PictureFiles.png(root.resolve("suspicious_glaucoma/9.png"), 20, 20, 100);
    Dataset dataset = layouts.openForEvaluation(root, null, null);
    assertEquals(4, dataset.trainNormal().size());
    assertEquals(
        List.of("non_glaucoma/0.png", "non_glaucoma/5.png", "suspicious_glaucoma/9.png"),
        names(dataset.test()));
  }

  private void flat() throws IOException {
    for (int i = 0; i < 8; i++) {
      PictureFiles.png(root.resolve("image/" + i + ".png"), 20, 20, 100);
      Files.createDirectories(root.resolve("label"));
      Files.writeString(root.resolve("label/" + i + ".txt"), i < 6 ? "\ufeff0\r\n" : "1\n");
    }
    PictureFiles.png(root.resolve("attention_map/7.png"), 4, 4, attention(4, 4));
  }

  @Test
  void labelFilesTellTheKindWhereAllLieTogether() throws IOException {
    flat();
    Dataset dataset = layouts.openForEvaluation(root, null, null);
    assertEquals(
        List.of("image/1.png", "image/2.png", "image/3.png", "image/4.png"),
        names(dataset.trainNormal()));
    assertEquals(
        List.of("image/0.png", "image/5.png", "image/6.png", "image/7.png"), names(dataset.test()));
    assertTrue(dataset.test().get(3).mask().isPresent());
  }

  @Test
  void saysWhatIsWrongAndShowsTheTree() throws IOException {
    assertFailure("has neither suspicious_glaucoma and non_glaucoma nor image and label", null);
    flat();
    assertFailure("no classes", "1");
    Files.writeString(root.resolve("label/3.txt"), "maybe");
    assertFailure("holds neither 0 nor 1", null);
    Files.delete(root.resolve("label/3.txt"));
    assertFailure("The picture 3.png has no label", null);
    Files.createDirectories(root.resolve("suspicious_glaucoma"));
    Files.createDirectories(root.resolve("non_glaucoma"));
    assertFailure("holds no pictures", null);
  }

  @Test
  void aMapOfAnotherShapeIsRefused() throws IOException {
    full();
    PictureFiles.png(root.resolve("suspicious_glaucoma/attention_map/g0.png"), 8, 4, 200);
    IOException problem =
        assertThrows(LayoutException.class, () -> layouts.openForEvaluation(root, "lag", null));
    assertTrue(problem.getMessage().contains("8 × 4"), problem.getMessage());
    assertTrue(problem.getMessage().contains("attention_map/"), problem.getMessage());
  }

  private void assertFailure(String expected, String normalClass) {
    IOException problem = assertThrows(LayoutException.class, () -> layout.open(root, normalClass));
    assertTrue(problem.getMessage().contains(expected), problem.getMessage());
    assertTrue(problem.getMessage().contains("attention_map/"), problem.getMessage());
  }
}
