package sc.fiji.cavga.dataset.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
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
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.picture.Picture;

class Cifar10LayoutTest {

  private static final int PLANE = 32 * 32;

  private final Cifar10Layout layout = new Cifar10Layout();
  @TempDir Path root;

  /** Pictures whose red is 10, green 20 and blue 30, but for the second pixel of the third row. */
  private static byte[] batch(int... labels) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int label : labels) {
      bytes.write(label);
      for (int i = 0; i < 3 * PLANE; i++)
        bytes.write(i == 2 * PLANE + 2 * 32 + 1 ? 200 + label : 10 * (1 + i / PLANE));
    }
    return bytes.toByteArray();
  }

  @BeforeEach
  void files() throws IOException {
    for (int i = 1; i <= 5; i++)
      Files.write(root.resolve("data_batch_" + i + ".bin"), batch(3, i, 9));
    Files.write(root.resolve("test_batch.bin"), batch(3, 0, 9));
  }

  @Test
  void oneClassIsNormal() throws IOException {
    assertTrue(layout.matches(root));
    Dataset dataset = layout.open(root, "cat");
    assertEquals(
        List.of(
            "data_batch_1/00000",
            "data_batch_2/00000",
            "data_batch_3/00000",
            "data_batch_3/00001",
            "data_batch_4/00000",
            "data_batch_5/00000"),
        dataset.trainNormal().stream().map(Sample::name).collect(Collectors.toList()));
    assertEquals(
        List.of(false, true, true),
        dataset.test().stream().map(Sample::anomalous).collect(Collectors.toList()));
    assertEquals(6, layout.open(root, "3").trainNormal().size());
  }

  @Test
  void coloursAreWhereTheyBelong() throws IOException {
    Picture picture = layout.open(root, "9").test().get(2).picture();
    assertEquals(32, picture.width());
    assertEquals(3, picture.channels());
    assertEquals(10 / 255f, picture.pixels().getAt(1, 2, 0).get(), 1e-7f);
    assertEquals(20 / 255f, picture.pixels().getAt(1, 2, 1).get(), 1e-7f);
    assertEquals(209 / 255f, picture.pixels().getAt(1, 2, 2).get(), 1e-7f);
    assertEquals(30 / 255f, picture.pixels().getAt(2, 1, 2).get(), 1e-7f);
  }

  @Test
  void theUnpackedFolderMayLieInside(@TempDir Path above) throws IOException {
    Files.move(root, above.resolve("cifar-10-batches-bin"));
    assertTrue(layout.matches(above));
    assertEquals(3, layout.open(above, "truck").test().size());
    Files.move(above.resolve("cifar-10-batches-bin"), root);
  }

  @Test
  void saysWhatIsWrongAndShowsTheTree() throws IOException {
    assertFailure("no class 'fish'; choose one of airplane", "fish");
    assertFailure("not said which class", null);
    Files.write(root.resolve("data_batch_4.bin"), new byte[3074]);
    assertFailure("not a whole number of pictures", "cat");
    Files.write(root.resolve("data_batch_4.bin"), new byte[0]);
    assertFailure("not a whole number of pictures", "cat");
    Files.write(root.resolve("data_batch_4.bin"), batch(10));
    assertFailure("holds a class 10", "cat");
    Files.delete(root.resolve("data_batch_4.bin"));
    assertFailure("data_batch_4.bin is missing", "cat");
  }

  private void assertFailure(String expected, String normalClass) {
    IOException problem = assertThrows(LayoutException.class, () -> layout.open(root, normalClass));
    assertTrue(problem.getMessage().contains(expected), problem.getMessage());
    assertTrue(problem.getMessage().contains("test_batch.bin"), problem.getMessage());
  }
}
