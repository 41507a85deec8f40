package sc.fiji.cavga.io;

import java.util.List;

/** What a message quotes of a stranger's text or of a list: the beginning. */
public final class Excerpt {

  private static final int LONGEST = 200;
  private static final int NAMED = 5;

  private Excerpt() {}

  /** Without control characters; the text itself where it is short and has none. */
  public static String of(String text) {
    String start = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    return start.replaceAll("\\p{Cc}", "?");
  }

  /** The first five of a list, and how many more there are. */
  public static String of(List<String> all, String between) {
    if (all.size() <= NAMED) return String.join(between, all);
    return String.join(between, all.subList(0, NAMED)) + " and " + (all.size() - NAMED) + " more";
  }
}
