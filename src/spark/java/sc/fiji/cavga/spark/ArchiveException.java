package sc.fiji.cavga.spark;

import java.io.IOException;

/**
 * What ends a run, in one sentence. Spark passes on no exceptions of executors, but their names and
 * messages: {@link FailureSentence} knows this one again.
 */
public final class ArchiveException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * @param sentence for people: what is wrong and what to do
   */
  public ArchiveException(String sentence) {
    super(sentence);
  }

  /** With its cause. */
  public ArchiveException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
