package sc.fiji.cavga.dataset;

import java.io.IOException;
import java.util.Locale;

/** A mask that does not fit its picture. */
public final class MaskSizeException extends IOException {

  private static final long serialVersionUID = 1L;

  public MaskSizeException(
      Object mask, long maskWidth, long maskHeight, long pictureWidth, long pictureHeight) {
    super(
        String.format(
            Locale.ROOT,
            "The mask %s has %d × %d pixels but its picture has %d × %d; draw the mask on the"
                + " picture itself, at its full size.",
            mask,
            maskWidth,
            maskHeight,
            pictureWidth,
            pictureHeight));
  }
}
