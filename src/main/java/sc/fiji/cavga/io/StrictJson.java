package sc.fiji.cavga.io;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * JSON from files that may come from strangers. Gson's own tree parser is lenient: it takes
 * comments, duplicate keys and NaN, and numbers whose conversion takes forever. This one takes
 * standard JSON alone, to a limited depth, with numbers that fit a long or a double.
 */
public final class StrictJson {

  private static final int MAXIMUM_DEPTH = 32;
  private static final int MAXIMUM_NUMBER_LENGTH = 40;
  private static final int MAXIMUM_KEY_LENGTH = 256;

  private StrictJson() {}

  /**
   * @param utf8 the text, in UTF-8
   * @throws IOException with one sentence that says what is wrong with the text
   */
  public static JsonObject parseObject(byte[] utf8) throws IOException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
      return parseObject(text);
    } catch (CharacterCodingException e) {
      throw new IOException("The JSON text is not in UTF-8.", e);
    }
  }

  /**
   * @throws IOException with one sentence that says what is wrong with the text
   */
  public static JsonObject parseObject(String text) throws IOException {
    JsonReader reader = new JsonReader(new StringReader(text));
    try {
      if (reader.peek() != JsonToken.BEGIN_OBJECT)
        throw new IOException("The JSON text does not begin with a brace.");
      JsonObject object = object(reader, 0);
      if (reader.peek() != JsonToken.END_DOCUMENT)
        throw new IOException("The JSON text goes on after its end.");
      return object;
    } catch (MalformedJsonException
        | EOFException
        | IllegalStateException
        | NumberFormatException e) {
      // The last is what Gson says of a backslash and u without four digits behind them.
      throw new IOException(
          "The JSON text is malformed at " + Excerpt.of(reader.getPath()) + ".", e);
    }
  }

  /**
   * An object as indented text with nulls written out, ending with a line break.
   *
   * @throws IllegalArgumentException when it holds NaN or an infinite number, which JSON cannot say
   */
  public static String text(JsonObject object) {
    requireFinite(object);
    return new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .serializeNulls()
            .create()
            .toJson((JsonElement) object)
        + "\n";
  }

  private static void requireFinite(JsonElement element) {
    if (element.isJsonObject())
      for (String name : element.getAsJsonObject().keySet())
        requireFinite(element.getAsJsonObject().get(name));
    else if (element.isJsonArray()) element.getAsJsonArray().forEach(StrictJson::requireFinite);
    else if (element.isJsonPrimitive()
        && element.getAsJsonPrimitive().isNumber()
        && !Double.isFinite(element.getAsDouble()))
      throw new IllegalArgumentException("JSON cannot hold the number " + element + ".");
  }

  private static JsonObject object(JsonReader reader, int depth) throws IOException {
    JsonObject object = new JsonObject();
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      if (name.length() > MAXIMUM_KEY_LENGTH || name.chars().anyMatch(Character::isISOControl))
        throw new IOException("The JSON text has a key that is too long or cannot be printed.");
      if (object.has(name))
        throw new IOException("The JSON text has the key \"" + name + "\" twice.");
      object.add(name, element(reader, depth + 1));
    }
    reader.endObject();
    return object;
  }

  private static JsonArray array(JsonReader reader, int depth) throws IOException {
    JsonArray array = new JsonArray();
    reader.beginArray();
    while (reader.hasNext()) array.add(element(reader, depth + 1));
    reader.endArray();
    return array;
  }

  private static JsonElement element(JsonReader reader, int depth) throws IOException {
    if (depth > MAXIMUM_DEPTH) throw new IOException("The JSON text is nested too deeply.");
    switch (reader.peek()) {
      case BEGIN_OBJECT:
        return object(reader, depth);
      case BEGIN_ARRAY:
        return array(reader, depth);
      case STRING:
        return new JsonPrimitive(reader.nextString());
      case NUMBER:
        return new JsonPrimitive(number(reader.nextString()));
      case BOOLEAN:
        return new JsonPrimitive(reader.nextBoolean());
      default:
        reader.nextNull();
        return JsonNull.INSTANCE;
    }
  }

  private static Number number(String text) throws IOException {
    if (text.length() > MAXIMUM_NUMBER_LENGTH)
      throw new IOException("The JSON text has a number that is too long.");
    if (text.matches("-?\\d{1,18}")) return Long.valueOf(text);
    double value = Double.parseDouble(text);
    if (Double.isInfinite(value))
      throw new IOException("The JSON text has a number that is too large.");
    return value;
  }
}
