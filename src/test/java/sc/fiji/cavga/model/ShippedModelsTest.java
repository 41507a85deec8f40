package sc.fiji.cavga.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.model.calibration.Calibration;
import sc.fiji.cavga.model.examination.MapKind;

class ShippedModelsTest {

  private static final String NAME = ShippedModels.HEALTHY_FUNDUS;
  private static final int MOST_BYTES = 12_000_000;

  @TempDir Path folder;

  private static String refusal(String model) {
    return assertThrows(IOException.class, () -> ShippedModels.read(Paths.get(model))).getMessage();
  }

  private byte[] tiny() throws IOException {
    Path file = folder.resolve("tiny.cavga");
    ModelFile.write(file, TinyModel.create());
    return Files.readAllBytes(file);
  }

  /** What comes inside a jar is no file of its own. */
  @Test
  void isReadWithoutAFileToTheBit() throws IOException {
    TrainedModel back = ModelFile.read(new ByteArrayInputStream(tiny()), "tiny");
    assertSame(ModelFile.read(folder.resolve("tiny.cavga")), back);
    assertEquals("tiny", back.name());
  }

  private static void assertSame(TrainedModel expected, TrainedModel actual) {
    assertEquals(expected.provenance(), actual.provenance());
    assertEquals(expected.parts().size(), actual.parts().size());
    for (int i = 0; i < expected.parts().size(); i++) {
      MethodPart one = expected.parts().get(i);
      MethodPart other = actual.parts().get(i);
      assertEquals(one.entries().settings(), other.entries().settings());
      assertEquals(one.training(), other.training());
      assertEquals(one.entries().arrays().keySet(), other.entries().arrays().keySet());
      one.entries()
          .arrays()
          .forEach((group, arrays) -> assertSame(arrays, other.entries().arrays().get(group)));
      one.calibrations()
          .forEach((kind, calibration) -> assertSame(calibration, other.calibrations().get(kind)));
    }
  }

  private static void assertSame(List<NamedArray> expected, List<NamedArray> actual) {
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i).name(), actual.get(i).name());
      assertArrayEquals(expected.get(i).values(), actual.get(i).values());
    }
  }

  private static void assertSame(Calibration expected, Calibration actual) {
    assertArrayEquals(expected.mean(), actual.mean());
    assertEquals(expected.mapThreshold(), actual.mapThreshold());
    assertEquals(expected.scoreThreshold(), actual.scoreThreshold());
  }

  @Test
  void aDamagedOneIsRefusedInASentence() throws IOException {
    byte[] whole = tiny();
    byte[] changed = whole.clone();
    changed[whole.length / 2] ^= 1;
    for (byte[] damaged :
        List.of(new byte[0], Arrays.copyOf(whole, whole.length / 2), new byte[99], changed)) {
      String sentence =
          assertThrows(
                  IOException.class,
                  () -> ModelFile.read(new ByteArrayInputStream(damaged), "tiny"))
              .getMessage();
      assertTrue(sentence.startsWith("The model tiny cannot be read: "), sentence);
      assertTrue(sentence.endsWith("."), sentence);
    }
  }

  @Test
  void aNameThatNoneHasIsAnsweredWithThoseThereAre() {
    assertEquals(NAME, ShippedModels.names().get(0));
    for (String model : List.of("healthy", "Healthy-Fundus", "eyes.zip"))
      assertEquals(
          "There is no model "
              + model
              + ": with the software comes healthy-fundus; of a model file give the whole name,"
              + " NAME.cavga.",
          refusal(model));
    assertEquals(
        "There is no model file healthy-fundus.cavga: the model that comes with the software is"
            + " healthy-fundus, without .cavga.",
        refusal("healthy-fundus.cavga"));
    assertEquals("There is no model file eyes.cavga: check its name.", refusal("eyes.cavga"));
  }

  /** With its folder a file is meant, whatever it is called. */
  @Test
  void aFileOfTheSameNameIsNamedWithItsFolder() throws IOException {
    assertTrue(ShippedModels.has(Paths.get(NAME)));
    assertFalse(ShippedModels.has(Paths.get(".", NAME)));
    Path file = folder.resolve(NAME);
    assertFalse(ShippedModels.has(file));
    assertEquals("There is no model file " + file + ": check its name.", refusal(file.toString()));
    ModelFile.write(file, TinyModel.create());
    assertEquals("cavga", ShippedModels.read(file).parts().get(0).method().name());
  }

  @Test
  void nobodyWritesOverIt() throws IOException {
    String sentence =
        assertThrows(IOException.class, () -> ShippedModels.requireOther(Paths.get(NAME)))
            .getMessage();
    assertEquals(
        "healthy-fundus comes with the software and stays as it is: give a file to write, such as"
            + " my-healthy-fundus.cavga.",
        sentence);
    ShippedModels.requireOther(folder.resolve(NAME));
    ShippedModels.requireOther(Paths.get(NAME + ".cavga"));
  }

  @Test
  void isCompleteAndSmallAndTheSameAsItsFile() throws IOException {
    ShippedModelFile.assumeThere();
    byte[] bytes = ShippedModelFile.bytes();
    assertTrue(bytes.length <= MOST_BYTES, bytes.length + " bytes");
    TrainedModel model = ShippedModels.read(Paths.get(NAME));
    assertEquals(NAME, model.name());
    assertTrue(model.calibration(MapKind.DEFAULT).pictures() > 0);
    assertTrue(model.limits().isPresent(), "it knows which pictures are like its own");
    assertSame(ModelFile.read(Files.write(folder.resolve("copy.cavga"), bytes)), model);
  }
}
