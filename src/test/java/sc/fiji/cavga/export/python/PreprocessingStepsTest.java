package sc.fiji.cavga.export.python;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.process.ImageProcessor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.export.PreprocessingDescription;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.preprocess.BackToPicture;
import sc.fiji.cavga.preprocess.EyeSide;
import sc.fiji.cavga.preprocess.PictureMap;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.preprocess.Preprocessing;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;
import sc.fiji.cavga.preprocess.Preprocessing.Illumination;
import sc.fiji.cavga.read.PictureReader;
import sc.fiji.cavga.read.PngFile;

/**
 * What the script in Python does before and after the network, for pictures of all kinds: here the
 * network's map is the picture's first channel, as it sees it.
 */
class PreprocessingStepsTest {

  /** Half a step of rounding, and 32-bit floats. */
  private static final double MOST = 0.00501;

  private static final Preprocessing PLAIN = new Preprocessing(64, 3, FieldOfViewMode.RETINA);

  @TempDir Path folder;

  /** Whether a place, 0 to 1 in both directions, belongs to the eye. */
  private interface Eye {
    boolean shows(double x, double y);
  }

  private final List<Path> pictures = new ArrayList<>();
  private final List<Preprocessing> given = new ArrayList<>();

  private static Eye disc(double x, double y, double radius) {
    return (px, py) -> Math.hypot(px - x, py - y) < radius;
  }

