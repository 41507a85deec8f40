package sc.fiji.cavga.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.cavga.cli.error.ExitCode;
import sc.fiji.cavga.io.Safetensors;

class TrainDiscCommandTest {

  private static final int SIZE = 128;
  private static final int RETINA = 60;
  private static final int DISC = 14;

  @TempDir Path folder;

  /** Three eyes with their discs, the first with its cup, and one eye without outlines. */
  private Path data() throws IOException {
    Path data = folder.resolve("data");
    for (int i = 0; i < 4; i++) {
      int x = 45 + 10 * i;
      eye(data.resolve("images/" + i + ".png"), x, i);
      if (i < 3) circle(data.resolve("disc/" + i + ".png"), x, DISC);
    }
    circle(data.resolve("cup/0.png"), 45, DISC / 2);
    return data;
  }

  private static void eye(Path file, int discX, long seed) throws IOException {
    Random random = new Random(seed);
    ColorProcessor picture = new ColorProcessor(SIZE, SIZE);
    for (int y = 0; y < SIZE; y++)
      for (int x = 0; x < SIZE; x++) {
        int noise = random.nextInt(12);
        if (Math.hypot(x - SIZE / 2.0, y - SIZE / 2.0) > RETINA) continue;
        boolean disc = Math.hypot(x - discX, y - SIZE / 2.0) < DISC;
        int green = (disc ? 160 : 80) + noise;
        picture.set(x, y, 180 + noise + (disc ? 50 : 0) << 16 | green << 8 | 40);
      }
    save(file, picture);
  }

  private static void circle(Path file, int centreX, int radius) throws IOException {
    ByteProcessor mask = new ByteProcessor(SIZE, SIZE);
    for (int y = 0; y < SIZE; y++)
      for (int x = 0; x < SIZE; x++)
        if (Math.hypot(x - centreX, y - SIZE / 2.0) < radius) mask.set(x, y, 255);
    save(file, mask);
  }

  private static void save(Path file, ImageProcessor pixels) throws IOException {
    Files.createDirectories(file.getParent());
    if (!new FileSaver(new ImagePlus("", pixels)).saveAsPng(file.toString()))
      throw new IOException(file.toString());
  }

  private static Ran teach(Path output, String... more) {
    List<String> arguments = new ArrayList<>(List.of("train-disc", "--output", "" + output));
    arguments.addAll(List.of("--finder-steps", "2", "--outliner-steps", "2"));
    arguments.addAll(List.of(more));
    return Ran.with(arguments.toArray(new String[0]));
  }

  @Test
  void teachesFromAFolderAndTheSameSeedGivesTheSameBytes() throws Exception {
    Path data = data();
    Path weights = folder.resolve("new/optic-disc.safetensors");
    Ran ran = teach(weights, "--data", "" + data);
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertEquals("The weights are in " + weights + ".\n", ran.out());
    String found = "Layout folder: 4 pictures, 3 with the disc outlined and 1 with the cup.\n";
    assertTrue(ran.err().startsWith(data + ": " + found), ran.err());
    assertTrue(ran.err().contains("Learning to find optic discs: 100 %"), ran.err());
    assertTrue(ran.err().contains("Learning to outline optic discs and cups: 100 %"), ran.err());
    assertFalse(Safetensors.read(weights).isEmpty());
    Path again = folder.resolve("again.safetensors");
    teach(again, "--data", "" + data);
    assertArrayEquals(Files.readAllBytes(weights), Files.readAllBytes(again));
    Path other = folder.resolve("other.safetensors");
    teach(other, "--data", "" + data, "--seed", "7");
    assertFalse(java.util.Arrays.equals(Files.readAllBytes(again), Files.readAllBytes(other)));
  }

