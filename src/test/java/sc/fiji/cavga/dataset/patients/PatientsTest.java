package sc.fiji.cavga.dataset.patients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.MemorySample;
import sc.fiji.cavga.dataset.Sample;

class PatientsTest {

  @TempDir Path folder;

  private static List<Sample> samples(String... names) {
    return Stream.of(names).map(name -> new MemorySample(name, 0)).collect(Collectors.toList());
  }

  private static Dataset of(String group, String... names) throws IOException {
    return Patients.of(group).of(new Dataset(samples(names), List.of(), List.of()));
  }

  private static List<String> patients(Dataset dataset) {
    return dataset.trainNormal().stream().map(Sample::patientOrName).collect(Collectors.toList());
  }

  @Test
  void anExpressionsFirstGroupIsThePatientOrAllOfIt() throws IOException {
    assertEquals(
        List.of("patient 12", "patient 12", "patient 7"),
        patients(of("^(\\d+)_", "a/12_L.jpg", "b/12_R.jpg", "7_L.jpg")));
    assertEquals(
        List.of("patient P12", "patient P12"), patients(of("P\\d+", "P12-1.png", "x_P12-2.png")));
  }

  @Test
  void whatIsNotNamedIsAPatientOfItsOwnAndCounted() throws IOException {
    Dataset dataset = of("(\\d+)_[LR]", "1_L.jpg", "1_R.jpg", "odd.jpg");
    assertEquals("picture odd.jpg", patients(dataset).get(2));
    assertEquals(1, dataset.warnings().size());
    assertTrue(
        dataset.warnings().get(0).contains("does not name 1 of 3 pictures, such as odd.jpg"),
        dataset.warnings().get(0));
    Exception none = assertThrows(IOException.class, () -> of("x(\\d)", "1_L.jpg"));
    assertTrue(none.getMessage().contains("names none of the pictures"), none.getMessage());
    Exception wrong = assertThrows(IOException.class, () -> of("(", "1_L.jpg"));
    assertTrue(wrong.getMessage().contains("no regular expression"), wrong.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"','", "';'"})
  void aTableNamesFilesOrPaths(String between) throws IOException {
    Path table = folder.resolve("who.csv");
    Files.writeString(
        table,
        "\ufefffile;patient;visit\n1.jpg;anna;1\nleft/2.jpg;anna;2\nright/2.jpg;bea;1\n"
            .replace(";", between));
    assertEquals(
        List.of("patient anna", "patient anna", "patient bea"),
        patients(of(table.toString(), "any/1.jpg", "left/2.jpg", "right/2.jpg")));
  }

  /** What spreadsheets on other systems write. */
  @ParameterizedTest
  @CsvSource({"';'", "'\t'"})
  void aTableMayHaveWholePathsAndItsOwnHeader(String between) throws IOException {
    Path table = folder.resolve("who.CSV");
    Files.writeString(
        table,
        ("File ;PATIENT\r\nC:\\data\\a\\1.jpg; Jörg \r\nC:\\data\\a\\2.jpg;Jörg\r\n"
                + "C:\\data\\b\\2.jpg;bea\r\n")
            .replace(";", between));
    assertEquals(
        List.of("patient Jörg", "patient Jörg", "patient bea", "picture 2.jpg"),
        patients(of(table.toString(), "1.jpg", "a/2.jpg", "b/2.jpg", "2.jpg")));
  }