  private Path draw(String name, int width, int height, boolean grey, Eye eye) throws IOException {
    SplittableRandom random = new SplittableRandom(width);
    BufferedImage image =
        new BufferedImage(
            width, height, grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
    byte[] pixel = new byte[grey ? 1 : 3];
    double larger = Math.max(width, height);
    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x++) {
        boolean shown = eye.shows((x + 0.5) / larger, (y + 0.5) / larger);
        for (int c = 0; c < pixel.length; c++)
          pixel[c] =
              (byte)
                  (random.nextInt(5)
                      + (shown
                          ? 150 - 50 * c + 40 * Math.sin(x / 9.0 + c) + y * 40.0 / height
                          : 0));
        image.getRaster().setDataElements(x, y, pixel);
      }
    Path file = folder.resolve(name);
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  private void add(Preprocessing preprocessing, Path picture) {
    given.add(preprocessing);
    pictures.add(picture);
  }

  @Test
  void allKindsOfPicturesAndModelsAreTheSame() throws Exception {
    PythonScript script = new PythonScript("localize_onnx.py");
    add(PLAIN, draw("whole-disc.png", 400, 380, false, disc(0.5, 0.47, 0.43)));
    add(PLAIN, draw("cut-by-the-edge.png", 300, 220, false, disc(0.45, 0.35, 0.42)));
    Eye between = (x, y) -> disc(0.5, 0.46, 0.42).shows(x, y) && y > 0.16 && y < 0.83;
    add(PLAIN, draw("cut-by-bands.png", 600, 560, false, between));
    // Black around an eye, and behind a straight cut that is no rim.
    add(PLAIN, draw("much-black.png", 1200, 900, false, disc(0.3, 0.4, 0.24)));
    Eye cut = (x, y) -> disc(0.22, 0.15, 0.2).shows(x, y) && y < 0.27;
    add(PLAIN, draw("cut-with-black.png", 900, 800, false, cut));
    add(PLAIN, draw("edge.png", 400, 300, false, (x, y) -> y < 0.5));
    Eye box = (x, y) -> x > 0.1 && x < 0.5 && y > 0.3 && y < 0.55;
    add(PLAIN, draw("box-in-black.png", 900, 700, false, box));
    // With arms so narrow that their ends have no known neighbour in a coarse map.
    Eye arms = (x, y) -> Math.abs(x - 0.5) < 0.44 && Math.abs(y - 0.47) < 0.02;
    Eye plus = (x, y) -> arms.shows(x, y) || Math.max(Math.abs(x - 0.5), Math.abs(y - 0.47)) < 0.25;
    add(new Preprocessing(16, 3, FieldOfViewMode.RETINA), draw("arms.png", 400, 380, false, plus));
    add(
        PLAIN,
        draw("no-disc.png", 500, 400, false, (x, y) -> x > 0.1 && x < 0.9 && y > 0.2 && y < 0.7));
    add(PLAIN, draw("no-border.png", 200, 150, false, (x, y) -> true));
    add(PLAIN, draw("smaller-than-the-network.png", 50, 40, false, disc(0.5, 0.4, 0.38)));
    add(PLAIN, draw("grey.png", 260, 240, true, disc(0.5, 0.47, 0.43)));
    Path turned = draw("turned.png", 300, 260, false, disc(0.4, 0.4, 0.38));
    PngFile.insert(turned, "eXIf", PngFile.orientation(6));
    add(PLAIN, turned);
    Path wide = draw("wide.png", 250, 200, false, disc(0.5, 0.4, 0.38));
    add(new Preprocessing(48, 1, FieldOfViewMode.RETINA), wide);
    add(new Preprocessing(100, 3, FieldOfViewMode.WHOLE_PICTURE), wide);
    add(new Preprocessing(64, 3, FieldOfViewMode.RETINA, Illumination.FLATTEN), wide);
    float[] template = new float[256];
    for (int i = 0; i < template.length; i++) template[i] = i % 16 - 7.5f;
    add(PLAIN.withLaterality(new EyeSide(template)), wide);
    for (int i = 0; i < template.length; i++) template[i] = -template[i];
    add(PLAIN.withLaterality(new EyeSide(template)), wide);
    for (int i = 0; i < pictures.size(); i++) {
      Path description = folder.resolve(i + ".json");
      Files.writeString(description, PreprocessingDescription.of(given.get(i)).toString());
      script.add(description, pictures.get(i), folder.resolve(i + ".tif"));
    }
    for (String line : script.runWithEcho()) assertEquals("score 0.0000", line);
    boolean mirrored = false;
    for (int i = 0; i < pictures.size(); i++) mirrored |= isTheSame(i);
    assertTrue(mirrored, "no picture was mirrored");
  }

  private boolean isTheSame(int index) throws IOException {
    Picture picture = PictureReader.standard().read(pictures.get(index)).get(0);
    PreparedPicture prepared = given.get(index).prepare(picture);
    float[] first = Arrays.copyOf(prepared.values(), prepared.fieldOfView().length);
    for (int i = 0; i < first.length; i++) if (prepared.fieldOfView()[i] == 0) first[i] = Float.NaN;
    PictureMap expected = BackToPicture.of(first, prepared.placement());
    ImageProcessor actual = IJ.openImage(folder.resolve(index + ".tif").toString()).getProcessor();
    assertEquals(expected.width(), actual.getWidth());
    assertEquals(expected.height(), actual.getHeight());
    float[] row = new float[expected.width()];
    for (int y = 0; y < expected.height(); y++) {
      expected.row(y, row);
      for (int x = 0; x < row.length; x++) {
        String where = pictures.get(index).getFileName() + " at " + x + ", " + y;
        if (Float.isNaN(row[x])) assertTrue(Float.isNaN(actual.getf(x, y)), where);
        else assertEquals(row[x], actual.getf(x, y), MOST, where);
      }
    }
    return prepared.placement().isMirrored();
  }

  @Test
  void whatTheScriptCannotDoItRefusesWithOneSentence() throws Exception {
    PythonScript script = new PythonScript("localize_onnx.py");
    Eye one = disc(0.22, 0.2, 0.18);
    Path description = folder.resolve("model.json");
    Files.writeString(description, PreprocessingDescription.of(PLAIN).toString());
    Path black = draw("black.png", 200, 150, false, (x, y) -> false);
    Path two = draw("two.png", 500, 210, false, (x, y) -> one.shows(x, y) || one.shows(x - 0.5, y));
    Path touching =
        draw("touching.png", 500, 210, false, (x, y) -> one.shows(x, y) || one.shows(x - 0.35, y));
    Path deep = folder.resolve("deep.png");
    ImageIO.write(
        new BufferedImage(200, 150, BufferedImage.TYPE_USHORT_GRAY), "png", deep.toFile());
    Path gamma = draw("gamma.png", 200, 150, false, disc(0.5, 0.4, 0.38));
    PngFile.insert(gamma, "gAMA", PngFile.numbers(100000));
    for (Path picture : List.of(black, two, touching, deep, gamma))
      script.add(description, picture, folder.resolve("map.tif"));
    List<String> said = script.runWithEcho();
    assertEquals(5, said.size(), said::toString);
    assertTrue(said.get(0).contains("black"), said::toString);
    assertTrue(said.get(1).contains("two eyes"), said::toString);
    assertTrue(said.get(2).contains("two eyes"), said::toString);
    assertTrue(said.get(3).contains("8 bits"), said::toString);
    assertTrue(said.get(4).contains("sRGB"), said::toString);
    assertTrue(Files.notExists(folder.resolve("map.tif")));
  }

  @Test
  void wrongFilesAreOneSentenceAndNoFileIsLost() throws Exception {
    PythonScript script = new PythonScript("localize_onnx.py");
    Path model = folder.resolve("model.json");
    String text = PreprocessingDescription.of(PLAIN).toString();
    Files.writeString(model, text);
    Path newer = folder.resolve("newer.json");
    Files.writeString(newer, text.replace("\"version\":1,", "\"version\":2,"));
    Path foreign = Files.createFile(folder.resolve("foreign.json"));
    Path absent = folder.resolve("absent");
    Path eye = draw("eye.png", 200, 150, false, disc(0.5, 0.4, 0.38));
    byte[] bytes = Files.readAllBytes(eye);
    Path cut = folder.resolve("cut.png");
    Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
    Path map = folder.resolve("map.tif");
    script.add(absent, eye, map).add(foreign, eye, map).add(newer, eye, map);
    script.add(model, absent, map).add(model, cut, map).add(model, model, map);
    script.add(model, eye, eye).add(model, eye, eye.resolve("map.tif"));
    List<String> said = script.runWithEcho();
    String[] expected = {
      "export it anew",
      "is no model that `cavga export` has written",
      "newer CAVGA",
      "save it anew",
      "save it anew",
      "save it anew",
      "is there already: give the map another name",
      "cannot be written"
    };
    assertEquals(expected.length, said.size(), said::toString);
    for (int i = 0; i < expected.length; i++)
      assertTrue(said.get(i).contains(expected[i]), said.get(i));
    assertTrue(Files.notExists(map));
    assertArrayEquals(bytes, Files.readAllBytes(eye));
  }
}
