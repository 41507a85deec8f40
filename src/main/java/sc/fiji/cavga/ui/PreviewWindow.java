package sc.fiji.cavga.ui;

import ij.ImagePlus;
import ij.gui.ImageWindow;
import java.awt.Component;

/** ImageJ's image window with something below the image. */
final class PreviewWindow extends ImageWindow {

  private static final long serialVersionUID = 1;

  PreviewWindow(ImagePlus image, Component below) {
    super(image);
    add(below);
    pack();
  }
}
