package sc.fiji.cavga.architecture.broken.read;

import java.awt.Color;

/** Breaks: what reads pictures shows nothing. */
public final class Shows {

  private Shows() {}

  public static Color colour() {
    return Color.RED;
  }
}
