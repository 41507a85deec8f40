package sc.fiji.cavga.architecture.broken.read;

import java.awt.Color;

/** Breaks: what reads pictures shows nothing; the machine's language and letters change nothing. */
public final class Shows {

  private Shows() {}

  public static Color colour() {
    return Color.RED;
  }

  public static byte[] name() {
    return Color.RED.toString().toLowerCase().getBytes();
  }
}
