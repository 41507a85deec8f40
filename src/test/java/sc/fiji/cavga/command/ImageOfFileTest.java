package sc.fiji.cavga.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import sc.fiji.cavga.command.input.ChosenPictures;
import sc.fiji.cavga.command.legacy.LegacyInputs;
import sc.fiji.cavga.picture.DicomFile;
import sc.fiji.cavga.picture.Laterality;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.read.PictureReader;
import sc.fiji.cavga.read.PngFile;

/** What a macro's {@code image=FILE} gives, against what a folder run reads. */
class ImageOfFileTest {

  private final Context context = Commands.context();

  @TempDir Path folder;

  @AfterEach
  void dispose() {
    context.dispose();
  }

  private ImagePlus image(Path file) throws Exception {
    CommandService commands = context.service(CommandService.class);
    Module module =
        context
            .service(ModuleService.class)
            .createModule(commands.getCommand(LocalizeCommand.class));
    new LegacyInputs(module).take("image=[" + file + "] model=none");
    return (ImagePlus) module.getInput("image");
  }

  private void assertAsInFolder(Path file) throws Exception {
    List<Picture> expected = PictureReader.standard().read(file);
    ChosenPictures found = new ChosenPictures(image(file), ChosenPictures.ALL);
    assertEquals(expected.size(), found.size());
    for (int i = 0; i < expected.size(); i++) {
      Picture one = expected.get(i);
      Picture other = found.picture(i);
      assertEquals(one.width(), other.width());
      assertEquals(one.channels(), other.channels());
      for (int y = 0; y < one.height(); y++)
        for (int x = 0; x < one.width(); x++)
          for (int c = 0; c < one.channels(); c++)
            assertEquals(one.pixels().getAt(x, y, c).get(), other.pixels().getAt(x, y, c).get());
      assertEquals(String.join(" ", one.notes()), String.join(" ", other.notes()));
      assertEquals(one.pixelSize().unit(), other.pixelSize().unit());
      assertEquals(one.side(), other.side());
      if (expected.size() == 1) assertEquals(one.name(), other.name());
    }
  }

  private Path dicom(DicomFile dicom) throws IOException {
    return Files.write(folder.resolve("eye.dcm"), dicom.toByteArray());
  }

  private static byte[] ramp(int bytes) {
    byte[] pixels = new byte[bytes];
    for (int i = 0; i < bytes; i++) pixels[i] = (byte) (7 * i);
    return pixels;
  }

  @ParameterizedTest
  @CsvSource({
    "YBR_FULL,3,8,8,0,48",
    "RGB,3,16,16,0,96",
    "RGB,3,8,8,0,48",
    "MONOCHROME2,1,16,12,1,32",
    "MONOCHROME1,1,8,8,0,16",
    "MONOCHROME2,1,16,16,0,32"
  })
  void dicomOfAllKinds(
      String photometric, int samples, int allocated, int stored, int signed, int bytes)
      throws Exception {
    assertAsInFolder(
        dicom(
            new DicomFile("1.2.840.10008.1.2.1")
                .text(0x00200062, "CS", "L")
                .text(0x00280030, "DS", "0.5\\0.25")
                .picture(photometric, samples, 4, 4, allocated, stored)
                .shorts(0x00280103, signed)
                .pixels("OW", ramp(bytes))));
  }

  @Test
  void framesBecomeAStack() throws Exception {
    assertAsInFolder(
        dicom(
            new DicomFile("1.2.840.10008.1.2.1")
                .text(0x00280008, "IS", "3")
                .picture("RGB", 3, 4, 4, 16, 16)
                .pixels("OW", ramp(288))));
  }

  private Path turned(String name) throws IOException {
    BufferedImage drawn = new BufferedImage(5, 3, BufferedImage.TYPE_INT_RGB);
    drawn.setRGB(0, 0, 0xff8040);
    Path file = folder.resolve(name);
    assertTrue(ImageIO.write(drawn, "png", file.toFile()));
    PngFile.insert(file, "eXIf", PngFile.orientation(6));
    return file;
  }

  @Test
  void turnedPictures() throws Exception {
    assertAsInFolder(turned("turned.png"));
  }

  @Test
  void whatCannotBeReadIsSaidInTheReadersWords() throws IOException {
    Path text = Files.writeString(folder.resolve("eye.jpg"), "no picture");
    String said = assertThrows(IllegalArgumentException.class, () -> image(text)).getMessage();
    assertTrue(said.contains("holds text"), said);
  }

  @Test
  void anOpenImageSaysThatItsFileIsReadOtherwise() throws IOException {
    ImagePlus open = IJ.openImage(turned("turned.png").toString());
    ChosenPictures pictures = new ChosenPictures(open, ChosenPictures.CURRENT);
    assertEquals(5, pictures.picture(0).width(), "as ImageJ shows it");
    String note = pictures.picture(0).notes().get(0);
    assertTrue(note.contains("A folder run reads its file otherwise"), note);
    assertTrue(note.contains("orientation 6"), note);
  }

  @Test
  void anOpenImageThatIsReadAlikeSaysNothing() throws IOException {
    Path file = folder.resolve("plain.png");
    BufferedImage plain = new BufferedImage(5, 3, BufferedImage.TYPE_INT_RGB);
    assertTrue(ImageIO.write(plain, "png", file.toFile()));
    ImagePlus open = IJ.openImage(file.toString());
    ChosenPictures pictures = new ChosenPictures(open, ChosenPictures.CURRENT);
    assertEquals(List.of(), pictures.picture(0).notes());
    assertEquals(Laterality.UNKNOWN, pictures.picture(0).side());
    assertFalse(pictures.picture(0).channels() == 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mono2_signed12_slope.dcm", "ybr_full.dcm"})
  void sharedCases(String name) throws Exception {
    Path cases = Paths.get("..", "shared", "cases", "imagej-not-cli");
    Assumptions.assumeTrue(
        Files.isDirectory(cases), "the cases in ../shared/cases are not on this machine");
    assertAsInFolder(cases.resolve(name));
  }
}
