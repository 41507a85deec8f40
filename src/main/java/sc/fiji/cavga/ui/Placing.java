package sc.fiji.cavga.ui;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;

/** Puts selections of one picture of an image where they are shown with it alone. */
public final class Placing {

  /** Marks selections of localizing; its value is the stack index of the picture. */
  public static final String MAP = "cavga_picture";

  /** Marks selections of measuring a disc, likewise. */
  public static final String DISC = "cavga_disc";

  private final ImagePlus image;
  private final int stackIndex;
  private final String owner;

  /**
   * @param stackIndex of the picture's (first) slice in the image's stack, from 1
   * @param owner {@link #MAP} or {@link #DISC}
   */
  public Placing(ImagePlus image, int stackIndex, String owner) {
    this.image = image;
    this.stackIndex = stackIndex;
    this.owner = owner;
  }

  /** Whether a selection was painted by us, as one that was clicked on in the overlay. */
  public static boolean isPainted(Roi roi) {
    return roi.getProperty(MAP) != null || roi.getProperty(DISC) != null;
  }

  /** Marks a selection as one that was painted of the picture. */
  public Roi owned(Roi roi) {
    roi.setProperty(owner, String.valueOf(stackIndex));
    if (image.getNChannels() > 1 || image.isHyperStack()) {
      int[] position = image.convertIndexToPosition(stackIndex);
      // A colour picture's channels are one picture.
      int channel = image.getNChannels() >= 3 ? 0 : position[0];
      roi.setPosition(channel, position[1], position[2]);
    } else if (image.getStackSize() > 1) roi.setPosition(stackIndex);
    return roi;
  }

  /** Whether a selection was painted of the picture. */
  public boolean owns(Roi roi) {
    return String.valueOf(stackIndex).equals(roi.getProperty(owner));
  }

  /** Whether a selection, whoever has drawn it, is shown with the picture. */
  public boolean shows(Roi roi) {
    for (String key : new String[] {MAP, DISC})
      if (roi.getProperty(key) != null)
        return roi.getProperty(key).equals(String.valueOf(stackIndex));
    int[] position = image.convertIndexToPosition(stackIndex);
    if (roi.hasHyperStackPosition())
      return isAt(roi.getZPosition(), position[1]) && isAt(roi.getTPosition(), position[2]);
    return isAt(roi.getPosition(), stackIndex);
  }

  private static boolean isAt(int position, int wanted) {
    return position == 0 || position == wanted;
  }

  /** Adds a selection that is marked as painted of the picture. */
  public void add(Overlay overlay, Roi roi, String name) {
    roi.setName(name);
    overlay.add(owned(roi));
  }
}
