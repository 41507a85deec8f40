package sc.fiji.cavga.dataset;

import java.io.IOException;

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
}
