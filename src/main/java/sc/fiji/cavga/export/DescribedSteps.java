package sc.fiji.cavga.export;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.function.Predicate;

/** Steps in words, from a text of the jar: paragraphs, whose first lines name the steps. */
final class DescribedSteps {

  private DescribedSteps() {}

  /**
   * @param text the file's name, see {@link ExportText#read}
   * @param wanted by the step's name
   * @return a list of objects with {@code step} and {@code what}
   */
  static JsonArray of(String text, Predicate<String> wanted) {
    JsonArray steps = new JsonArray();
    for (String paragraph : ExportText.read(text).strip().split("\\R\\R+")) {
      String[] lines = paragraph.split("\\R", 2);
      if (!wanted.test(lines[0])) continue;
      JsonObject step = new JsonObject();
      step.addProperty("step", lines[0]);
      step.addProperty("what", lines[1].replaceAll("\\R", " "));
      steps.add(step);
    }
    return steps;
  }
}
