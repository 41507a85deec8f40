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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.LayoutException;
import sc.fiji.cavga.dataset.Layouts;
import sc.fiji.cavga.dataset.NpyArrays;
import sc.fiji.cavga.dataset.PictureFiles;
import sc.fiji.cavga.dataset.Sample;

class ShanghaiTechLayoutTest {

  private static final int FRAMES = 11;

  private final ShanghaiTechLayout layout = new ShanghaiTechLayout();
  private final Layouts layouts = new Layouts(List.of(layout, new FolderLayout()));
  @TempDir Path root;

  /** Frames 5 to 9 are anomalous, in the pixel whose x is the frame's number less 5. */
  @BeforeEach
  void tree() throws IOException {
    for (String video : List.of("training/frames/01_001", "training/frames/02_007"))
      for (int i = 0; i < 7; i++) frame(video, i);
    for (String video : List.of("01_0014", "02_0001"))
      for (int i = 0; i < FRAMES; i++) frame("testing/frames/" + video, i);
    for (String video : List.of("01_0014", "02_0001")) {
      byte[] labels = new byte[FRAMES];
      byte[] masks = new byte[FRAMES * 24];
      for (int i = 5; i < 10; i++) {
        labels[i] = 1;
        masks[i * 24 + 2 * 6 + i - 5] = 1;
      }
      NpyArrays.bytes(root.resolve("testing/test_frame_mask/" + video + ".npy"), "(11,)", labels);
      NpyArrays.bytes(
          root.resolve("testing/test_pixel_mask/" + video + ".npy"), "(11, 4, 6)", masks);
    }
  }

  private void frame(String video, int number) throws IOException {
    PictureFiles.png(root.resolve(String.format("%s/%03d.png", video, number)), 6, 4, 100);
  }

  @Test
  void takesEveryFifthFrame() throws IOException {
    assertEquals(layout, layouts.detect(root));
    Dataset dataset = layouts.openForEvaluation(root, null, null);
    assertEquals(
        List.of(
            "training/frames/01_001/000.png",
            "training/frames/01_001/005.png",
            "training/frames/02_007/000.png",
            "training/frames/02_007/005.png"),
        dataset.trainNormal().stream().map(Sample::name).collect(Collectors.toList()));
    assertEquals(6, dataset.test().size());
    assertEquals(
        List.of(false, true, false, false, true, false),
        dataset.test().stream().map(Sample::anomalous).collect(Collectors.toList()));
  }

  @Test
  void masksAreThoseOfTheirFrames() throws IOException {
    List<Sample> test = layout.open(root, "02").test();
    assertEquals(3, test.size());
    assertFalse(test.get(0).mask().isPresent());
    RandomAccessibleInterval<BitType> mask = test.get(1).mask().orElseThrow();
    for (int y = 0; y < 4; y++)
      for (int x = 0; x < 6; x++) assertEquals(x == 0 && y == 2, mask.getAt(x, y).get());
  }

  @Test
  void aSceneIsACategory() throws IOException {
    Dataset dataset = layout.open(root, "01");
    assertEquals(2, dataset.trainNormal().size());
    assertTrue(dataset.test().stream().allMatch(s -> s.name().contains("/01_0014/")));
    assertFailure("no scene '13'; choose one of 01, 02.", "13");
  }

  @Test
  void saysWhatIsWrongAndShowsTheTree() throws IOException {
    NpyArrays.bytes(root.resolve("testing/test_frame_mask/02_0001.npy"), "(12,)", new byte[12]);
    assertFailure("is for 12 frames but the video has 11", null);
    Files.delete(root.resolve("testing/test_pixel_mask/01_0014.npy"));
    assertFailure("01_0014 lacks testing/test_pixel_mask/01_0014.npy", "01");
    Files.move(root.resolve("testing/frames"), root.resolve("testing/videos"));
    Files.move(root.resolve("training/frames"), root.resolve("training/videos"));
    assertFailure("has neither training/frames nor testing/frames", null);
  }

  @Test
  void masksOfAnotherSizeAreRefusedBeforeEvaluating() throws IOException {
    NpyArrays.bytes(
        root.resolve("testing/test_pixel_mask/01_0014.npy"), "(11, 6, 4)", new byte[11 * 24]);
    IOException problem =
        assertThrows(LayoutException.class, () -> layouts.openForEvaluation(root, null, "01"));
    assertTrue(problem.getMessage().contains("4 × 6"), problem.getMessage());
    assertTrue(problem.getMessage().contains("test_pixel_mask/"), problem.getMessage());
  }

  private void assertFailure(String expected, String scene) {
    IOException problem = assertThrows(LayoutException.class, () -> layout.open(root, scene));
    assertTrue(problem.getMessage().contains(expected), problem.getMessage());
    assertTrue(problem.getMessage().contains("ffmpeg"), problem.getMessage());
  }
}
