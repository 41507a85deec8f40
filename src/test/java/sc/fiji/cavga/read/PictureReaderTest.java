package sc.fiji.cavga.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.plugin.PluginService;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.Pictures;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.preprocess.PictureBatch;
import sc.fiji.cavga.preprocess.Placement;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.read.file.ImageReader;
import sc.fiji.cavga.read.file.MemoryNeed;
import sc.fiji.cavga.read.file.UnsupportedPictureException;

class PictureReaderTest {

  @TempDir Path folder;

  /** Accepts everything; says what it was made to say, or gives one picture. */
  private static final class Scripted implements ImageReader {

    private final IOException failure;

    Scripted(IOException failure) {
      this.failure = failure;
    }

    @Override
    public boolean accepts(Path file) {
      return true;
    }

    @Override
    public List<Picture> read(Path file) throws IOException {
      if (failure != null) throw failure;
      return Collections.singletonList(
          Pictures.of("scripted", ArrayImgs.floats(new float[] {0.5f}, 1, 1)));
    }
  }

  private Path file() throws IOException {
    return Files.write(folder.resolve("file.xyz"), new byte[] {1, 2, 3});
  }

  private static PictureReader reader(IOException... failures) {
    return new PictureReader(
        Arrays.asList(Arrays.stream(failures).map(Scripted::new).toArray(Scripted[]::new)));
  }

  @Test
  void theNextReaderIsAskedOnlyAboutUnknownKinds() throws IOException {
    UnsupportedPictureException unknown = new UnsupportedPictureException("unknown kind.");
    assertEquals("scripted", reader(unknown, null).read(file()).get(0).name());
    assertTrue(reader(unknown).accepts(file()));
    assertEquals(
        "damaged.",
        assertThrows(
                IOException.class, () -> reader(new IOException("damaged."), null).read(file()))
            .getMessage());
    UnsupportedPictureException last = new UnsupportedPictureException("missing.");
    IOException thrown = assertThrows(IOException.class, () -> reader(unknown, last).read(file()));
    assertEquals(last, thrown);
    assertEquals(unknown, thrown.getSuppressed()[0]);
  }

  @Test
  void aContextBringsTheReadersByPriority() throws IOException {
    Path png = folder.resolve("eye.png");
    ImageIO.write(new BufferedImage(5, 4, BufferedImage.TYPE_BYTE_GRAY), "png", png.toFile());
    try (Context context = new Context(PluginService.class)) {
      List<ImageReader> readers =
          context.service(PluginService.class).createInstancesOfType(ImageReader.class);
      assertEquals(3, readers.size());
      assertTrue(readers.get(2) instanceof BioFormatsReader);
      PictureReader reader = PictureReader.of(context);
      assertTrue(reader.accepts(png));
      assertEquals(5, reader.read(png).get(0).width());
    }
  }

  @Test
  void whatCannotFitIsRefusedBeforeMemoryIsAskedFor() {
    Path file = folder.resolve("huge.png");
    String tooMany =
        assertThrows(
                UnsupportedPictureException.class,
                () -> MemoryNeed.check(file, 100_000, 100_000, 1))
            .getMessage();
    assertTrue(tooMany.contains("100000 x 100000"), tooMany);
    String tooLarge =
        assertThrows(IOException.class, () -> MemoryNeed.check(file, 40_000, 50_000, 500))
            .getMessage();
    assertTrue(tooLarge.contains("MB"), tooLarge);
    assertThrows(IOException.class, () -> MemoryNeed.check(file, 0, 5, 1));
  }

  @Test
  void aSmallFileThatClaimsAHugePicture() throws IOException {
    Path png = folder.resolve("bomb.png");
    ImageIO.write(new BufferedImage(5, 4, BufferedImage.TYPE_BYTE_GRAY), "png", png.toFile());
    byte[] bytes = Files.readAllBytes(png);
    bytes[17] = 1;
    bytes[21] = 1;
    java.util.zip.CRC32 sum = new java.util.zip.CRC32();
    sum.update(bytes, 12, 17);
    for (int i = 0; i < 4; i++) bytes[29 + i] = (byte) (sum.getValue() >> 24 - 8 * i);
    Files.write(png, bytes);
    String message =
        assertThrows(IOException.class, () -> PictureReader.standard().read(png)).getMessage();
    assertTrue(message.contains("65541 x 65540"), message);
  }

  /** Java's decoder fills up with grey what is not there. */
  @Test
  void aJpegThatClaimsMoreThanItsBytesCanHold() throws IOException {
    Path jpeg = folder.resolve("bomb.jpg");
    ImageIO.write(new BufferedImage(5, 4, BufferedImage.TYPE_BYTE_GRAY), "jpeg", jpeg.toFile());
    byte[] bytes = Files.readAllBytes(jpeg);
    int frame = 0;
    while (bytes[frame] != (byte) 0xff || bytes[frame + 1] != (byte) 0xc0) frame++;
    bytes[frame + 5] = 16;
    bytes[frame + 7] = 16;
    Files.write(jpeg, bytes);
    String message =
        assertThrows(IOException.class, () -> PictureReader.standard().read(jpeg)).getMessage();
    assertTrue(message.contains("cannot hold them; copy it again."), message);
  }

  @Test
  void valuesAreChecked() {
    assertThrows(IllegalArgumentException.class, () -> new PixelSize(0, 1, "mm"));
    assertThrows(IllegalArgumentException.class, () -> new PixelSize(1, Double.NaN, "mm"));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Picture(
                "shifted",
                net.imglib2.view.Views.translate(ArrayImgs.floats(2, 2, 1), 1, 0, 0),
                PixelSize.UNKNOWN));
    Placement placement = new Placement(1, 1, 0, 0, 1, (x, y) -> true);
    assertThrows(
        IllegalArgumentException.class,
        () -> new PreparedPicture(2, 1, new float[3], new float[4], placement));
    assertThrows(
        IllegalArgumentException.class,
        () -> new PictureBatch(1, 2, new float[3], new float[4], new boolean[1]));
  }
}
