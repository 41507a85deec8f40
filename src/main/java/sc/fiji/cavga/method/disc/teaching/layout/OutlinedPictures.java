package sc.fiji.cavga.method.disc.teaching.layout;

import java.util.List;
import java.util.Locale;
import sc.fiji.cavga.method.disc.teaching.DiscSample;

/** The pictures of a folder with what is outlined in them, and how much was passed over. */
public final class OutlinedPictures {

  private final String layout;
  private final List<DiscSample> samples;
  private final int discs;
  private final int cups;
  private final int passedOver;
  private final int outlinesPassedOver;

  OutlinedPictures(
      String layout,
      List<DiscSample> samples,
      int discs,
      int cups,
      int passedOver,
      int outlinesPassedOver) {
    this.layout = layout;
    this.samples = List.copyOf(samples);
    this.discs = discs;
    this.cups = cups;
    this.passedOver = passedOver;
    this.outlinesPassedOver = outlinesPassedOver;
  }

  /** In the order of their paths, which is the same on every system. */
  public List<DiscSample> samples() {
    return samples;
  }

  /** How many of the pictures have an outline of the disc. */
  public int discs() {
    return discs;
  }

  /** Pictures that the layout has no place for, that lack the outline they need, or are copies. */
  public int passedOver() {
    return passedOver;
  }

  /** Names under which there is an outline but no picture. */
  public int outlinesPassedOver() {
    return outlinesPassedOver;
  }

  /** All of it as one sentence, such as for a log. */
  @Override
  public String toString() {
    return String.format(
            Locale.ROOT, "Layout %s: %s, %s", layout, counted(samples.size(), "picture"), discs)
        + " with the disc outlined and "
        + cups
        + " with the cup"
        + (passedOver == 0 ? "" : "; " + counted(passedOver, "other picture") + " passed over")
        + (outlinesPassedOver == 0
            ? ""
            : "; " + counted(outlinesPassedOver, "outline") + " without a picture passed over")
        + ".";
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
