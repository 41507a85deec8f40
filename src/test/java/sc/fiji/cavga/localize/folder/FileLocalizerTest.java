package sc.fiji.cavga.localize.folder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.localize.folder.work.FinishedPicture;

/** Single files, whose rows are those of a folder run. */
class FileLocalizerTest extends FolderRuns {

  @Test
  void rowsAndFilesAreThoseOfAFolderRun() throws IOException {
    Photographs.write(folder.resolve("in/eye.png"), 80, 60, 40, 20);
    Photographs.grey(folder.resolve("in/grey.png"), 60, 80);
    Files.write(folder.resolve("in/text.png"), "no picture".getBytes());
    run(FolderOptions.DEFAULT);

    FileLocalizer files =
        new FileLocalizer(localizer, READER, FolderOptions.DEFAULT, folder.resolve("single"));
    List<FinishedPicture> found = new ArrayList<>();
    for (String name : List.of("eye", "grey", "text"))
      found.addAll(
          files.localize(name + ".png", folder.resolve("in/" + name + ".png"), "x/" + name));

    int seconds = files.columns().indexOf("seconds");
    assertEquals(
        table("results.csv").stream().map(row -> without(row.toList(), seconds)).collect(list()),
        found.stream().map(each -> without(each.row(), seconds)).collect(list()));
    assertEquals(
        table("regions.csv").stream().map(CSVRecord::toList).collect(list()),
        found.stream().flatMap(each -> each.regions().stream()).collect(list()));
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("out/maps/eye.tif")),
        Files.readAllBytes(folder.resolve("single/maps/x/eye.tif")));
    assertEquals("x/eye", found.get(0).outputName());
    assertTrue(found.get(0).succeeded());
    assertFalse(found.get(2).succeeded());
    assertEquals(1, files.tables().size());
    assertTrue(files.known().containsKey("model_fingerprint"));
    JsonObject settings = new JsonObject();
    files.describe(settings);
    assertEquals(localizer.kind().label(), settings.get("map").getAsString());
  }

  @Test
  void whatWasWrittenHereIsNoPhotograph() throws IOException {
    Path eye = folder.resolve("in/eye.png");
    Photographs.write(eye, 80, 60, 40, 20);
    FileLocalizer files =
        new FileLocalizer(localizer, READER, FolderOptions.DEFAULT, folder.resolve("out"));
    files.localize("eye.png", eye, "eye");
    List<FinishedPicture> again =
        files.localize("map.tif", folder.resolve("out/maps/eye.tif"), "map");
    String message = again.get(0).row().get(files.columns().indexOf("message"));
    assertTrue(message.endsWith("is no photograph; choose the photograph itself."), message);
  }

  private static <T> java.util.stream.Collector<T, ?, List<T>> list() {
    return Collectors.toList();
  }

  private static List<String> without(List<String> row, int column) {
    List<String> rest = new ArrayList<>(row);
    rest.remove(column);
    return rest;
  }
}
