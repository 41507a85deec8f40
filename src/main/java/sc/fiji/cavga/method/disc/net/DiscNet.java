package sc.fiji.cavga.method.disc.net;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.nn.unet.UNet;
import sc.fiji.cavga.nn.unet.UNetShape;

/**
 * One of the two networks that see the optic disc. Both look at colours that are {@linkplain
 * StandardizedColours standardized}, so that no camera's colours are learned.
 *
 * <p>But for {@link #infer} not safe for use by several threads at once.
 */
public final class DiscNet extends UNet {

  /** Width and height of what the finder sees, in pixels. */
  public static final int FINDER_SIZE = 128;

  /** Width and height of what the outliner sees, in pixels. */
  public static final int OUTLINER_SIZE = 128;

  /** The disc's output. */
  public static final int DISC = 0;

  /** The cup's output, which the outliner alone has. */
  public static final int CUP = 1;

  private static final String FINDER = "finder";
  private static final String OUTLINER = "outliner";
  private static final double DICE = 0.5;

  /** The channel in which vessels are seen best. */
  public static final int GREEN = 1;

  private final String prefix;
  private final boolean seesContrast;

  private DiscNet(int size, UNetShape shape, String prefix, long seed) {
    super(size, shape, seed);
    this.prefix = prefix;
    seesContrast = seesContrast(shape);
  }

  /** Finds the disc in a whole photograph: its one output is the disc. */
  public static DiscNet finder(long seed) {
    return new DiscNet(FINDER_SIZE, finderShape(), FINDER, seed);
  }

  /** Outlines what is in the middle of a square: its two outputs are disc and cup. */
  public static DiscNet outliner(long seed) {
    return new DiscNet(OUTLINER_SIZE, outlinerShape(), OUTLINER, seed);
  }

  static UNetShape finderShape() {
    return new UNetShape(FINDER, 4, 1, 12, 16, 24, 32, 40).deep().withDiceLoss(DICE);
  }

  static UNetShape outlinerShape() {
    return new UNetShape(OUTLINER, 3, 2, 12, 20, 32, 40, 48).deep().withDiceLoss(DICE);
  }

  static boolean seesContrast(UNetShape shape) {
    return shape.channels() > 3;
  }

  /**
   * The network's own of the arrays of both.
   *
   * @throws IllegalArgumentException naming the array that is missing, unknown or of another shape
   */
  public DiscNet withWeights(Collection<NamedArray> both) {
    List<NamedArray> own =
        both.stream()
            .filter(array -> array.name().startsWith(prefix + "."))
            .collect(Collectors.toList());
    setWeights(own);
    return this;
  }

  /**
   * What the network sees of a square: standardized colours, and the finder also the local contrast
   * of green, in which vessels and discs are plainest.
   *
   * @param colours [3,H,W], in 0 to 1
   * @param fieldOfView [H,W], 1 inside the field of view and 0 outside
   * @return [C,H,W], a new array
   */
  public float[] seen(float[] colours, float[] fieldOfView) {
    float[] standardized = StandardizedColours.of(colours, fieldOfView);
    if (!seesContrast) return standardized;
    int plane = fieldOfView.length;
    float[] seen = Arrays.copyOf(standardized, 4 * plane);
    float[] green = Arrays.copyOfRange(colours, GREEN * plane, (GREEN + 1) * plane);
    System.arraycopy(LocalContrast.of(green, fieldOfView), 0, seen, 3 * plane, plane);
    return seen;
  }
}
