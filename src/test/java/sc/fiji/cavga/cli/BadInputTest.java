package sc.fiji.cavga.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.cli.error.ExitCode;

/** What people give by mistake: one sentence, the right exit code, and nothing half-written. */
class BadInputTest {

  @TempDir static Path shared;

  private static Path model;

  @TempDir Path folder;

  @BeforeAll
  static void train() throws Exception {
    model = TinyTraining.model(shared);
  }

  private Ran trainOn(Path normal) {
    return TinyTraining.train(folder.resolve("new.cavga"), "--normal", normal.toString());
  }

  private Ran localize(Path input) {
    return localize(model, input, folder.resolve("results"));
  }

  private static Ran localize(Path model, Path input, Path output) {
    return Ran.with(
        "localize",
        "--model",
        model.toString(),
        "--input",
        input.toString(),
        "--output",
        output.toString());
  }

  private static Ran evaluate(Path model, Path dataset, Path output) {
    return Ran.with(
        "evaluate",
        "--model",
        model.toString(),
        "--dataset",
        dataset.toString(),
        "--output",
        output.toString());
  }

  private static void failedInASentence(Ran ran, String part) {
    assertEquals(ExitCode.FAILED, ran.code(), ran.err());
    assertTrue(ran.err().contains(part), ran.err());
    assertFalse(ran.err().contains("Unexpected error"), ran.err());
    assertFalse(ran.err().contains("\tat "), ran.err());
    assertTrue(ran.err().endsWith(".\n"), ran.err());
    assertEquals("", ran.out());
  }

  private void rowSays(Ran ran, String part) throws IOException {
    assertEquals(ExitCode.SOME_FAILED, ran.code(), ran.err());
    assertTrue(ran.err().contains(part), ran.err());
    List<String> rows = Files.readAllLines(folder.resolve("results/results.csv"));
    assertEquals(2, rows.size(), rows.toString());
    assertTrue(rows.get(1).contains("failed") && rows.get(1).contains(part), rows.get(1));
    assertFalse(Files.exists(folder.resolve("results/overlays")));
  }

