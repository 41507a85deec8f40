package sc.fiji.cavga.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.cavga.cli.error.ExitCode;
import sc.fiji.cavga.export.SmallModels;
import sc.fiji.cavga.model.ModelFile;

class ExportCommandTest {

  @TempDir static Path shared;
  @TempDir Path folder;

  /** Of the methods local and cavga. */
  private static Path model;

  @BeforeAll
  static void make() throws Exception {
    DrawnPictures.dataset(shared.resolve("data"));
    model = shared.resolve("both.cavga");
    ModelFile.write(model, SmallModels.ofBoth());
  }

  private Ran export(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("export", "--model", "" + model, "--output", "" + folder.resolve("m.onnx")));
    arguments.addAll(List.of(more));
    return Ran.with(arguments.toArray(new String[0]));
  }

  @ParameterizedTest
  @CsvSource({"local, default", "cavga, default", "cavga, attention", "cavga, reconstruction"})
  void eachMethodAndMapIsWrittenAndChecked(String method, String map) {
    Ran ran = export("--method", method, "--map", map);
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertTrue(ran.out().startsWith("The map " + map + " of the method " + method), ran.out());
    assertTrue(ran.out().contains("computes the same of 3 made pictures"), ran.out());
    assertEquals(
        map.equals("default"),
        ran.out().contains("Not in the file: What the model's method "),
        ran.out());
    assertTrue(Files.exists(folder.resolve("m.onnx")));
    assertEquals(ExitCode.FAILED, export().code());
    assertEquals(ExitCode.DONE, export("--overwrite", "--no-check").code());
  }

  /** A model of local and disc can export each. */
  @Test
  void theNetworksOfDiscAreWrittenAndChecked() throws Exception {
    Path file = folder.resolve("discs.onnx");
    Ran ran =
        Ran.with("export", "--model", "healthy-fundus", "--method", "disc", "--output", "" + file);
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertTrue(ran.out().startsWith("Both networks of the method disc are in " + file), ran.out());
    assertTrue(ran.out().contains("computes the same of 5 made pictures"), ran.out());
    for (String left : List.of("normal limits", "can be judged", "What the model's method local"))
      assertTrue(ran.out().matches("(?s).*Not in the file: [^\\n]*" + left + ".*"), left);
    assertTrue(Files.exists(file));
  }

  @Test
  void ofDiscThereIsNoPackageAndNoOtherMap() {
    for (String[] wrong :
        new String[][] {
          {"--bioimageio", "--author", "A", "--license", "MIT", "leave bioimageio out"},
          {"--map", "attention", "has no map attention: choose another"}
        }) {
      List<String> arguments =
          new ArrayList<>(List.of("export", "--model", "healthy-fundus", "--method", "disc"));
      arguments.addAll(List.of("--output", "" + folder.resolve("discs.onnx")));
      arguments.addAll(List.of(wrong).subList(0, wrong.length - 1));
      Ran ran = Ran.with(arguments.toArray(new String[0]));
      assertEquals(ExitCode.FAILED, ran.code(), ran.out());
      assertTrue(ran.err().contains(wrong[wrong.length - 1]), ran.err());
    }
    assertEquals(0, folder.toFile().list().length);
  }

  /** Whatever it is called, by whatever name, and whatever was asked for. */
  @Test
  void theModelItselfIsNeverReplaced() throws Exception {
    for (String[] names :
        new String[][] {{"m.onnx", "m.onnx"}, {"n.bioimageio.zip", "sub/../n.onnx"}}) {
      Path itself = folder.resolve(names[0]);
      Files.createDirectories(folder.resolve("sub"));
      Files.copy(model, itself);
      Ran ran =
          Ran.with(
              "export",
              "--model",
              "" + itself,
              "--output",
              "" + folder.resolve(names[1]),
              "--overwrite",
              "--no-check",
              "--bioimageio",
              "--author",
              "A",
              "--license",
              "MIT");
      assertEquals(ExitCode.FAILED, ran.code(), ran.out());
      assertTrue(ran.err().contains("so it stays: give another name"), ran.err());
      assertArrayEquals(Files.readAllBytes(model), Files.readAllBytes(itself));
    }
  }

  @Test
  void onnxRuntimeGivesTheSameTables() throws Exception {
    Path own = localized("own");
    Path onnx = localized("onnx");
    List<CSVRecord> expected = rows(own);
    List<CSVRecord> found = rows(onnx);
    assertEquals(expected.size(), found.size());
    for (int i = 0; i < found.size(); i++)
      for (String column : List.of("image", "score", "anomalous", "cavga_score", "cavga_anomalous"))
        if (column.endsWith("score")) {
          double score = Double.parseDouble(expected.get(i).get(column));
          assertEquals(
              score,
              Double.parseDouble(found.get(i).get(column)),
              1e-3 * Math.max(1, Math.abs(score)));
        } else assertEquals(expected.get(i).get(column), found.get(i).get(column));
  }

  private Path localized(String engine) {
    Path results = folder.resolve(engine);
    Ran ran =
        Ran.with(
            "localize",
            "--model",
            "" + model,
            "--engine",
            engine,
            "--input",
            "" + shared.resolve("data/test"),
            "--output",
            "" + results);
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    return results.resolve("results.csv");
  }

  private static List<CSVRecord> rows(Path table) throws IOException {
    try (CSVParser parser =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .build()
            .parse(Files.newBufferedReader(table))) {
      return parser.getRecords();
    }
  }

  @Test
  void theResultsOfAnEngineNameIt() throws IOException {
    Ran ran =
        Ran.with(
            "evaluate",
            "--model",
            "" + model,
            "--engine",
            "onnx",
            "--map",
            "attention",
            "--dataset",
            "" + shared.resolve("data"),
            "--output",
            "" + folder.resolve("evaluated"));
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertTrue(ran.err().contains("paper's own decisions were not measured"), ran.err());
    String metrics = Files.readString(folder.resolve("evaluated/metrics.json"));
    assertTrue(metrics.contains("\"engine\": \"onnx\""), metrics);
    String page = Files.readString(folder.resolve("evaluated/report.html"));
    assertTrue(page.contains("; engine: onnx; model: "), page);
  }

  /** What another engine has made is not taken for what this one would make. */
  @Test
  void anotherEngineBeginsAnew() {
    localized("own");
    Ran ran =
        Ran.with(
            "localize",
            "--model",
            "" + model,
            "--engine",
            "onnx",
            "--input",
            "" + shared.resolve("data/test"),
            "--output",
            "" + folder.resolve("own"));
    assertEquals(ExitCode.FAILED, ran.code(), ran.out());
  }

  /** Choices are listed as they are typed. */
  @ParameterizedTest
  @CsvSource({
    "--map, 'default, attention or reconstruction'",
    "--map-size, picture or network",
    "--overlay-format, png or jpeg",
    "--orientation, upright or file"
  })
  void aChoiceThatIsNoneIsWrongUse(String option, String choices) {
    List<String> arguments =
        List.of("localize", "--input", "x", "--output", "y", option, "Nonsense");
    Ran ran = Ran.with(arguments.toArray(new String[0]));
    assertEquals(ExitCode.WRONG_USE, ran.code());
    assertTrue(ran.err().contains("choose " + choices + "."), ran.err());
  }

  @Test
  void anUnknownEngineIsWrongUse() {
    Ran ran =
        Ran.with(
            "localize",
            "--engine",
            "gpu",
            "--model",
            "" + model,
            "--input",
            "" + shared,
            "--output",
            "" + folder.resolve("r"));
    assertEquals(ExitCode.WRONG_USE, ran.code());
    assertTrue(ran.err().contains("choose own or onnx"), ran.err());
  }
}
