package sc.fiji.cavga.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

  @Test
  void comesBackAsItWasWritten() throws IOException {
    JsonObject object =
        StrictJson.parseObject(
            "{\"n\":-12,\"d\":0.1,\"s\":\"ä<\",\"b\":true,\"z\":null,\"a\":[1,[2.5e-3]],\"o\":{}}");
    assertEquals(JsonNull.INSTANCE, object.get("z"));
    byte[] text = StrictJson.text(object).getBytes(StandardCharsets.UTF_8);
    assertEquals(object, StrictJson.parseObject(text));
    assertTrue(StrictJson.text(object).contains("\"z\": null"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"a\":1",
        "{\"a\":1}{}",
        "{\"a\":1,\"a\":2}",
        "{'a':1}",
        "{\"a\":NaN}",
        "{\"a\":1e999}",
        "{\"a\":1000000000000000000000000000000000000000001}",
        "{\"a\":1,}",
        "{\"a\":[1,]}",
        "{\"a\" 1}",
        "{/*c*/\"a\":1}",
        "{\"a\":01}",
        "{\"\\upsid\":1}"
      })
  void refusesWhatIsNotStandard(String text) {
    IOException thrown = assertThrows(IOException.class, () -> StrictJson.parseObject(text));
    assertTrue(thrown.getMessage().matches("The JSON text [^\n]*\\."), thrown.getMessage());
  }

  @Test
  void refusesDeepNestingAndBrokenText() {
    String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertThrows(IOException.class, () -> StrictJson.parseObject(deep));
    byte[] notUtf8 = {'{', '"', (byte) 0xff, '"', ':', '1', '}'};
    assertThrows(IOException.class, () -> StrictJson.parseObject(notUtf8));
  }

  @Test
  void writesNoNumbersThatJsonCannotHold() {
    JsonObject object = StrictJsonTest.nested(Double.NaN);
    assertThrows(IllegalArgumentException.class, () -> StrictJson.text(object));
  }

  @Test
  void fieldsHaveTypes() throws IOException {
    JsonObject object =
        StrictJson.parseObject(
            "{\"n\":3,\"d\":0.5,\"s\":\"red_green\",\"b\":true,\"z\":null,\"a\":[],\"o\":{}}");
    JsonFields fields = new JsonFields("The test", object);
    assertEquals(3, fields.integer("n"));
    assertEquals(0.5, fields.number("d"));
    assertEquals("red_green", fields.text("s"));
    assertTrue(fields.truth("b"));
    assertEquals(0, fields.array("a").size());
    assertEquals(0, fields.object("o").size());
    assertThrows(IOException.class, () -> fields.integer("d"));
    assertThrows(IOException.class, () -> fields.number("s"));
    assertThrows(IOException.class, () -> fields.number("z"));
    assertThrows(IOException.class, () -> fields.truth("n"));
    assertThrows(IOException.class, () -> fields.text("n"));
    assertThrows(IOException.class, () -> fields.array("o"));
    assertThrows(IOException.class, () -> fields.object("a"));
    assertThrows(IOException.class, () -> fields.only("n", "d"));
    IOException missing = assertThrows(IOException.class, () -> fields.integer("missing"));
    assertEquals("The test must have a number as \"missing\".", missing.getMessage());
  }

  private static JsonObject nested(double value) {
    JsonObject inner = new JsonObject();
    inner.addProperty("x", value);
    JsonArray array = new JsonArray();
    array.add(inner);
    JsonObject outer = new JsonObject();
    outer.add("array", array);
    return outer;
  }
}
