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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.LayoutException;
import sc.fiji.cavga.dataset.Layouts;
import sc.fiji.cavga.dataset.PictureFiles;
import sc.fiji.cavga.dataset.Sample;

class MvtecLayoutTest {

  private final MvtecLayout layout = new MvtecLayout();
  private final Layouts layouts = new Layouts(List.of(layout, new FolderLayout()));
  @TempDir Path root;

  @BeforeEach
  void tree() throws IOException {
    for (String name :
        List.of(
            "bottle/train/good/000",
            "bottle/train/good/001",
            "bottle/test/good/000",
            "bottle/test/broken/000",
            "bottle/test/dirty/000",
            "cable/train/good/000")) PictureFiles.png(root.resolve(name + ".png"), 6, 4, 100);
    for (String defect : List.of("broken", "dirty"))
      PictureFiles.png(root.resolve("bottle/ground_truth/" + defect + "/000_mask.png"), 6, 4, 255);
  }

  @Test
  void opensACategory() throws IOException {
    assertEquals(layout, layouts.detect(root));
    Dataset dataset = layouts.openForEvaluation(root, null, "bottle");
    assertEquals(2, dataset.trainNormal().size());
    assertEquals(
        List.of("test/broken/000.png", "test/dirty/000.png", "test/good/000.png"),
        dataset.test().stream().map(Sample::name).collect(Collectors.toList()));
    assertEquals(
        List.of(true, true, false),
        dataset.test().stream().map(Sample::anomalous).collect(Collectors.toList()));
    assertTrue(dataset.test().get(1).mask().orElseThrow().getAt(5, 3).get());
    assertFalse(dataset.test().get(2).mask().isPresent());
  }

  @Test
  void takesTheCategorysOwnFolderToo() throws IOException {
    Path bottle = root.resolve("bottle");
    assertEquals(layout, layouts.detect(bottle));
    assertEquals(3, layout.open(bottle, null).test().size());
    assertFailure("is a category itself", bottle, "cable");
  }

  @Test
  void saysWhatIsWrongAndShowsTheTree() throws IOException {
    assertFailure("no category 'pill'; choose one of bottle, cable.", root, "pill");
    assertFailure("not said which category", root, null);
    assertFailure("cable has no test pictures", root, "cable");
    assertFailure("does not exist", root.resolve("missing"), "bottle");
    assertFailure("no category with a folder train/good", root.resolve("bottle/test"), "bottle");
    Files.createDirectories(root.resolve("cable/test"));
    assertFailure("cable has no test pictures", root, "cable");
    Files.createDirectories(root.resolve("cable/test/poked"));
    assertFailure("holds no pictures", root, "cable");
    Files.delete(root.resolve("bottle/ground_truth/dirty/000_mask.png"));
    assertFailure("dirty/000.png has no mask", root, "bottle");
  }

  @Test
  void masksOfAnotherSizeAreRefusedBeforeEvaluating() throws IOException {
    PictureFiles.png(root.resolve("bottle/ground_truth/broken/000_mask.png"), 3, 2, 255);
    IOException problem =
        assertThrows(
            LayoutException.class, () -> layouts.openForEvaluation(root, "mvtec", "bottle"));
    assertTrue(problem.getMessage().contains("3 × 2"), problem.getMessage());
    assertTrue(problem.getMessage().contains("ground_truth/DEFECT"), problem.getMessage());
  }

  private void assertFailure(String expected, Path folder, String category) {
    IOException problem = assertThrows(LayoutException.class, () -> layout.open(folder, category));
    assertTrue(problem.getMessage().contains(expected), problem.getMessage());
    assertTrue(problem.getMessage().contains("CATEGORY/train/good/"), problem.getMessage());
  }
}
