package sc.fiji.cavga.export.bioimageio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

class YamlTextTest {

  @Test
  void hasALineForEachValue() {
    String json =
        "{'a': 'say \\\"no\\\" <é>', 'b': [0, null, 1.5], 'c': {'d': true, 'e': []},"
            + " 'f': ['x', {'g': 'y', 'h': ['z']}], 'i': null}";
    String[] expected = {
      "a: \"say \\\"no\\\" <é>\"",
      "b: [0,null,1.5]",
      "c:",
      "  d: true",
      "  e: []",
      "f:",
      "  - \"x\"",
      "  - g: \"y\"",
      "    h:",
      "      - \"z\"",
      "i: null",
      ""
    };
    assertEquals(
        String.join("\n", expected), YamlText.of(JsonParser.parseString(json.replace('\'', '"'))));
  }
}
