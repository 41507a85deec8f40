package sc.fiji.cavga.evaluate.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.cavga.evaluate.metric.PictureResult;
import sc.fiji.cavga.io.Excerpt;
import sc.fiji.cavga.render.Html;

/** What was noted about pictures that were judged, each sentence once with the pictures' names. */
final class PictureNotes {

  private final Map<String, List<String>> pictures = new LinkedHashMap<>();

  PictureNotes(List<PictureResult> results) {
    for (PictureResult result : results) {
      // Why there is no score stands elsewhere in the page.
      if (result.problem().isPresent()) continue;
      for (String note : result.notes()) add(note, result.name());
      result.warning().ifPresent(warning -> add(warning, result.name()));
    }
  }

  private void add(String sentence, String name) {
    pictures.computeIfAbsent(sentence, none -> new ArrayList<>()).add(name);
  }

  /** A section of the report; empty where nothing was noted. */
  String html() {
    if (pictures.isEmpty()) return "";
    StringBuilder html = new StringBuilder("<h2>Notes about pictures</h2>\n<table>\n");
    pictures.forEach(
        (sentence, names) ->
            html.append("<tr><td>" + Html.text(sentence) + "</td><td>")
                .append(Html.text(Excerpt.of(names, ", ")) + "</td></tr>\n"));
    return html.append("</table>\n").toString();
  }
}
