package sc.fiji.cavga.method.disc.teaching.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutlineLayoutsTest {

  @TempDir Path root;

  private OutlineFiles files() {
    return new OutlineFiles(root);
  }

  @ParameterizedTest
  @CsvSource({
    "folder, a.png",
    "folder, eyes/a.png",
    "folder, disc/a.png",
    "folder, set/CUP/a.png",
    "folder, labels/a.png",
    "folder, discs/a.png",
    "idrid, test/optic-disc/a.png",
    "idrid, x/5. Optic Disc/IDRiD_01_OD.png",
    "refuge, a/Disc_Cup_Masks/Glaucoma/g1.png",
    "refuge, gts/a.png",
    "refuge, mask/a.bmp",
    "drishti, a/a_ODsegSoftmap.png",
    "drishti, a/a_CupAvgBoundary.txt",
    "drishti, a/a_ODAvgBoundary_OD_img.png",
    "rim-one, a/r1_Im001-1-Disc-T.png",
    "rim-one, a/N-1-L-Cup-Avg.png",
    "rim-one, a/N-1-L-1-Disc-exp2.png",
    "origa, Masks/001.png",
    "origa, 650mask/001.mat",
    "papila, Contours/RET002OD_cup_exp2.txt",
  })
  void eachLayoutIsKnownByAFile(String layout, String file) throws IOException {
    if (file.endsWith(".txt") || file.endsWith(".mat")) files().text(file, "1 2");
    else files().picture(file);
    assertEquals(layout, OutlineLayouts.of(root).name());
  }

  @Test
  void layoutsAreFoundByName() throws IOException {
    List<String> names = OutlineLayouts.names();
    assertEquals(
        List.of("idrid", "refuge", "drishti", "rim-one", "origa", "papila", "folder"), names);
    assertEquals(names.size(), new HashSet<>(names).size());
    for (String name : names) {
      assertEquals(name, OutlineLayouts.named(name).name());
      assertTrue(OutlineLayouts.named(name).expectedTree().contains("/"), name);
    }
    String problem =
        assertThrows(IOException.class, () -> OutlineLayouts.named("lag")).getMessage();
    assertEquals(
        "There is no layout 'lag'; choose one of idrid, refuge, drishti, rim-one, origa, papila,"
            + " folder.",
        problem);
  }

  @Test
  void severalLayoutsAtOnceAreAmbiguous() throws IOException {
    files().picture("images/a.png").picture("gts/a.png").picture("disc/a.png");
    assertProblem(
        root
            + " looks like refuge and like folder; say which layout it has, or give its parts"
            + " one by one.",
        () -> OutlineLayouts.of(root));
    assertEquals("folder", OutlineLayouts.named("folder").name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a_masks", "Ground_Truth", "x/attention_map/y", "overlays"})
  void unknownOutlinesAreNotTakenForPictures(String folder) throws IOException {
    files().picture("a/a.png").picture(folder + "/a.png");
    String problem = assertThrows(IOException.class, () -> OutlineLayouts.of(root)).getMessage();
    assertTrue(problem.startsWith(root + " may hold outlines, but in none of the known"), problem);
    for (String name : OutlineLayouts.names())
      assertTrue(problem.contains("'" + name + "':\n"), problem);
  }

  @Test
  void aFolderMustExistAndHoldPictures() throws IOException {
    assertProblem(
        "The folder " + root.resolve("no") + " does not exist; check the path.",
        () -> OutlineLayouts.of(root.resolve("no")));
    String problem = assertThrows(IOException.class, () -> OutlineLayouts.of(root)).getMessage();
    assertTrue(problem.startsWith(root + " holds no pictures; arrange it like one"), problem);
  }

  @Test
  void outlinesAndPicturesMustMeet() throws IOException {
    files().mask("disc/b.png", 1, 1, 4, 4);
    assertLayoutProblem("No outline in " + root + " has the name of a picture there", "folder");
    files().picture("images/a.png");
    assertLayoutProblem("No outline in " + root + " has the name of a picture there", "folder");
    assertLayoutProblem("There are no outlines in " + root + ".", "papila");
  }

  @Test
  void twoOutlinesForOnePictureMustBeTheSame() throws IOException {
    files()
        .picture("images/a.png")
        .mask("disc/a.png", 1, 1, 4, 4)
        .shorts("disc/a.tif", (x, y) -> x > 4 ? 65535 : 0);
    assertLayoutProblem("disc/a.png and disc/a.tif have one name but differ", "folder");
  }

  @Test
  void anOutlineMustHaveItsPicturesSize() throws IOException {
    files().picture("images/a.png").grey("disc/a.png", 7, 5, (x, y) -> 255);
    OutlinedPictures pictures = files().open();
    String problem =
        assertThrows(IOException.class, () -> pictures.samples().get(0).disc()).getMessage();
    assertTrue(problem.contains("has 7 × 5 pixels but its picture has 24 × 20"), problem);
  }

  private void assertLayoutProblem(String expected, String layout) {
    String problem = assertThrows(IOException.class, () -> files().open(layout)).getMessage();
    assertTrue(problem.startsWith(expected), problem);
    assertTrue(problem.contains("\nThe layout '" + layout + "' expects:\n"), problem);
  }

  private static void assertProblem(
      String expected, org.junit.jupiter.api.function.Executable what) {
    assertEquals(expected, assertThrows(IOException.class, what).getMessage());
  }
}
