package sc.fiji.cavga.command.report;

import java.util.ArrayList;
import java.util.List;

/** What a command has to say of single pictures, a line each, and not more than can be read. */
public final class PictureNotes {

  private static final int MOST_LINES = 20;

  private final List<String> lines = new ArrayList<>();

  /** Adds sentences; nothing where there are none. */
  public void add(String picture, String sentences) {
    if (!sentences.isBlank()) lines.add(picture + ": " + sentences.trim());
  }

  /** Adds a sentence that is about no single picture. */
  public void add(String sentence) {
    lines.add(sentence);
  }

  /** All of it; null where there is nothing to say. */
  public String text() {
    if (lines.isEmpty()) return null;
    List<String> shown = new ArrayList<>(lines.subList(0, Math.min(lines.size(), MOST_LINES)));
    if (lines.size() > MOST_LINES) shown.add("And " + (lines.size() - MOST_LINES) + " more.");
    return String.join("\n", shown);
  }
}
