package sc.fiji.cavga.picture;

/**
 * A picture was read but cannot be looked at: it shows no retina, is too small, or its pixels hold
 * no numbers. The message is one sentence for a person; it does not name the file, which the caller
 * knows.
 */
public final class UnusablePictureException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  public UnusablePictureException(String message) {
    super(message);
  }
}