  @Test
  void emptyCellsAndEmptyMatchesNameNobody() throws IOException {
    Path table = folder.resolve("who.csv");
    Files.writeString(table, "file,patient\n1.jpg,\n2.jpg, \n3.jpg,c\n");
    Dataset dataset = of(table.toString(), "1.jpg", "2.jpg", "3.jpg");
    assertEquals(List.of("picture 1.jpg", "picture 2.jpg", "patient c"), patients(dataset));
    assertTrue(
        dataset.warnings().get(0).contains("does not name 2 of 3"), dataset.warnings().get(0));
    for (String nothing : List.of("", "\\d*$", "()"))
      assertThrows(IOException.class, () -> of(nothing, "a.jpg", "b.jpg"), nothing);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "patients.xlsx",
        "data/whose eyes.ods",
        "C:\\\\data\\\\patients.xls",
        "C:/data/patients.tsv",
        "who.txt",
        "12_L.jpg"
      })
  void aFilesNameIsNoExpression(String name) {
    Exception thrown = assertThrows(IOException.class, () -> of(name, "12_L.jpg", "12_LxJpg"));
    assertTrue(thrown.getMessage().contains("is a file's name and no table"), thrown.getMessage());
  }

  @Test
  void whatIsThereIsNoExpressionEither() throws IOException {
    Path table = Files.writeString(folder.resolve("who"), "file,patient\n1.jpg,a\n");
    for (Path path : List.of(table, folder)) {
      Exception thrown = assertThrows(IOException.class, () -> of(path.toString(), "1.jpg"));
      assertTrue(thrown.getMessage().contains("is a file or folder"), thrown.getMessage());
    }
  }

  @Test
  void expressionsWithDotsStayExpressions() throws IOException {
    assertEquals(List.of("patient 12"), patients(of("..", "12_L.jpg")));
    assertEquals(List.of("patient 12"), patients(of("(.*)_L\\.jpg", "12_L.jpg")));
    assertEquals(List.of("patient 12_L"), patients(of("^(.+)\\.txt", "12_L.txt.png")));
    assertEquals(List.of("patient P.1"), patients(of("P.\\d", "P.1.png")));
  }

  @Test
  void aTableThatCannotBeUsedSaysWhy() throws IOException {
    Path table = folder.resolve("who.csv");
    Exception missing = assertThrows(IOException.class, () -> of(table.toString(), "1.jpg"));
    assertTrue(missing.getMessage().contains("who.csv"), missing.getMessage());
    Files.writeString(table, "name,patient\n1.jpg,a\n");
    Exception column = assertThrows(IOException.class, () -> of(table.toString(), "1.jpg"));
    assertTrue(column.getMessage().contains("no column 'file'"), column.getMessage());
    Files.writeString(table, "file,patient\n1.jpg,a\n1.jpg,b\n");
    Exception two = assertThrows(IOException.class, () -> of(table.toString(), "1.jpg"));
    assertTrue(two.getMessage().contains("two patients"), two.getMessage());
    Files.writeString(table, "file,patient\nJörg.jpg,a\n", StandardCharsets.ISO_8859_1);
    Exception letters = assertThrows(IOException.class, () -> of(table.toString(), "1.jpg"));
    assertTrue(letters.getMessage().startsWith(table + " is not"), letters.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "a_L.jpg a_R.jpg b_L.jpg b_R.jpg c_L.jpg",
    "a_OD.jpg a_OS.jpg b_od.png b_os.png c.jpg",
    "a-left.jpg a-right.jpg b-left.jpg b-right.jpg",
    "OD_1.jpg OS_1.jpg OD_2.jpg OS_2.jpg",
    "RET001OD.jpg RET001OS.jpg RET002OD.jpg RET002OS.jpg"
  })
  void namesLikeThoseOfBothEyesAreProposed(String names) throws IOException {
    String[] files = names.split(" ");
    String sentence = FellowEyes.proposal(samples(files)).orElseThrow();
    assertTrue(sentence.startsWith("4 pictures look like both eyes of 2 patients"), sentence);
    String expression = sentence.substring(sentence.indexOf('"') + 1, sentence.lastIndexOf('"'));
    List<String> patients = patients(of(expression, files));
    assertEquals(patients.get(0), patients.get(1));
    assertEquals(patients.get(2), patients.get(3));
    assertTrue(!patients.get(0).equals(patients.get(2)), patients.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "eye_1.jpg eye_2.jpg",
    "a_L.jpg b_L.jpg",
    "normal.jpg normol.jpg",
    "IDRiD_01.jpg x.jpg"
  })
  void otherNamesAreNot(String names) {
    assertEquals(Optional.empty(), FellowEyes.proposal(samples(names.split(" "))));
  }
}
