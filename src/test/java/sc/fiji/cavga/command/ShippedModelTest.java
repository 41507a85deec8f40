package sc.fiji.cavga.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.File;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import sc.fiji.cavga.command.export.ExportCommand;
import sc.fiji.cavga.command.legacy.LegacyInputs;
import sc.fiji.cavga.command.recalibration.RecalibrateCommand;
import sc.fiji.cavga.model.ShippedModelFile;

/** What somebody has who has just installed the plugin, and no model. */
class ShippedModelTest {

  private static final File SHIPPED = new File("healthy-fundus");
  private static final Path EYE = Paths.get("sample-fundus/test/abnormal/hard-exudate_01_easy.jpg");

  @TempDir Path folder;

  private final Context context = Commands.context();

  @AfterEach
  void dispose() {
    context.dispose();
  }

  private static void assertLocalized(ImagePlus image, CommandModule module) {
    assertNotNull(image.getOverlay(), "the map lies on the photograph");
    assertTrue(Double.parseDouble(image.getProp("cavga_threshold")) > 0);
    assertTrue(Double.isFinite(Double.parseDouble(image.getProp("cavga_score"))));
    ResultsTable pictures = (ResultsTable) module.getOutput("pictures");
    assertEquals(1, pictures.size());
    assertEquals("healthy-fundus", pictures.getStringValue("model", 0));
  }

  @Test
  void aPhotographIsLocalizedWithNothingButOk() throws Exception {
    ShippedModelFile.assumeThere();
    ImagePlus photograph = IJ.openImage(EYE.toString());
    assertLocalized(photograph, Commands.run(context, LocalizeCommand.class, "image", photograph));
  }

  @Test
  void theSampleIsLocalized() throws Exception {
    ShippedModelFile.assumeThere();
    ImagePlus phantom =
        (ImagePlus) Commands.run(context, FundusPhantomCommand.class).getOutput("phantom");
    CommandModule module =
        Commands.run(context, LocalizeCommand.class, "image", phantom, "raw", true);
    assertLocalized(phantom, module);
    ImagePlus map = (ImagePlus) module.getOutput("values");
    assertEquals(phantom.getWidth(), map.getWidth());
    assertTrue(map.getStatistics().max > 0);
  }

  /** A sentence and its full stop come before what the model's further method says. */
  @Test
  void whatIsNotJudgedSaysSoInSentences() throws Exception {
    ShippedModelFile.assumeThere();
    ImagePlus page = IJ.createImage("page", "RGB white", 300, 200, 1);
    CommandModule module = Commands.run(context, LocalizeCommand.class, "image", page);
    assertEquals(
        "page: Not judged: " + page.getProp("cavga_warning") + " Method disc: not judged.",
        module.getOutput("report"));
  }

  @Test
  void theModelSaysWhatItIs() throws Exception {
    ShippedModelFile.assumeThere();
    String report = (String) Commands.run(context, ModelInfoCommand.class).getOutput("report");
    assertTrue(report.startsWith("Model: healthy-fundus" + System.lineSeparator()), report);
    assertTrue(report.contains("Map default:"), report);
  }

  /** By hand, from a macro and from a script. */
  @Test
  void itsNameIsTheDefaultAndIsGivenAsAFileIs() {
    CommandService commands = context.service(CommandService.class);
    for (Class<? extends CavgaCommand> command :
        List.of(
            LocalizeCommand.class,
            LocalizeFolderCommand.class,
            EvaluateCommand.class,
            RecalibrateCommand.class,
            ExportCommand.class,
            ModelInfoCommand.class)) {
      Module module =
          context.service(ModuleService.class).createModule(commands.getCommand(command));
      assertEquals(SHIPPED, module.getInput("model"), command.getName());
      if (command == LocalizeCommand.class) continue;
      new LegacyInputs(module).take("model=[/a b/my.cavga]");
      assertEquals(new File("/a b/my.cavga"), module.getInput("model"));
      new LegacyInputs(module).take("model=healthy-fundus");
      assertEquals(SHIPPED, module.getInput("model"));
    }
  }

  /** The button beside the field of another one. */
  @Test
  void aButtonComesBackToIt() throws Exception {
    CommandService commands = context.service(CommandService.class);
    for (Class<? extends CavgaCommand> command :
        List.of(
            LocalizeFolderCommand.class,
            RecalibrateCommand.class,
            ExportCommand.class,
            ModelInfoCommand.class)) {
      Module module =
          context.service(ModuleService.class).createModule(commands.getCommand(command));
      module.setInput("model", new File("my.cavga"));
      module.getInfo().getInput("shipped").callback(module);
      assertEquals(SHIPPED, module.getInput("model"));
    }
  }

  @Test
  void anUnknownNameIsAnsweredWithThoseThereAre() throws Exception {
    for (Class<? extends CavgaCommand> command :
        List.of(EvaluateCommand.class, ModelInfoCommand.class)) {
      String sentence =
          Commands.failure(
              context,
              command,
              command == EvaluateCommand.class
                  ? new Object[] {
                    "model", new File("eyes"),
                    "dataset", new File("sample-fundus"),
                    "output", folder.resolve("out").toFile()
                  }
                  : new Object[] {"model", new File("eyes")});
      assertTrue(
          sentence.contains("There is no model eyes: with the software comes healthy-fundus;"),
          sentence);
    }
  }

  @Test
  void aTrainingDoesNotReplaceIt() throws Exception {
    String sentence =
        Commands.failure(
            context,
            TrainCommand.class,
            "normal",
            Commands.normals(folder.resolve("eyes"), 4).toFile(),
            "model",
            SHIPPED);
    assertTrue(sentence.contains("comes with the software and stays as it is"), sentence);
  }
}
