package sc.fiji.cavga.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.picture.DicomFile;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.picture.SilentConsole;
import sc.fiji.cavga.read.dicom.DicomReader;
import sc.fiji.cavga.read.file.UnsupportedPictureException;

/** Against an imitation that has the public methods of Bio-Formats, under their names. */
class BioFormatsReaderTest {

  @TempDir static Path classes;
  private static URLClassLoader imitation;

  @TempDir Path folder;
  @RegisterExtension final SilentConsole console = new SilentConsole();

  @BeforeAll
  static void compileTheImitation() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Assumptions.assumeTrue(compiler != null, "this Java has no compiler");
    List<Path> sources = new ArrayList<>();
    try (InputStream in =
        BioFormatsReaderTest.class.getResourceAsStream("bio-formats-imitation.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String part : text.split("(?m)^== ")) {
        if (part.isEmpty()) continue;
        Path source = classes.resolve(part.substring(0, part.indexOf('\n')).trim());
        Files.createDirectories(source.getParent());
        sources.add(
            Files.write(
                source, part.substring(part.indexOf('\n')).getBytes(StandardCharsets.UTF_8)));
      }
    }
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options = Arrays.asList("-proc:none", "-d", classes.toString());
      assertTrue(
          compiler
              .getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call());
    }
    imitation =
        new URLClassLoader(
            new URL[] {classes.toUri().toURL()}, BioFormatsReaderTest.class.getClassLoader());
  }

  @AfterEach
  void everyReaderIsClosed() throws ReflectiveOperationException {
    assertEquals(0, imitation.loadClass("loci.formats.ImageReader").getField("open").getInt(null));
  }

  private Path file(int type, int bits, boolean little, int series, int c, int z, byte... planes)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0, 'F', 'A', 'K', 'E', (byte) type, (byte) bits});
    out.writeBytes(
        new byte[] {(byte) (little ? 1 : 0), (byte) series, 2, 1, (byte) c, (byte) z, 1});
    out.writeBytes(planes);
    return Files.write(folder.resolve("eye.czi"), out.toByteArray());
  }

  private static List<Picture> read(Path file) throws IOException {
    return new PictureReader(
            Arrays.asList(
                new PhotographReader(), new DicomReader(), new BioFormatsReader(imitation)))
        .read(file);
  }

  private static float at(Picture picture, int x, int channel) {
    return picture.pixels().getAt(x, 0, channel).get();
  }

  @Test
  void threeChannelsAreOneColourPicture() throws IOException {
    List<Picture> pictures = read(file(1, 8, true, 1, 3, 1, new byte[] {51, 0, 102, 0, -1, 0}));
    assertEquals(1, pictures.size());
    assertEquals("eye.czi", pictures.get(0).name());
    assertEquals(3, pictures.get(0).channels());
    assertEquals(0.2, at(pictures.get(0), 0, 0), 1e-6);
    assertEquals(0.4, at(pictures.get(0), 0, 1), 1e-6);
    assertEquals(1, at(pictures.get(0), 0, 2), 1e-6);
    assertEquals(0.02, pictures.get(0).pixelSize().width(), 1e-9);
    assertEquals(0.01, pictures.get(0).pixelSize().height(), 1e-9);
    assertEquals("mm", pictures.get(0).pixelSize().unit());
  }

  @Test
  void everySeriesSliceAndLooseChannelIsAPicture() throws IOException {
    byte[] planes = new byte[2 * 2 * 2 * 2];
    for (int i = 0; i < planes.length; i++) planes[i] = (byte) i;
    List<Picture> pictures = read(file(1, 8, true, 2, 2, 2, planes));
    assertEquals(8, pictures.size());
    for (int i = 0; i < 8; i++) {
      assertEquals("eye.czi #" + (i + 1), pictures.get(i).name());
      assertEquals(2 * i / 255f, at(pictures.get(i), 0, 0), 1e-6);
    }
    assertEquals(PixelSize.UNKNOWN, pictures.get(7).pixelSize());
  }

  @Test
  void sixteenBitsAreScaledByThoseThatAreStored() throws IOException {
    assertEquals(
        1, at(read(file(3, 12, true, 1, 1, 1, new byte[] {-1, 15, 0, 0})).get(0), 0, 0), 1e-6);
    assertEquals(
        1, at(read(file(3, 12, false, 1, 1, 1, new byte[] {15, -1, 0, 0})).get(0), 0, 0), 1e-6);
    assertEquals(
        0.5, at(read(file(2, 16, true, 1, 1, 1, new byte[] {0, 0, 0, -128})).get(0), 0, 0), 1e-3);
    assertEquals(
        1, at(read(file(3, 16, true, 1, 1, 1, new byte[] {-1, 15, 0, 0})).get(0), 0, 0), 1e-6);
    assertEquals(1, at(read(file(0, 8, true, 1, 1, 1, new byte[] {127, 0})).get(0), 0, 0), 1e-6);
    assertEquals(
        1,
        at(read(file(5, 32, true, 1, 1, 1, new byte[] {-1, -1, -1, -1, 0, 0, 0, 0})).get(0), 0, 0),
        1e-6);
  }

  @Test
  void floatsAreScaledByTheirRange() throws IOException {
    byte[] bytes =
        ByteBuffer.allocate(8)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putFloat(51)
            .putFloat(Float.NaN)
            .array();
    Picture picture = read(file(6, 32, true, 1, 1, 1, bytes)).get(0);
    assertEquals(0.2, at(picture, 0, 0), 1e-6);
    assertTrue(Float.isNaN(at(picture, 1, 0)));
  }

  @Test
  void failuresAreSentences() throws IOException {
    Path doubles = file(7, 64, true, 1, 1, 1, new byte[16]);
    assertSentence(doubles, "unknown type");
    Path memory = file(99, 8, true, 1, 1, 1, new byte[16]);
    assertSentence(memory, "memory");
    Path bad = Files.write(folder.resolve("bad.czi"), new byte[] {0, 'F', 'A', 'K', 'E'});
    assertSentence(bad, "FormatException: Header is too short)");
  }

  private static void assertSentence(Path file, String words) {
    String message = assertThrows(IOException.class, () -> read(file)).getMessage();
    assertTrue(message.contains(words), message);
    assertTrue(message.startsWith(file.toString()) && message.endsWith("."), message);
  }

  @Test
  void compressedDicomGoesToBioFormats() throws IOException {
    DicomFile dicom =
        new DicomFile("1.2.840.10008.1.2.4.90")
            .picture("RGB", 3, 8, 8, 8, 8)
            .header(0x7fe00010, "OB", 0xffffffffL);
    byte[] bytes = dicom.toByteArray();
    System.arraycopy(
        new byte[] {0, 'F', 'A', 'K', 'E', 1, 8, 1, 1, 2, 1, 1, 1, 1, 77}, 0, bytes, 0, 15);
    Path file = Files.write(folder.resolve("eye.dcm"), bytes);
    assertEquals(77 / 255f, at(read(file).get(0), 0, 0), 1e-6);
  }

  @Test
  void withoutBioFormatsItAcceptsNothingAndSaysWhy() throws IOException {
    Path file = file(1, 8, true, 1, 1, 1, new byte[2]);
    BioFormatsReader reader = new BioFormatsReader();
    Assumptions.assumeFalse(
        BioFormatsApi.present(getClass().getClassLoader()), "Bio-Formats is here");
    assertFalse(reader.accepts(file));
    String message =
        assertThrows(UnsupportedPictureException.class, () -> reader.read(file)).getMessage();
    assertTrue(message.contains("Bio-Formats, which is missing"), message);
  }

  @Test
  void textIsNoPicture() throws IOException {
    Path text = Files.write(folder.resolve("notes.txt"), "1,2,3".getBytes(StandardCharsets.UTF_8));
    assertFalse(new BioFormatsReader(imitation).accepts(text));
  }
}
