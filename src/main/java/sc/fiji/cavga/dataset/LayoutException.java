package sc.fiji.cavga.dataset;

import java.io.IOException;
import java.util.Collection;

/** A data set that does not lie on disk as its layout says; the message shows the expected tree. */
public final class LayoutException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * @param sentence what is wrong and what to do
   */
  public LayoutException(String sentence, DatasetLayout layout) {
    this(sentence, layout.name(), layout.expectedTree());
  }

  /**
   * @param sentence what is wrong and what to do
   * @param layout its name
   * @param expectedTree one line per entry
   */
  public LayoutException(String sentence, String layout, String expectedTree) {
    super(sentence + "\nThe layout '" + layout + "' expects:\n" + expectedTree);
  }

  /**
   * Says what there is to choose from.
   *
   * @param kind what is chosen, such as "class"
   * @param role what the chosen one does, such as "is normal"
   * @param wanted what there is none of; null where it was not said
   */
  public static LayoutException noSuch(
      String kind, String role, String wanted, Collection<String> known, DatasetLayout layout) {
    return new LayoutException(
        (wanted == null
                ? "It was not said which " + kind + " " + role
                : "There is no " + kind + " '" + wanted + "'")
            + "; choose one of "
            + String.join(", ", known)
            + ".",
        layout);
  }
}
