package sc.fiji.cavga.command.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
        "There is no input \"Opacity\"; there are model, map, opacity, tables.",
        wrong.getMessage());
  }
}