  /** Two steps teach nothing: that nothing is measured shows whose networks looked. */
  @Test
  void discsAreMeasuredWithTheNetworksThatAreGiven() throws Exception {
    Path data = data();
    teach(weights(), "--data", "" + data);
    Ran ran = measured(data, weights());
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertTrue(ran.out().startsWith("Measured 0 optic discs; 4 could not be measured"), ran.out());
    Path text = Files.writeString(folder.resolve("text.safetensors"), "no weights at all");
    assertFailed("text.safetensors", measured(data, text));
    Path half = folder.resolve("half.safetensors");
    try (OutputStream out = Files.newOutputStream(half)) {
      Safetensors.write(out, Safetensors.read(weights()).subList(0, 3));
    }
    assertFailed("half.safetensors does not hold the networks", measured(data, half));
    Ran local =
        Ran.with(
            "train",
            "--normal",
            data.resolve("images").toString(),
            "--model",
            folder.resolve("m.cavga").toString(),
            "--method",
            "local",
            "--disc-networks",
            weights().toString());
    assertEquals(ExitCode.WRONG_USE, local.code());
    assertTrue(
        local.err().contains("add --method disc, or leave --disc-networks out."), local.err());
  }

  private Ran measured(Path data, Path networks) {
    return Ran.with(
        "disc",
        "--input",
        data.resolve("images").toString(),
        "--output",
        folder.resolve("measured").toString(),
        "--disc-networks",
        networks.toString());
  }

  @Test
  void severalFoldersAreJoinedAndTestEyesLeftOut() throws Exception {
    Path data = data();
    Path more = folder.resolve("more");
    eye(more.resolve("5.png"), 70, 5);
    Path list = Files.writeString(folder.resolve("test.txt"), "5.png\r\n\nimages/0.png \n");
    Ran ran = teach(weights(), "--data", "" + data, "--data", "" + more, "--leave-out", "" + list);
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertTrue(ran.err().contains("1 with the cup. 1 of them left out.\n"), ran.err());
    assertTrue(ran.err().contains("0 with the cup. 1 of them left out.\n"), ran.err());
    Files.writeString(list, "5.png\nno.png\n");
    assertFailed(
        list + " names no.png, which is not among the pictures",
        teach(weights(), "--overwrite", "--data", "" + more, "--leave-out", "" + list));
    Files.writeString(list, "5.png");
    assertFailed(
        "All pictures are left out by " + list + "; leave some in.",
        teach(weights(), "--overwrite", "--data", "" + more, "--leave-out", "" + list));
  }

  private Path weights() {
    return folder.resolve("w.safetensors");
  }

  private void assertFailed(String expected, Ran ran) {
    assertEquals(ExitCode.FAILED, ran.code(), ran.err());
    assertTrue(ran.err().contains(expected), ran.err());
    assertEquals("", ran.out());
  }

  @Test
  void whatCannotBeTaughtIsSaidAndNothingWritten() throws Exception {
    Path data = data();
    Files.writeString(weights(), "earlier");
    assertFailed(
        "is there already: give another name, or overwrite it.",
        teach(weights(), "--data", "" + data));
    Path photograph = data.resolve("images/0.png");
    byte[] before = Files.readAllBytes(photograph);
    assertFailed(
        photograph + " is there and is no .safetensors file",
        teach(photograph, "--data", "" + data, "--overwrite"));
    assertArrayEquals(before, Files.readAllBytes(photograph));
    assertFailed(
        "There is no layout 'lag'; choose one of",
        teach(weights(), "--data", "" + data, "--layout", "lag", "--overwrite"));
    assertFailed(
        "There are no outlines in " + data + ".\nThe layout 'papila' expects:\n",
        teach(weights(), "--data", "" + data, "--layout", "papila", "--overwrite"));
    assertFailed(
        "The folder " + folder.resolve("no") + " does not exist",
        teach(weights(), "--data", "" + folder.resolve("no"), "--overwrite"));
    assertFailed(
        "None of the 4 pictures has an outlined optic disc",
        teach(weights(), "--data", "" + data.resolve("images"), "--overwrite"));
    assertFailed(data + " is a folder", teach(data, "--data", "" + data));
    assertEquals("earlier", Files.readString(weights()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--output w | --data",
        "--data d | --output",
        "--output w --data d --finder-steps 0 | must be 1 to",
        "--output w --data d --outliner-steps 0 | must be 1 to",
        "--output w --data d --seed x | x",
      })
  void wrongUseIsSaid(String arguments, String message) {
    Ran ran = Ran.with(("train-disc " + arguments).split(" "));
    assertEquals(ExitCode.WRONG_USE, ran.code(), ran.err());
    assertTrue(ran.err().contains(message), ran.err());
    assertTrue(ran.err().endsWith("See 'cavga train-disc --help'.\n"), ran.err());
  }
}
