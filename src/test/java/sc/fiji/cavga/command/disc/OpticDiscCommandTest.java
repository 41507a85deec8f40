package sc.fiji.cavga.command.disc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.measure.ResultsTable;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import sc.fiji.cavga.command.Commands;
import sc.fiji.cavga.method.disc.outline.DiscOutliner;
import sc.fiji.cavga.phantom.DiscPhantom;
import sc.fiji.cavga.phantom.FundusPhantom;
import sc.fiji.cavga.phantom.cup.DiscDesign;

class OpticDiscCommandTest {

  private static final int SIZE = 480;

  private final Context context = Commands.context();

  @TempDir Path folder;

  @AfterEach
  void dispose() {
    context.dispose();
  }

  private static void assumeNetworks() {
    assumeTrue(
        DiscOutliner.class.getClassLoader().getResource("models/optic-disc.safetensors") != null,
        "The networks for the optic disc are not in this build.");
  }

  private static DiscPhantom phantom() {
    return new FundusPhantom(SIZE, SIZE).drawAroundDisc(3, new DiscDesign(1.9, 0.6));
  }

  @Test
  void aPhantomIsMeasured() throws Exception {
    assumeNetworks();
    DiscPhantom phantom = phantom();
    ImagePlus image = new ImagePlus("disc", phantom.colours());
    CommandModule module =
        Commands.run(
            context, OpticDiscCommand.class, "image", image, "eye_side", "left", "tables", false);
    assertSame(image, module.getOutput("image"));
    ResultsTable measures = (ResultsTable) module.getOutput("measures");
    assertEquals("ok", measures.getStringValue("status", 0));
    assertEquals("left", measures.getStringValue("eye_side", 0));
    assertEquals(phantom.outlines().verticalRatio(), measures.getValue("cdr_vertical", 0), 0.15);
    assertEquals(12, ((ResultsTable) module.getOutput("hours")).size());
    assertNotNull(image.getOverlay().get("disc"));
    assertNotNull(image.getOverlay().get("cup"));
  }

  @Test
  void whatIsNoEyeIsNotMeasured() throws Exception {
    assumeNetworks();
    ImagePlus image = new ImagePlus("black", new ij.process.ColorProcessor(200, 200));
    CommandModule module = Commands.run(context, OpticDiscCommand.class, "image", image);
    String report = (String) module.getOutput("report");
    assertTrue(report.startsWith("black: Not measured: "), report);
    ResultsTable measures = (ResultsTable) module.getOutput("measures");
    assertTrue(Double.isNaN(measures.getValue("cdr_vertical", 0)));
  }

  @Test
  void aFolderIsWritten() throws Exception {
    assumeNetworks();
    Path pictures = Files.createDirectories(folder.resolve("in"));
    new FileSaver(new ImagePlus("disc", phantom().colours()))
        .saveAsPng(pictures.resolve("disc.png").toString());
    Files.writeString(pictures.resolve("text.jpg"), "no picture");
    File results = folder.resolve("out").toFile();
    CommandModule module =
        Commands.run(
            context, OpticDiscFolderCommand.class, "input", pictures.toFile(), "output", results);
    String summary = (String) module.getOutput("summary");
    assertTrue(summary.startsWith("Measured 1 optic disc; 0 could not be measured; 1 failed."));
    assertEquals(13, Files.readAllLines(results.toPath().resolve("discs.csv")).size());
    String[] orientation = {"file", "sideways"};
    String[] sentence = {"another orientation", "choose upright or file"};
    for (int i = 0; i < 2; i++) {
      String refused =
          Commands.failure(
              context,
              OpticDiscFolderCommand.class,
              "input",
              pictures.toFile(),
              "output",
              results,
              "orientation",
              orientation[i]);
      assertTrue(refused.contains(sentence[i]), refused);
    }
  }

  @Test
  void correctedOutlinesAreMeasured() throws Exception {
    ImagePlus image = new ImagePlus("disc", phantom().colours());
    Overlay overlay = new Overlay();
    for (String name : new String[] {"disc", "cup"}) {
      int size = name.equals("disc") ? 200 : 100;
      Roi oval = new OvalRoi(240 - size / 2, 240 - size / 2, size, size);
      oval.setName(name);
      overlay.add(oval);
    }
    image.setOverlay(overlay);
    CommandModule module = Commands.run(context, MeasureDiscAgainCommand.class, "image", image);
    ResultsTable measures = (ResultsTable) module.getOutput("measures");
    assertEquals(0.5, measures.getValue("cdr_vertical", 0), 0.01);
    assertEquals(0.25, measures.getValue("cdr_area", 0), 0.01);
    assertEquals("drawn by hand", measures.getStringValue("cdr_confidence", 0));
  }

  @Test
  void wrongInputsAreRefusedWithASentence() throws Exception {
    ImagePlus image = new ImagePlus("disc", phantom().colours());
    assertTrue(failure("image", image, "eye_side", "up").contains("\"right\" or \"left\""));
    assertTrue(failure("image", image, "slices", "some").contains("\"current\" or \"all\""));
    assertTrue(failure("image", null).contains("open one first"));
    assertEquals(
        "Choose a folder of pictures.",
        Commands.failure(context, OpticDiscFolderCommand.class, "output", folder.toFile()));
    String role =
        Commands.failure(
            context, MeasureDiscAgainCommand.class, "image", image, "selection", "rim");
    assertTrue(role.contains("must be \"auto\", \"disc\""), role);
  }

  private String failure(Object... inputs) throws Exception {
    return Commands.failure(context, OpticDiscCommand.class, inputs);
  }
}
