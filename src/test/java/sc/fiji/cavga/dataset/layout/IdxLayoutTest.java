package sc.fiji.cavga.dataset.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.dataset.SharedData;
import sc.fiji.cavga.picture.Picture;

class IdxLayoutTest {

  private static final byte[] TRAIN = {3, 1, 3, 0};
  private static final byte[] TEST = {1, 3, 0};

  private final IdxLayout layout = new IdxLayout();
  @TempDir Path root;

  private static byte[] idx(int magic, byte[] body, int... dimensions) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(magic);
    for (int dimension : dimensions) out.writeInt(dimension);
    out.write(body);
    return bytes.toByteArray();
  }

  private static byte[] pixels(int count) {
    byte[] pixels = new byte[count * 6];
    for (int i = 0; i < pixels.length; i++) pixels[i] = (byte) (i * 9);
    return pixels;
  }

  private void write(String name, byte[] content) throws IOException {
    try (OutputStream out = Files.newOutputStream(root.resolve(name))) {
      if (!name.endsWith(".gz")) out.write(content);
      else
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
          gzip.write(content);
        }
    }
  }

  @BeforeEach
  void files() throws IOException {
    write("train-images-idx3-ubyte.gz", idx(0x803, pixels(4), 4, 2, 3));
    write("train-labels-idx1-ubyte", idx(0x801, TRAIN, 4));
    write("t10k-images.idx3-ubyte", idx(0x803, pixels(3), 3, 2, 3));
    write("t10k-labels-idx1-ubyte.gz", idx(0x801, TEST, 3));
  }

  @Test
  void oneClassIsNormal() throws IOException {
    assertTrue(layout.matches(root));
    Dataset dataset = layout.open(root, "3");
    assertEquals(
        List.of("train/00000", "train/00002"),
        dataset.trainNormal().stream().map(Sample::name).collect(Collectors.toList()));
    assertTrue(dataset.trainNormal().stream().noneMatch(Sample::anomalous));
    assertEquals(
        List.of(true, false, true),
        dataset.test().stream().map(Sample::anomalous).collect(Collectors.toList()));
    assertFalse(dataset.test().get(0).mask().isPresent());
  }

  @Test
  void pixelsAreWhereTheyBelong() throws IOException {
    Picture picture = layout.open(root, "3").trainNormal().get(1).picture();
    assertEquals(3, picture.width());
    assertEquals(2, picture.height());
    assertEquals(1, picture.channels());
    // The third picture begins at byte 12; x is the fastest axis.
    assertEquals((12 + 5) * 9 / 255f, picture.pixels().getAt(2, 1, 0).get(), 1e-7f);
    assertEquals((12 + 3) * 9 / 255f, picture.pixels().getAt(0, 1, 0).get(), 1e-7f);
  }

  private void assertFailure(String expected, String normalClass) {
    IOException problem = assertThrows(IOException.class, () -> layout.open(root, normalClass));
    assertTrue(problem.getMessage().contains(expected), problem.getMessage());
  }

  @Test
  void anUnknownClassIsAnsweredWithTheKnownOnes() {
    assertFailure("no class '7'; choose one of 0, 1, 3.", "7");
    assertFailure("not said which class is normal; choose one of 0, 1, 3.", null);
    assertFailure("no class 'shirt'", "shirt");
  }

  @Test
  void missingFilesAreNamedWithTheTree() throws IOException {
    Files.delete(root.resolve("t10k-labels-idx1-ubyte.gz"));
    assertFailure("labels of the part 't10k'", "3");
    assertFailure("t10k-labels-idx1-ubyte[.gz]", "3");
    IOException problem =
        assertThrows(IOException.class, () -> layout.open(root.resolve("missing"), "3"));
    assertTrue(problem.getMessage().contains("does not exist"));
    assertFalse(layout.matches(root.resolve("missing")));
  }

  @Test
  void truncatedFilesAreRefused() throws IOException {
    byte[] whole = idx(0x803, pixels(3), 3, 2, 3);
    for (int length : new int[] {0, 1, 3, 10, 16, whole.length - 1}) {
      write("t10k-images.idx3-ubyte", Arrays.copyOf(whole, length));
      assertFailure("shorter than its header says", "3");
    }
    Files.delete(root.resolve("t10k-images.idx3-ubyte"));
    byte[] noise = new byte[3 * 60 * 60];
    new java.util.Random(1).nextBytes(noise);
    write("t10k-images-idx3-ubyte.gz", idx(0x803, noise, 3, 60, 60));
    Path file = root.resolve("t10k-images-idx3-ubyte.gz");
    byte[] compressed = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(compressed, compressed.length / 2));
    assertFailure("shorter than its header says", "3");
    Arrays.fill(compressed, 40, compressed.length, (byte) 0xff);
    Files.write(file, compressed);
    assertFailure("download it again", "3");
  }

  @Test
  void damagedFilesAreRefused() throws IOException {
    write("t10k-images.idx3-ubyte", idx(0x803, pixels(4), 3, 2, 3));
    assertFailure("longer than its header says", "3");
    Files.delete(root.resolve("t10k-images.idx3-ubyte"));
    write("t10k-images-idx3-ubyte.gz", idx(0x803, pixels(3), 3, 2, 3));
    Path file = root.resolve("t10k-images-idx3-ubyte.gz");
    byte[] compressed = Files.readAllBytes(file);
    compressed[compressed.length - 8] ^= 1;
    Files.write(file, compressed);
    assertFailure("is damaged", "3");
    compressed[compressed.length - 8] ^= 1;
    Files.write(file, Arrays.copyOf(compressed, compressed.length - 4));
    assertFailure("shorter than its header says", "3");
  }

  @Test
  void hostileSizesAreRefusedBeforeAnythingIsAllocated() throws IOException {
    int huge = Integer.MAX_VALUE;
    for (int[] size :
        new int[][] {{huge, huge, huge}, {3, huge, 1}, {-1, 2, 3}, {3, 0, 3}, {1, 40000, 40000}}) {
      write("t10k-images.idx3-ubyte", idx(0x803, pixels(3), size));
      assertFailure("claims a size", "3");
    }
    write("t10k-images.idx3-ubyte", idx(0x803, pixels(3), 3, 20000, 10000));
    assertFailure("shorter than its header says", "3");
    write("t10k-labels-idx1-ubyte.gz", idx(0x801, TEST, 1 << 29));
    assertFailure("claims to unpack to far more", "3");
  }

  @Test
  void exchangedAndUnequalFilesAreRefused() throws IOException {
    write("t10k-labels-idx1-ubyte.gz", idx(0x803, pixels(3), 3, 2, 3));
    assertFailure("not an idx file of labels", "3");
    write("t10k-labels-idx1-ubyte.gz", idx(0x801, new byte[5], 5));
    assertFailure("has 3 pictures but there are 5 labels", "3");
  }

  @Test
  void theRealFashionMnist() throws IOException {
    Path shared = SharedData.folder("fashion-mnist");
    Dataset dataset = layout.open(shared, "9");
    assertEquals(6000, dataset.trainNormal().size());
    assertEquals(10000, dataset.test().size());
    assertEquals(9000, dataset.test().stream().filter(Sample::anomalous).count());
    // The first picture of both parts is an ankle boot, class 9.
    assertEquals("train/00000", dataset.trainNormal().get(0).name());
    assertFalse(dataset.test().get(0).anomalous());
    assertEquals(28, dataset.test().get(0).picture().width());
  }

  /** A thousand to one, as deflate shrinks zeros: a megabyte would fill a gigabyte. */
  @Test
  void whatUnpacksToFarMoreThanPicturesDoIsRefused() throws IOException {
    Path file = root.resolve("zeros.gz");
    try (DataOutputStream out =
        new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
      for (int number : new int[] {0x803, 40, 500, 500}) out.writeInt(number);
      out.write(new byte[40 * 500 * 500]);
    }
    String message = assertThrows(IOException.class, () -> IdxFile.open(file, 3)).getMessage();
    assertTrue(message.contains("far more than such files do"), message);
  }
}
