package sc.fiji.cavga.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.cli.error.ExitCode;
import sc.fiji.cavga.model.ShippedModelFile;

/** The model that comes with the software, on the command line. */
class ShippedModelTest {

  private static final String NAME = "healthy-fundus";
  private static final Path EYE = Paths.get("sample-fundus/test/abnormal/blot_01_easy.jpg");

  @TempDir Path folder;

  private Ran localize(String... model) {
    List<String> arguments = new ArrayList<>(List.of("localize"));
    arguments.addAll(List.of(model));
    arguments.addAll(List.of("--input", EYE.toString(), "--output", folder.resolve("out") + ""));
    return Ran.with(arguments.toArray(new String[0]));
  }

  private String row() throws Exception {
    List<String> lines = Files.readAllLines(folder.resolve("out/results.csv"));
    assertEquals(2, lines.size());
    return lines.get(1);
  }

  @Test
  void localizesByItsNameAndIsNamedInTheRow() throws Exception {
    ShippedModelFile.assumeThere();
    Ran ran = localize("--model", NAME);
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertTrue(ran.out().startsWith("Localized 1 picture, "), ran.out());
    assertFalse(ran.err().contains("The model is "), ran.err());
    assertTrue(Files.size(folder.resolve("out/maps/blot_01_easy.tif")) > 0);
    String[] cells = row().split(",", -1);
    assertEquals(NAME, cells[cells.length - 2]);
    assertTrue(cells[cells.length - 1].matches("[0-9a-f]{64}"), row());
  }

  /** A run goes on whichever way the model was named; one without a name says which it takes. */
  @Test
  void isTakenWhereNoneIsNamedAndGoesOnAsAFile() throws Exception {
    ShippedModelFile.assumeThere();
    Ran ran = localize();
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertTrue(
        ran.err()
            .startsWith(
                "The model is healthy-fundus, which comes with the software; --model names"
                    + " another.\n"),
        ran.err());
    String first = row();
    Ran again = localize("--model", NAME);
    assertTrue(again.out().contains("1 was done before"), again.out());
    Path copy = Files.write(folder.resolve("copy.cavga"), ShippedModelFile.bytes());
    Ran file = localize("--model", copy.toString());
    assertTrue(file.out().contains("1 was done before"), file.out());
    Ran anew = localize("--model", copy.toString(), "--overwrite");
    assertEquals(ExitCode.DONE, anew.code(), anew.err());
    assertEquals(withoutSeconds(first), withoutSeconds(row()).replace("copy.cavga", NAME));
  }

  private static String withoutSeconds(String row) {
    return row.replaceAll("^((?:[^,]*,){6})[^,]*", "$1");
  }

  @Test
  void anUnknownNameIsAnsweredWithThoseThereAre() {
    for (String command : List.of("localize", "evaluate", "bench folder")) {
      List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
      arguments.addAll(List.of("--model", "healthy-fundsu"));
      if (command.equals("evaluate")) arguments.addAll(List.of("--dataset", "sample-fundus"));
      else arguments.addAll(List.of("--input", EYE.getParent().toString()));
      if (!command.startsWith("bench"))
        arguments.addAll(List.of("--output", folder.resolve("out").toString()));
      Ran ran = Ran.with(arguments.toArray(new String[0]));
      assertEquals(ExitCode.FAILED, ran.code(), ran.err());
      assertEquals(
          "There is no model healthy-fundsu: with the software comes healthy-fundus; of a model"
              + " file give the whole name, NAME.cavga.\n",
          ran.err());
      assertFalse(Files.exists(folder.resolve("out")));
    }
  }

  @Test
  void aTrainingDoesNotReplaceIt() {
    Ran ran = TinyTraining.trainLocal(Paths.get(NAME), "--normal", "sample-fundus/train/normal");
    assertEquals(ExitCode.FAILED, ran.code(), ran.err());
    assertTrue(
        ran.err().contains("healthy-fundus comes with the software and stays as it is: "),
        ran.err());
    assertFalse(Files.exists(Paths.get(NAME)));
  }
}
