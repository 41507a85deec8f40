package sc.fiji.cavga.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.read.PictureReader;

class PictureFolderTest {

  @TempDir Path folder;

  private void touch(String... names) throws IOException {
    for (String name : names) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.createFile(file);
    }
  }

  @Test
  void listsPicturesSortedByTheirRelativePaths() throws IOException {
    touch("b.jpg", "a/z.PNG", "a/b/c.Tiff", "a-1.dcm", "Thumbs.db", "notes.txt", "jpg", ".jpg");
    touch(".hidden/x.jpg", "a/._z.png", "straße ü.bmp");
    assertEquals(
        List.of("a-1.dcm", "a/b/c.Tiff", "a/z.PNG", "b.jpg", "straße ü.bmp"),
        new ArrayList<>(PictureFolder.files(folder).keySet()));
  }

  /** White spots on black, or all values that a photograph has; PNG whatever the name says. */
  private void draw(boolean mask, String... names) throws IOException {
    BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < 64; y++)
      for (int x = 0; x < 64; x++)
        image.getRaster().setSample(x, y, 0, mask ? x / 48 * 255 : 2 * (x + y));
    for (String name : names) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      ImageIO.write(image, "png", file.toFile());
    }
  }

  private List<String> photographs() throws IOException {
    return new ArrayList<>(PictureFolder.files(folder).keySet());
  }

  /** Masks are no photographs, whatever folder of a data set is given. */
  @Test
  void masksOfOtherPicturesArePassedOverAndCounted() throws IOException {
    draw(false, "test/abnormal/a17.jpg", "test/abnormal/a18.jpg", "unmasked.jpg");
    draw(true, "test/mask/a17.png", "test/mask/stranger.png", "discs/labels/a18.png");
    draw(true, "ground_truth/spot/a18_mask.png", "2. All Segmentation Groundtruths/a17_MA.tif");
    FolderContents contents = PictureFolder.contents(folder, null);
    assertEquals(
        List.of(
            "test/abnormal/a17.jpg",
            "test/abnormal/a18.jpg",
            "test/mask/stranger.png",
            "unmasked.jpg"),
        new ArrayList<>(contents.files().keySet()));
    assertEquals(
        "Passed over: 4 masks of pictures in other folders, such as"
            + " 2. All Segmentation Groundtruths/a17_MA.tif.",
        contents.passedOver());
    assertEquals(2, PictureFolder.files(folder.resolve("test/mask")).size(), "asked for alone");
  }

  /** Photographs are called alike in many folders, and "masked" is a word for blinded. */
  @Test
  void photographsAreLookedAtWhateverTheirFoldersAreCalled() throws IOException {
    draw(false, "A. Segmentation/Original Images/001.jpg", "B. Grading/Original Images/001.jpg");
    draw(false, "masked readers/7.jpg", "open readers/7.jpg", "labels/7_red-free.jpg", "8.jpg");
    draw(true, "annotation/8.png");
    Files.write(folder.resolve("annotation/7.jpg"), new byte[] {(byte) 0xFF, (byte) 0xD8, 0});
    assertEquals(
        List.of(
            "8.jpg",
            "A. Segmentation/Original Images/001.jpg",
            "B. Grading/Original Images/001.jpg",
            "annotation/7.jpg",
            "labels/7_red-free.jpg",
            "masked readers/7.jpg",
            "open readers/7.jpg"),
        photographs());
  }

  /** A folder around both says nothing; masks within it are masks all the same. */
  @Test
  void aFolderOfMasksAroundADataSetMakesNoMasks() throws IOException {
    draw(false, "masks/test/abnormal/a.jpg", "elsewhere/a.jpg");
    draw(true, "masks/test/mask/a.png", "masks/test/mask/lesions/a_ex.png");
    assertEquals(List.of("elsewhere/a.jpg", "masks/test/abnormal/a.jpg"), photographs());
  }

  @Test
  void followsLinksButNotInACircle() throws IOException {
    touch("real/eye.jpg");
    try {
      Files.createSymbolicLink(folder.resolve("real/again"), folder);
      Files.createSymbolicLink(folder.resolve("linked"), folder.resolve("real"));
      Files.createSymbolicLink(folder.resolve("gone.png"), folder.resolve("nothing.png"));
    } catch (IOException | UnsupportedOperationException e) {
      Assumptions.abort("This file system has no symbolic links: " + e);
    }
    assertEquals(
        List.of("gone.png", "linked/eye.jpg", "real/eye.jpg"),
        new ArrayList<>(PictureFolder.files(folder).keySet()));
  }

  @Test
  void aHiddenFolderMayBeChosenItself() throws IOException {
    touch(".eyes/one.jpg");
    assertEquals(1, PictureFolder.files(folder.resolve(".eyes")).size());
  }

  @Test
  void saysWhatIsWrongWithTheFolder() throws IOException {
    touch("file.jpg");
    assertFailure("does not exist", folder.resolve("missing"));
    assertFailure("is a file", folder.resolve("file.jpg"));
    Files.createDirectory(folder.resolve("empty"));
    assertFailure("holds no pictures", folder.resolve("empty"));
  }

  private static void assertFailure(String expected, Path folder) {
    IOException problem =
        assertThrows(
            IOException.class, () -> TrainingFolders.open(folder, null, PictureReader.standard()));
    assertTrue(problem.getMessage().contains(expected), problem.getMessage());
    assertTrue(problem.getMessage().contains(folder.toString()));
  }

  @Test
  void samplesReadTheirFiles() throws IOException {
    PictureFiles.png(folder.resolve("ill/sub/eye.png"), 5, 4, 51);
    Path healthy = PictureFiles.png(folder.resolve("healthy/eye.png"), 5, 4, 51).getParent();
    Sample sample =
        TrainingFolders.open(healthy, folder.resolve("ill"), PictureReader.standard())
            .trainAnomalous()
            .get(0);
    assertEquals("sub/eye.png", sample.name());
    assertTrue(sample.anomalous());
    assertEquals(0.2f, sample.picture().pixels().getAt(4, 3, 0).get(), 1e-6f);
    assertFalse(sample.mask().isPresent());
  }

  private void write(String name, String firstBytes) throws IOException {
    byte[] bytes = Arrays.copyOf(firstBytes.getBytes(StandardCharsets.ISO_8859_1), 200);
    Files.write(folder.resolve(name), bytes);
  }

  @Test
  void picturesWithoutTheirExtensionAreToldByTheirContent() throws IOException {
    write("IM0001", "\0".repeat(128) + "DICM");
    write("1.2.840.113619.2", "\0".repeat(128) + "DICM");
    write("photo", "\u00ff\u00d8\u00ff\u00e0");
    write("scan", "II*\0");
    write("raw.nef", "II*\0");
    write("eye.heic", "\0\0\0\u0018ftypheic");
    write("eye2.HEIC", "\0\0\0\u0018ftypheic");
    write("eye.webp", "RIFF\1\1\1\1WEBP");
    write("eye.avif", "\0\0\0\u0018ftypavif");
    write("eye.jxl", "\u00ff\n");
    write("eye.jls", "\u00ff\u00d8\u00ff\u00f7");
    write("eye.pnm", "P6\n");
    write("misnamed.webp", "\u00ff\u00d8\u00ff\u00e0");
    write("Thumbs.db", "anything");
    FolderContents contents = PictureFolder.contents(folder, null);
    assertEquals(
        List.of("1.2.840.113619.2", "IM0001", "misnamed.webp", "photo", "scan"),
        new ArrayList<>(contents.files().keySet()));
    String others = contents.passedOver();
    for (String part :
        new String[] {
          "2 HEIC pictures (",
          "1 WebP picture (",
          "1 AVIF picture (",
          "1 JPEG XL picture (",
          "1 JPEG-LS picture (",
          "1 PGM or PPM picture (Bio-Formats",
          "1 TIFF picture",
          "1 file of another kind"
        }) assertTrue(others.contains(part), others);
  }

  @Test
  void whatIsInAnExceptedFolderIsNotCounted() throws IOException {
    touch("eye.png", "out/results.csv", "out/maps/eye.tif");
    FolderContents contents = PictureFolder.contents(folder, folder.resolve("out"));
    assertEquals(List.of("eye.png"), new ArrayList<>(contents.files().keySet()));
    assertEquals("", contents.passedOver());
  }

  @Test
  @Timeout(20)
  void pipesAreNotRead() throws IOException, InterruptedException {
    touch("eye.png");
    Path pipe = folder.resolve("pipe.png");
    boolean made = false;
    try {
      made = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
    } catch (IOException noSuchCommand) {
      Assumptions.abort("There is no mkfifo here: " + noSuchCommand);
    }
    Assumptions.assumeTrue(made, "This file system has no pipes.");
    FolderContents contents = PictureFolder.contents(folder, null);
    assertEquals(List.of("eye.png"), new ArrayList<>(contents.files().keySet()));
    assertTrue(contents.passedOver().contains("1 that are no regular files"));
    IOException problem =
        assertThrows(IOException.class, () -> PictureReader.standard().read(pipe));
    assertTrue(problem.getMessage().contains("pipe or a device"), problem.getMessage());
  }

  @Test
  void aFolderThatMayNotBeReadIsPassedOver() throws IOException {
    touch("eye.png", "secret/eye.png");
    Path secret = folder.resolve("secret");
    Assumptions.assumeTrue(
        secret.toFile().setReadable(false) && !Files.isReadable(secret),
        "whoever runs this test may read everything");
    try {
      FolderContents contents = PictureFolder.contents(folder, null);
      assertEquals(List.of("eye.png"), new ArrayList<>(contents.files().keySet()));
      assertTrue(contents.passedOver().contains("1 that may not be read"));
    } finally {
      assertTrue(secret.toFile().setReadable(true));
    }
  }
}
