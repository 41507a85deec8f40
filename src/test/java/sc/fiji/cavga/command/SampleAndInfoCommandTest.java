package sc.fiji.cavga.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import java.io.File;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

class SampleAndInfoCommandTest {

  @TempDir Path folder;

  private final Context context = Commands.context();

  @AfterEach
  void dispose() {
    context.dispose();
  }

  private ImagePlus phantom(Object... inputs) throws Exception {
    return (ImagePlus)
        Commands.run(context, FundusPhantomCommand.class, inputs).getOutput("phantom");
  }

  @Test
  void thePhantomIsTheOneOfItsNumber() throws Exception {
    ImagePlus healthy = phantom("anomaly", "none", "eye", 3L, "width", 100);
    assertEquals("Fundus phantom 3 (healthy)", healthy.getTitle());
    assertEquals(85, healthy.getHeight());
    ImagePlus again = phantom("anomaly", "none", "eye", 3L, "width", 100);
    assertArrayEquals(
        (int[]) healthy.getProcessor().getPixels(), (int[]) again.getProcessor().getPixels());
    ImagePlus ill = phantom("eye", 3L, "width", 100);
    assertEquals("blot", ill.getProp("anomaly"));
    int changed = 0;
    int[] pixels = (int[]) ill.getProcessor().getPixels();
    for (int i = 0; i < pixels.length; i++)
      if (pixels[i] != ((int[]) healthy.getProcessor().getPixels())[i]) changed++;
    assertTrue(changed > 20 && changed < pixels.length / 2, changed + " pixels");
    String wrong = Commands.failure(context, FundusPhantomCommand.class, "anomaly", "drusen");
    assertTrue(wrong.startsWith("There is no \"drusen\": choose cup, dot, "), wrong);
  }

  @Test
  void aModelSaysWhatItIsAndACheckpointIsNoModel() throws Exception {
    Path normals = Commands.normals(folder.resolve("eyes"), 6);
    File model = folder.resolve("an eye.cavga").toFile();
    Object[] training = {
      "method",
      "local,cavga",
      "normal",
      normals.toFile(),
      "model",
      model,
      "size",
      32,
      "width",
      4,
      "batch",
      4,
      "detector_steps",
      3,
      "epochs",
      1
    };
    // With Fiji's own preparations, as from a macro or a script: what is left out has its default.
    CommandModule module =
        context.service(CommandService.class).run(TrainCommand.class, true, training).get();
    assertFalse(module.isCanceled());
    String report =
        (String) Commands.run(context, ModelInfoCommand.class, "model", model).getOutput("report");
    assertTrue(report.contains("Model: an eye.cavga"), report);
    assertTrue(report.contains("32 × 32 pixels, colour"), report);
    assertTrue(report.contains("Method: local: Half Mahalanobis distances"), report);
    assertTrue(report.contains("  U-Net's steps: 3"), report);
    assertTrue(report.contains("Steps made: 3"), report);
    assertTrue(report.contains("Training ended: all steps"), report);
    assertTrue(report.contains("Method: cavga: "), report);
    assertTrue(report.contains("Epoch: 1"), report);
    assertTrue(report.contains("Training ended: all epochs"), report);
    assertTrue(report.contains("Map reconstruction:"), report);
    assertFalse(report.contains("unknown"), report);
    assertEquals(
        "Choose a model, such as healthy-fundus.",
        Commands.failure(context, ModelInfoCommand.class, "model", new File(" ")));
  }

  @Test
  void aMacroThatLeavesOutTheFolderHearsOfIt() {
    CommandService commands = context.service(CommandService.class);
    Exception wrong =
        assertThrows(
            ExecutionException.class, () -> commands.run(LocalizeFolderCommand.class, true).get());
    assertEquals("Choose a folder of pictures.", Commands.sentence(wrong));
  }
}