  private static List<Path> all(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().collect(Collectors.toList());
    }
  }

  @Test
  void missingFolder() throws Exception {
    Path missing = folder.resolve("nowhere");
    failedInASentence(trainOn(missing), missing + " does not exist");
    failedInASentence(localize(missing), missing + " does not exist");
    failedInASentence(
        evaluate(model, missing, folder.resolve("results")), missing + " does not exist");
    assertEquals(List.of(folder), all(folder));
  }

  @Test
  void emptyFolder() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    failedInASentence(trainOn(empty), "holds no pictures");
    failedInASentence(localize(empty), "holds no pictures");
    Ran ran = evaluate(model, empty, folder.resolve("results"));
    assertEquals(ExitCode.FAILED, ran.code());
    assertTrue(ran.err().contains("test/abnormal/"), ran.err());
    assertEquals(List.of(folder, empty), all(folder));
  }

  @Test
  void onePictureOnly() throws Exception {
    Path one = folder.resolve("one");
    DrawnPictures.retina(one.resolve("a.png"), 1, false);
    failedInASentence(trainOn(one), "at least 4 normal pictures");
    assertEquals(List.of(folder, one, one.resolve("a.png")), all(folder));
  }

  @Test
  void textThatIsCalledAPicture() throws Exception {
    Path file = DrawnPictures.text(folder.resolve("in/notes.jpg"));
    rowSays(localize(file), "holds text, not a picture");
  }

  @Test
  void trainingPassesOverWhatIsNoPicture() throws Exception {
    Path normal = folder.resolve("normal");
    for (int i = 0; i < 5; i++) DrawnPictures.retina(normal.resolve(i + ".png"), i, false);
    DrawnPictures.text(normal.resolve("notes.jpg"));
    Ran ran = trainOn(normal);
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertTrue(ran.err().contains("notes.jpg holds text, not a picture"), ran.err());
  }

  @Test
  void singlePixel() throws Exception {
    rowSays(localize(DrawnPictures.single(folder.resolve("in/dot.png"))), "1 x 1 pixels");
  }

  @Test
  void pictureWithoutRetina() throws Exception {
    rowSays(localize(DrawnPictures.black(folder.resolve("in/dark.png"))), "retina");
  }

  @Test
  void pixelsThatAreNoNumbers() throws Exception {
    Ran few = localize(DrawnPictures.notFinite(folder.resolve("few/few.tif"), 0.1));
    assertEquals(ExitCode.DONE, few.code(), few.err());
    String row = Files.readAllLines(folder.resolve("results/results.csv")).get(1);
    assertFalse(row.contains("NaN") || row.contains("Infinity"), row);
    Path odd = DrawnPictures.notFinite(folder.resolve("most/most.tif"), 0.6);
    Ran most = localize(model, odd, folder.resolve("others"));
    assertEquals(ExitCode.SOME_FAILED, most.code(), most.err());
    assertTrue(most.err().contains("not finite numbers"), most.err());
  }

  @Test
  void evaluationGivesBadPicturesARow() throws Exception {
    Path data = DrawnPictures.dataset(folder.resolve("data"));
    DrawnPictures.text(data.resolve("test/normal/notes.jpg"));
    Path output = folder.resolve("results");
    Ran ran = evaluate(model, data, output);
    assertEquals(ExitCode.SOME_FAILED, ran.code(), ran.err());
    assertTrue(ran.out().contains("1 could not be used"), ran.out());
    List<String> rows = Files.readAllLines(output.resolve("scores.csv"));
    assertEquals(8, rows.size());
    assertEquals(1, rows.stream().filter(r -> r.contains("failed")).count());
  }

  @Test
  void modelThatIsTruncatedOrMissing() throws Exception {
    byte[] whole = Files.readAllBytes(model);
    Path half = folder.resolve("half.cavga");
    Files.write(half, Arrays.copyOf(whole, whole.length / 2));
    Path data = shared.resolve("data");
    Path results = folder.resolve("results");
    failedInASentence(
        localize(half, data.resolve("test/normal"), results), half + " cannot be read");
    failedInASentence(evaluate(half, data, results), half + " cannot be read");
    Path none = folder.resolve("none.cavga");
    failedInASentence(localize(none, data, results), "There is no model file " + none);
    assertEquals(List.of(folder, half), all(folder));
  }

  @Test
  void modelOfAnotherVersion() throws Exception {
    String before = "\"format_version\": 2";
    Path later = folder.resolve("later.cavga");
    StoredEntry.replace(model, later, "model.json", before, "\"format_version\": 9");
    failedInASentence(
        localize(later, shared.resolve("data/test/normal"), folder.resolve("results")),
        "newer version of this software (format 9), update");
    assertEquals(List.of(folder, later), all(folder));
  }

  @Test
  void mapThatTheModelDoesNotHave() throws Exception {
    Path data = shared.resolve("data");
    Path local = folder.resolve("local.cavga");
    Ran trained = TinyTraining.trainLocal(local, "--dataset", data.toString());
    assertEquals(ExitCode.DONE, trained.code(), trained.err());
    String sentence = "The model is not calibrated for the map \"attention\": choose default.";
    String[] where = {"--model", "" + local, "--output", "" + folder.resolve("results")};
    for (String command : List.of("localize --input", "evaluate --dataset")) {
      List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
      arguments.add(data.toString());
      arguments.addAll(List.of(where));
      arguments.addAll(List.of("--map", "attention"));
      failedInASentence(Ran.with(arguments.toArray(new String[0])), sentence);
    }
    assertEquals(List.of(folder, local), all(folder));
  }

  @Test
  void outputThatCannotBeWritten() throws Exception {
    Path file = Files.writeString(folder.resolve("taken"), "mine");
    Path below = file.resolve("results");
    Path data = shared.resolve("data");
    for (Path output : List.of(file, below)) {
      failedInASentence(localize(model, data.resolve("test/normal"), output), output.toString());
      failedInASentence(evaluate(model, data, output), output.toString());
      failedInASentence(
          Ran.with("demo", "--data", data.toString(), "--output", output.toString()),
          output.toString());
    }
    failedInASentence(
        TinyTraining.train(below, "--dataset", data.toString()), below + " cannot be written");
    assertEquals(List.of(folder, file), all(folder));
    assertEquals("mine", Files.readString(file));
  }

  @Test
  void earlierResultsStayAsTheyWere() throws Exception {
    Path data = DrawnPictures.dataset(folder.resolve("data"));
    Path output = folder.resolve("results");
    assertEquals(ExitCode.DONE, evaluate(model, data, output).code());
    byte[] metrics = Files.readAllBytes(output.resolve("metrics.json"));
    byte[] trained = Files.readAllBytes(model);
    for (String name : List.of("normal", "abnormal")) {
      Path test = data.resolve("test").resolve(name);
      for (Path picture : all(test)) if (!picture.equals(test)) DrawnPictures.text(picture);
    }
    failedInASentence(evaluate(model, data, output), "None of the 6 test pictures can be used");
    assertArrayEquals(metrics, Files.readAllBytes(output.resolve("metrics.json")));
    Path empty = Files.createDirectory(folder.resolve("empty"));
    failedInASentence(TinyTraining.train(model, "--normal", empty.toString()), "no pictures");
    assertArrayEquals(trained, Files.readAllBytes(model));
  }

  /** On Windows these are quotation marks and the like; each system says what it lacks. */
  @Test
  void whatIsNoPathIsCalledSo() {
    Ran ran =
        Ran.with("localize", "--model", "m.cavga", "--input", "C: eyes\u0000", "--output", "out");
    assertEquals(ExitCode.WRONG_USE, ran.code());
    String first = ran.err().lines().findFirst().orElse("");
    assertTrue(
        first.startsWith("The file name C: eyes? is none that this system can have ("), first);
    assertFalse(first.contains("Exception") || first.contains("index"), first);
  }
}
