package sc.fiji.cavga.localize.folder.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputNamesTest {

  private static OutputNames of(String... files) {
    OutputNames names = new OutputNames();
    names.add(new LinkedHashSet<>(List.of(files)));
    return names;
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "eye.jpg,eye",
        "a/b/eye.v2.jpg,a/b/eye.v2",
        "日本.tif,日本",
        "what?<is>|this*:\".png,what__is__this___",
        "back\\slash.png,back_slash",
        "con.png,_con",
        "con .v2.png,_con .v2",
        "CONIN$.png,_CONIN$",
        "com¹.png,_com¹",
        "console.png,console",
        "a/NUL.tif/x.png,a/_NUL.tif_/x",
        "dots./x.png,dots_/x",
        ".hidden,.hidden",
        "a/.png,a/.png",
        "scan.tif/x.png,scan.tif_/x"
      })
  void namesAreThoseOfTheFilesWhereEverySystemTakesThem(String file, String name) {
    assertEquals(name, of(file).name(file));
  }

  @Test
  void lineBreaksAndCommasAreHarmless() {
    assertEquals("a_b", of("a\nb.png").name("a\nb.png"));
    assertEquals("M, Ä/größe 1", of("M, Ä/größe 1.png").name("M, Ä/größe 1.png"));
  }

  @Test
  void aSharedBaseNameGoesToNobody() {
    OutputNames names = of("x/eye.jpg", "x/eye.png", "y/eye.jpg", "z/Eye.jpg", "z/eye.JPG");
    assertEquals("x/eye.jpg", names.name("x/eye.jpg"));
    assertEquals("x/eye.png", names.name("x/eye.png"));
    assertEquals("y/eye", names.name("y/eye.jpg"));
    assertEquals("z/Eye.jpg", names.name("z/Eye.jpg"));
    assertEquals("z/eye.JPG-2", names.name("z/eye.JPG"));
  }

  @Test
  void aStackDoesNotMeetAFileNumberedAlike() {
    OutputNames names = of("eye.tif", "eye_0001.png");
    Set<String> all = new HashSet<>(Set.of(names.name("eye_0001.png")));
    assertTrue(all.add(OutputNames.slice(names.name("eye.tif"), 0, 5)));
    assertEquals("eye_0005", OutputNames.slice("eye", 4, 5));
    assertEquals("eye", OutputNames.slice("eye", 0, 1));
  }

  @Test
  void namesOfEarlierRunsStay() {
    OutputNames names = new OutputNames();
    names.keep("eye.png", "eye");
    names.add(Set.of("eye.jpg", "eye.png"));
    assertEquals("eye", names.name("eye.png"));
    assertEquals("eye.jpg", names.name("eye.jpg"));
  }

  @Test
  void longNamesAreCutAndStayApart() {
    String first = "é".repeat(120) + "1.png";
    String second = "é".repeat(120) + "2.png";
    String emoji = "\ud83d\udc41".repeat(62) + ".png";
    OutputNames names = of(first, second, emoji);
    assertFalse(names.name(first).equals(names.name(second)));
    for (String file : List.of(first, second, emoji)) {
      String name = names.name(file);
      assertTrue(name.getBytes(StandardCharsets.UTF_8).length <= 200, name);
      assertEquals(name, new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }
  }

  @Test
  void nothingMeetsWhateverTheNames() {
    String[] parts = {
      "a", "A", "a.png", "a_0001", "a?", "a*", "con", "_con", "a.", "ä", "a\u0308", "\u00b5",
      "\u03bc"
    };
    Set<String> files = new LinkedHashSet<>();
    for (String folder : new String[] {"", "f/", "F/", "f?/", "f*/"})
      for (String part : parts)
        for (String extension : new String[] {".png", ".PNG", ".tif", ".png.tif"})
          files.add(folder + part + extension);
    OutputNames names = new OutputNames();
    names.add(files);
    Set<String> seen = new HashSet<>();
    for (String file : files) {
      String name = names.name(file);
      assertTrue(
          seen.add(
              java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFC)
                  .toUpperCase(Locale.ROOT)),
          file + " and another are both " + name);
    }
  }
}
