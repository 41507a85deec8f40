package sc.fiji.cavga.command.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MacroOptionsTest {

  private static final List<String> KEYS = List.of("model", "map", "opacity", "tables");

  private static MacroOptions options(String text) {
    return new MacroOptions(text, KEYS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/plain/path.cavga",
        "/with spaces/a model.cavga",
        "/bräckets [left]/[x] y.cavga",
        "/unpaired ] bracket/z.cavga",
        "/unpaired [ bracket/z.cavga",
        "/日本語/модель é.cavga",
        "C:\\Users\\Zoë O'Neil\\model=1.cavga",
        "/ends with a bracket/x [1]",
        ""
      })
  void aPathComesBackAsItWas(String path) {
    for (String text :
        new String[] {
          "model=[" + path + "] map=default tables=true",
          "map=default model=[" + path + "]",
          "tables model=[" + path + "] opacity=0.5 "
        }) assertEquals(Optional.of(path), options(text).get("model"), text);
  }

  @Test
  void aMacroFileThatImageJHasReadAsLatinIsUnderstood() {
    for (String path : new String[] {"/ä ö/日本/m.cavga", "/Zoë/m.cavga", "/plain/m.cavga"}) {
      byte[] written = path.getBytes(StandardCharsets.UTF_8);
      String read = new String(written, StandardCharsets.ISO_8859_1);
      assertEquals(Optional.of(path), options("model=[" + read + "]").get("model"));
    }
  }

  @Test
  void valuesWithoutBracketsEndAtASpace() {
    MacroOptions options = options("opacity=0.25 map= tables");
    assertEquals(Optional.of("0.25"), options.get("opacity"));
    assertEquals(Optional.of(""), options.get("map"));
    assertEquals(Optional.of("true"), options.get("tables"));
    assertEquals(Optional.empty(), options.get("model"));
  }

  @Test
  void aKeyThatDoesNotExistIsNamed() {
    Exception wrong =
        assertThrows(IllegalArgumentException.class, () -> options("model=x Opacity=1"));
    assertEquals(
        "There is no input \"Opacity\" (is opacity meant?); there are model, map, opacity, tables.",
        wrong.getMessage());
  }

  /** A bracket's value swallowed the keys behind it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "model=[/a b] mpa=x | \"mpa\" (is map meant?)",
        "model=[/a b] tabels | \"tabels\" (is tables meant?)",
        "modle=[/a b/m.cavga] mpa=[c d] opacity=1 |"
            + " \"modle\" (is model meant?) and no \"mpa\" (is map meant?)",
        "model=[/a b] quality=1 | \"quality\"",
        "model=/a b/m.cavga map=x | \"b/m.cavga\""
      })
  void allKeysThatDoNotExistAreNamedWithTheNearest(String text, String expected) {
    String sentence = "There is no input " + expected + "; there are model, map, opacity, tables.";
    Exception wrong = assertThrows(IllegalArgumentException.class, () -> options(text));
    assertEquals(sentence, wrong.getMessage());
    assertEquals(Optional.of(sentence), MacroOptions.wrongIn(text, KEYS));
  }

  @Test
  void theOptionsOfAnotherCommandAreNotOurs() {
    assertEquals(Optional.empty(), MacroOptions.wrongIn(null, KEYS));
    assertEquals(Optional.empty(), MacroOptions.wrongIn("radius=3 stack", KEYS));
    assertEquals(Optional.empty(), MacroOptions.wrongIn("model=[x] tables ", KEYS));
  }
}
