package sc.fiji.cavga.method.disc.net;

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

  private final String prefix;

  private DiscNet(int size, UNetShape shape, String prefix, long seed) {
    super(size, shape.deep().withDiceLoss(DICE), seed);
    this.prefix = prefix;
  }

  /** Finds the disc in a whole photograph: its one output is the disc. */
  public static DiscNet finder(long seed) {
    return new DiscNet(FINDER_SIZE, new UNetShape(FINDER, 3, 1, 12, 16, 24, 32, 40), FINDER, seed);
  }

  /** Outlines what is in the middle of a square: its two outputs are disc and cup. */
  public static DiscNet outliner(long seed) {
    return new DiscNet(
        OUTLINER_SIZE, new UNetShape(OUTLINER, 3, 2, 12, 20, 32, 40, 48), OUTLINER, seed);
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
}
