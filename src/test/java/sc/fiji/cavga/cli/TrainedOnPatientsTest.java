package sc.fiji.cavga.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.cli.error.ExitCode;
import sc.fiji.cavga.dataset.MemorySample;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.feed.Split;
import sc.fiji.cavga.model.MethodPart;
import sc.fiji.cavga.model.ModelFile;

/** Who is in the training pictures, and which of them are not what they are called. */
class TrainedOnPatientsTest {

  private static final long SEED = 3;

  @TempDir Path folder;

  private Path bothEyes(int patients) throws Exception {
    Path in = Files.createDirectories(folder.resolve("in"));
    for (int i = 0; i < patients; i++)
      for (String side : new String[] {"L", "R"})
        DrawnPictures.retina(
            in.resolve("anna" + i + "_" + side + ".png"),
            2 * i + (side.equals("L") ? 0 : 1),
            false);
    return in;
  }

  @Test
  void bothEyesAreProposedAndNotAssumed() throws Exception {
    Path model = folder.resolve("m.cavga");
    Ran ran = TinyTraining.trainLocal(model, "--normal", bothEyes(6).toString());
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertTrue(
        ran.err().contains("12 pictures look like both eyes of 6 patients: give --group"),
        ran.err());
    assertFalse(ModelFile.read(model).provenance().has("training_patients"));
  }

  @Test
  void patientsAreCountedInTheModelAndNotNamed() throws Exception {
    Path model = folder.resolve("m.cavga");
    Ran ran =
        TinyTraining.trainLocal(model, "--normal", bothEyes(6).toString(), "--group", "(.+)_[LR]");
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertFalse(ran.err().contains("look like both eyes"), ran.err());
    JsonObject provenance = ModelFile.read(model).provenance();
    int training = provenance.get("training_patients").getAsInt();
    int heldOut = provenance.get("held_out_patients").getAsInt();
    assertEquals(6, training + heldOut);
    assertEquals(2 * training, provenance.get("training_pictures").getAsInt());
    assertEquals(2 * heldOut, provenance.get("held_out_pictures").getAsInt());
    String bytes = new String(Files.readAllBytes(model), StandardCharsets.ISO_8859_1);
    assertFalse(bytes.contains("anna"));
  }

  @Test
  void aGroupThatFitsNothingIsRefused() throws Exception {
    Ran ran =
        TinyTraining.trainLocal(
            folder.resolve("m.cavga"), "--normal", bothEyes(4).toString(), "--group", "bea(.)");
    assertEquals(ExitCode.FAILED, ran.code(), ran.err());
    assertTrue(ran.err().contains("names none of the pictures"), ran.err());
  }

  /** Two ill eyes among the held-out ones are named, and the model keeps their number alone. */
  @Test
  void illEyesAmongTheNormalOnesAreNamed() throws Exception {
    List<Sample> samples = new ArrayList<>();
    for (int i = 10; i < 40; i++) samples.add(new MemorySample("eye" + i + ".png", 0));
    List<Sample> heldOut = Split.of(samples, 0.5, SEED).heldOut();
    List<String> ill = List.of(heldOut.get(2).name(), heldOut.get(9).name());
    Path in = Files.createDirectories(folder.resolve("in"));
    for (int i = 0; i < samples.size(); i++)
      DrawnPictures.retina(
          in.resolve(samples.get(i).name()), i, ill.contains(samples.get(i).name()));
    Path model = folder.resolve("m.cavga");
    Ran ran = TinyTraining.trainLocal(model, "--normal", in.toString(), "--held-out", "0.5");
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertTrue(
        ran.err().contains("Look at these 2 pictures before you trust the model: "), ran.err());
    for (String name : ill) assertTrue(ran.err().contains(name), ran.err());
    MethodPart part = ModelFile.read(model).parts().get(0);
    assertEquals(2, part.training().get("unlike_held_out_pictures").getAsInt());
    String bytes = new String(Files.readAllBytes(model), StandardCharsets.ISO_8859_1);
    for (String name : ill) assertFalse(bytes.contains(name));
  }
}
