package sc.fiji.cavga.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.cli.error.ExitCode;
import sc.fiji.cavga.io.StrictJson;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.MethodPart;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.TrainedModel;

class TrialsCommandTest {

  @TempDir Path folder;

  private Ran trials(Path data, String... more) {
    List<String> arguments = new ArrayList<>(List.of("trials", "--dataset", data.toString()));
    arguments.addAll(List.of("--method", "local,cavga"));
    arguments.addAll(List.of("--output", folder.resolve("out").toString()));
    arguments.addAll(List.of("--size", "16", "--width", "4", "--latent-channels", "4"));
    arguments.addAll(List.of("--epochs", "1", "--fewest-steps", "2", "--most-steps", "2"));
    arguments.addAll(List.of("--batch", "4", "--detector-steps", "3", "--map", "reconstruction"));
    arguments.addAll(List.of(more));
    return Ran.with(arguments.toArray(new String[0]));
  }

  @Test
  void measuresEachSeedAndGoesOnWhereItEnded() throws Exception {
    Path data = DrawnPictures.dataset(folder.resolve("data"));
    Ran ran = trials(data, "--seeds", "4,7");
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertTrue(ran.out().startsWith("2 trials; means over all"), ran.out());
    assertTrue(ran.out().contains("image_auroc"), ran.out());
    assertTrue(ran.out().contains("spread over 2 seeds"), ran.out());
    TrainedModel model = ModelFile.read(folder.resolve("out/7/model.cavga"));
    assertEquals(2, model.parts().size());
    for (MethodPart part : model.parts())
      assertEquals(7, part.entries().settings().get(CommonSettings.SEED));
    List<String> rows = Files.readAllLines(folder.resolve("out/trials.csv"));
    assertEquals(3, rows.size());
    assertTrue(rows.get(0).startsWith("class,seed,image_auroc,"), rows.get(0));
    assertTrue(rows.get(2).startsWith("all,7,"), rows.get(2));
    FileTime first = Files.getLastModifiedTime(folder.resolve("out/4/model.cavga"));
    Ran again = trials(data, "--seeds", "4,7");
    assertTrue(again.err().contains("seed 4: done before"), again.err());
    assertEquals(ran.out(), again.out());
    assertEquals(first, Files.getLastModifiedTime(folder.resolve("out/4/model.cavga")));
    Ran other = trials(data, "--seeds", "4", "--learning-rate", "0.002");
    assertEquals(ExitCode.FAILED, other.code(), other.err());
    assertTrue(other.err().contains("holds a trial with other settings"), other.err());
    assertEquals(first, Files.getLastModifiedTime(folder.resolve("out/4/model.cavga")));
    Files.writeString(Files.createDirectories(folder.resolve("out/9")).resolve("notes"), "mine");
    Ran foreign = trials(data, "--seeds", "9");
    assertTrue(foreign.err().contains("holds what is no trial's"), foreign.err());
    Ran changed = trials(data, "--seeds", "4", "--learning-rate", "0.002", "--overwrite");
    assertEquals(ExitCode.DONE, changed.code(), changed.err());
    assertTrue(changed.out().contains("one seed"), changed.out());
    assertTrue(!changed.err().contains("done before"), changed.err());
  }

  @Test
  void aPatientsPicturesStayTogether() throws Exception {
    Path data = DrawnPictures.dataset(folder.resolve("data"));
    Ran file = trials(data, "--seeds", "1", "--group", "who.xlsx");
    assertEquals(ExitCode.FAILED, file.code(), file.err());
    assertTrue(file.err().contains("no table NAME.csv"), file.err());
    Path table = folder.resolve("who.csv");
    StringBuilder rows = new StringBuilder("file,patient\n");
    try (Stream<Path> normal = Files.list(data.resolve("train/normal"))) {
      normal.forEach(picture -> rows.append(picture.getFileName() + ",one\n"));
    }
    Files.writeString(table, rows);
    Ran one = trials(data, "--seeds", "1", "--group", table.toString());
    assertEquals(ExitCode.FAILED, one.code(), one.err());
    assertTrue(one.err().contains("patient"), one.err());
    String expression = "^(.+)\\.";
    Ran each = trials(data, "--seeds", "2", "--group", expression);
    assertEquals(ExitCode.DONE, each.code(), each.err());
    Ran without = trials(data, "--seeds", "2");
    assertTrue(without.err().contains("holds a trial with other settings"), without.err());
    Ran again = trials(data, "--seeds", "2", "--group", expression);
    assertTrue(again.err().contains("done before"), again.err());
  }

  @Test
  void classesAreTriedOneByOne() throws Exception {
    Path data = DrawnPictures.dataset(folder.resolve("data"));
    Files.move(data.resolve("test/mask"), folder.resolve("mask"));
    Ran ran = trials(data, "--class", "normal", "--seeds", "1");
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertTrue(Files.exists(folder.resolve("out/normal-1/report.html")));
    Ran wrong = trials(data, "--class", "normal,zebra", "--seeds", "1");
    assertEquals(ExitCode.FAILED, wrong.code());
    assertTrue(wrong.err().contains("no class 'zebra'"), wrong.err());
  }

  /** For a comparison on the same test pictures: with them and without. */
  @Test
  void picturesTakenFromTheTestNeedNotBeLearnedFrom() throws Exception {
    Path data = DrawnPictures.dataset(folder.resolve("data"));
    for (String supervision : new String[] {"--weak", "--no-weak"}) {
      Ran ran = trials(data, "--seeds", "1", "--weak-from-test", "1", "--overwrite", supervision);
      assertEquals(ExitCode.DONE, ran.code(), ran.err());
      TrainedModel model = ModelFile.read(folder.resolve("out/1/model.cavga"));
      for (MethodPart part : model.parts())
        assertEquals(
            supervision.equals("--weak"), part.entries().settings().get(CommonSettings.WEAK));
      JsonObject metrics =
          StrictJson.parseObject(Files.readString(folder.resolve("out/1/metrics.json")));
      assertEquals(2, metrics.get("anomalous").getAsInt());
    }
  }

  @Test
  void seedsAreGivenInOneWay() throws Exception {
    Ran ran = trials(folder, "--seed", "3");
    assertEquals(ExitCode.WRONG_USE, ran.code());
    assertTrue(ran.err().contains("give --seeds instead of --seed"), ran.err());
  }
}
