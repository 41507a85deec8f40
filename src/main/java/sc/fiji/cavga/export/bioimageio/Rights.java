package sc.fiji.cavga.export.bioimageio;

import java.util.List;
import java.util.regex.Pattern;
import sc.fiji.cavga.io.Excerpt;

/** Whose a model is and what others may do with it: who publishes it must say both. Immutable. */
public final class Rights {

  /** How an identifier of the SPDX list looks. */
  private static final Pattern LICENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+-]*");

  /** Slashes, which the specification forbids, and ends of lines and the like. */
  private static final Pattern NO_NAME = Pattern.compile("[/\\\\\\p{Cc}]");

  private final List<String> authors;
  private final String licence;

  /**
   * @param authors names of people or groups, at least one
   * @param licence an identifier of spdx.org/licenses, such as CC-BY-4.0
   * @throws IllegalArgumentException with one sentence when one is missing or cannot be
   */
  public Rights(List<String> authors, String licence) {
    if (authors.isEmpty())
      throw new IllegalArgumentException(
          "A package of the BioImage Model Zoo names the model's authors: give an author.");
    for (String author : authors)
      if (author.isBlank() || NO_NAME.matcher(author).find())
        throw new IllegalArgumentException(
            "\""
                + Excerpt.of(author)
                + "\" is no author's name: give a name in one line, without slashes.");
    if (licence == null)
      throw new IllegalArgumentException(
          "A package of the BioImage Model Zoo says under which licence the model is: give as the"
              + " license an identifier of spdx.org/licenses, such as CC-BY-4.0.");
    if (!LICENCE.matcher(licence).matches())
      throw new IllegalArgumentException(
          "\""
              + Excerpt.of(licence)
              + "\" is no identifier of spdx.org/licenses: give one such as CC-BY-4.0.");
    this.authors = List.copyOf(authors);
    this.licence = licence;
  }

  /** Names; unmodifiable. */
  public List<String> authors() {
    return authors;
  }

  /** An identifier of spdx.org/licenses. */
  public String licence() {
    return licence;
  }
}
