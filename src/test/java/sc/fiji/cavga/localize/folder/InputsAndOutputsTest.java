package sc.fiji.cavga.localize.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.cavga.io.table.SpreadsheetCell;
import sc.fiji.cavga.localize.folder.output.OutputFolder;
import sc.fiji.cavga.localize.folder.work.FailureMessage;

class InputsAndOutputsTest {

  @TempDir Path folder;

  private String refusal(Path input, Path output) {
    return assertThrows(IOException.class, () -> InputFiles.of(input, output)).getMessage();
  }

  @Test
  void resultsAmongThePicturesAreNotTakenForPictures() throws IOException {
    Photographs.grey(folder.resolve("in/a.png"), 8, 8);
    Photographs.grey(folder.resolve("in/out/overlays/a.png"), 8, 8);
    InputFiles inputs = InputFiles.of(folder.resolve("in"), folder.resolve("in/out"));
    assertEquals(Set.of("a.png"), inputs.files.keySet());
  }

  @Test
  void anOutputFolderAroundTheInputIsRefused() throws IOException {
    Path file = Photographs.grey(folder.resolve("in/a.png"), 8, 8);
    for (Path output : new Path[] {folder, folder.resolve("in"), folder.resolve("in/x/..")}) {
      assertTrue(refusal(folder.resolve("in"), output).contains("choose another output folder"));
      assertTrue(refusal(file, output).contains("choose another output folder"));
    }
    Path link = folder.resolve("link");
    try {
      Files.createSymbolicLink(link, folder.resolve("in"));
    } catch (IOException | UnsupportedOperationException e) {
      Assumptions.abort("no symbolic links here");
    }
    assertTrue(refusal(folder.resolve("in"), link).contains("holds the input"));
  }

  @Test
  void whatIsMissingIsSaid() throws IOException {
    assertTrue(refusal(folder.resolve("no"), folder.resolve("out")).contains("does not exist"));
    Files.createDirectory(folder.resolve("empty"));
    assertTrue(refusal(folder.resolve("empty"), folder.resolve("out")).contains("no pictures"));
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void anOutputThatCannotBeWrittenIsSaid() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    for (Path output : new Path[] {file, file.resolve("below")}) {
      String message =
          assertThrows(IOException.class, () -> OutputFolder.open(output)).getMessage();
      assertTrue(message.contains("choose"), message);
    }
    OutputFolder made = OutputFolder.open(folder.resolve("a/b"));
    assertEquals(folder.resolve("a/b/maps/x/y.tif"), made.map("x/y"));
    assertThrows(IOException.class, made::requirePresent);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "eye.png,eye.png",
        "=1+1.png,'=1+1.png",
        "+1,'+1",
        "-1,'-1",
        "@SUM(A1),'@SUM(A1)",
        "'quoted,''quoted",
        "a=b,a=b"
      })
  void noCellIsAFormula(String text, String cell) {
    assertEquals(cell, SpreadsheetCell.of(text));
  }

  @Test
  void aCellIsOneLine() {
    assertEquals("a b", SpreadsheetCell.of("a\r\n\nb"));
    assertEquals("'\tx", SpreadsheetCell.of("\tx"));
    assertEquals("", SpreadsheetCell.of(""));
  }

  @Test
  void everyFailureIsASentence() {
    assertEquals("Crop it.", FailureMessage.of(new IOException("Crop it.")));
    assertTrue(FailureMessage.of(new IOException()).endsWith("."));
    assertTrue(FailureMessage.of(new OutOfMemoryError()).contains("MB"));
    assertTrue(FailureMessage.of(new ArithmeticException("by zero")).contains("by zero"));
  }
}
