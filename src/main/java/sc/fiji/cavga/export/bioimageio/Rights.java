package sc.fiji.cavga.export.bioimageio;

import java.util.List;
import java.util.regex.Pattern;

/** Whose a model is and what others may do with it: who publishes it must say both. Immutable. */
public final class Rights {

  /** How an identifier of the SPDX list looks. */
  private static final Pattern LICENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+-]*");

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
          "A package of the BioImage Model Zoo names the model's authors: add --author \"NAME\".");
    for (String author : authors)
      if (author.isBlank() || author.contains("/") || author.contains("\\"))
        throw new IllegalArgumentException(
            "\"" + author + "\" is no author's name: give a name without slashes.");
    if (licence == null)
      throw new IllegalArgumentException(
          "A package of the BioImage Model Zoo says under which licence the model is: add"
              + " --license and an identifier of spdx.org/licenses, such as CC-BY-4.0.");
    if (!LICENCE.matcher(licence).matches())
      throw new IllegalArgumentException(
          "\"" + licence + "\" is no identifier of spdx.org/licenses: give one such as CC-BY-4.0.");
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
