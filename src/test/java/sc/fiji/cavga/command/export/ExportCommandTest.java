package sc.fiji.cavga.command.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import sc.fiji.cavga.command.Commands;
import sc.fiji.cavga.command.LegacyMenu;
import sc.fiji.cavga.export.SmallModels;
import sc.fiji.cavga.model.ModelFile;

class ExportCommandTest {

  @TempDir static Path shared;
  @TempDir Path folder;

  private static File model;

  private final Context context = Commands.context();

  @BeforeAll
  static void make() throws Exception {
    model = shared.resolve("both.cavga").toFile();
    ModelFile.write(model.toPath(), SmallModels.ofBoth());
  }

  @AfterEach
  void dispose() {
    context.dispose();
  }

  @Test
  void aModelIsWrittenAndItIsSaidHow() throws Exception {
    File output = folder.resolve("eye.onnx").toFile();
    Object summary =
        Commands.run(context, ExportCommand.class, "model", model, "output", output)
            .getOutput("summary");
    assertTrue(output.exists());
    assertTrue(summary.toString().contains("computes the same of 3 made pictures"), "" + summary);
    assertTrue(summary.toString().contains("\nNot in the file: "), "" + summary);
    Object again =
        Commands.run(
                context,
                ExportCommand.class,
                "model",
                model,
                "output",
                output,
                "overwrite",
                true,
                "check",
                false)
            .getOutput("summary");
    assertTrue(again.toString().contains("It was not checked."), "" + again);
  }

  @Test
  void anotherMethodOfTheModelIsWritten() throws Exception {
    File output = folder.resolve("paper.onnx").toFile();
    Object summary =
        Commands.run(
                context, ExportCommand.class, "model", model, "output", output, "method", "cavga")
            .getOutput("summary");
    assertTrue(summary.toString().startsWith("The map default of the method cavga"), "" + summary);
  }

  /** As a recorded macro asks for it in plain ImageJ. */
  @Test
  void aMacroGetsAPackage() throws Exception {
    String options =
        String.format(
            "model=[%s] map=default method=first output=[%s] check=false bioimageio=true"
                + " author=[A. Author; B. Author] license=CC-BY-4.0 overwrite=false",
            model, folder.resolve("an eye.onnx"));
    String said = LegacyMenu.call("Export CAVGA Model...", options);
    assertTrue(said.contains("\nA package for the BioImage Model Zoo is in "), said);
    String description;
    try (ZipFile zip = new ZipFile(folder.resolve("an eye.bioimageio.zip").toFile())) {
      byte[] bytes = zip.getInputStream(zip.getEntry("rdf.yaml")).readAllBytes();
      description = new String(bytes, StandardCharsets.UTF_8);
    }
    for (String right : List.of("A. Author", "B. Author", "CC-BY-4.0"))
      assertTrue(description.contains("\"" + right + "\""), description);
  }

  @Test
  void aPackageNeedsRights() throws Exception {
    File output = folder.resolve("eye.onnx").toFile();
    Object[][] wrong = {
      {"give an author", "bioimageio", true, "license", "MIT"},
      {"give as the license", "bioimageio", true, "author", "A; "},
      {"ask for bioimageio", "author", "A"}
    };
    for (Object[] each : wrong) {
      List<Object> inputs = new ArrayList<>(List.of("model", model, "output", output));
      inputs.addAll(List.of(each).subList(1, each.length));
      String sentence = Commands.failure(context, ExportCommand.class, inputs.toArray());
      assertTrue(sentence.contains(each[0].toString()), sentence);
    }
    assertEquals(0, folder.toFile().list().length);
  }

  @Test
  void theModelItselfIsNeverReplaced() throws Exception {
    Path itself = Files.copy(model.toPath(), folder.resolve("m.onnx"));
    String sentence =
        Commands.failure(
            context,
            ExportCommand.class,
            "model",
            itself.toFile(),
            "output",
            itself.toFile(),
            "overwrite",
            true);
    assertTrue(sentence.endsWith("so it stays: give another name."), sentence);
    assertArrayEquals(Files.readAllBytes(model.toPath()), Files.readAllBytes(itself));
  }

  @Test
  void whatIsMissingOrCannotBeIsSaid() throws Exception {
    assertEquals(
        "Choose a file for the exported model.",
        Commands.failure(context, ExportCommand.class, "model", model));
    File output = folder.resolve("eye.onnx").toFile();
    String sentence =
        Commands.failure(context, ExportCommand.class, "output", output, "map", "attention");
    assertTrue(sentence.endsWith("choose default."), sentence);
    assertFalse(output.exists());
  }
}
