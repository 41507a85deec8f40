package sc.fiji.cavga.method.local.net;

import sc.fiji.cavga.compute.machine.InsufficientMemoryException;
import sc.fiji.cavga.nn.unet.UNet;
import sc.fiji.cavga.nn.unet.UNetShape;

/**
 * Finds places that look like anomalies, taught with synthetic anomalies in normal pictures and
 * their known masks. It does not see the picture but z-scores, how each place deviates from what is
 * normal there: the same for every camera, so that what was learned on synthetic anomalies holds
 * for real ones. Not in the paper.
 *
 * <p>But for {@link #infer} not safe for use by several threads at once.
 */
public final class SegmentationNet extends UNet {

  /**
   * Weights drawn at random from the seed: the same seed gives the same bits.
   *
   * @param size width and height in pixels
   * @param channels of the z-scores
   */
  public SegmentationNet(int size, int channels, long seed) {
    super(size, shape(channels), seed);
  }

  /**
   * What it is made of.
   *
   * @param channels of the z-scores
   */
  public static UNetShape shape(int channels) {
    return new UNetShape("detector", channels, 1, 16, 32, 64, 64);
  }

  /**
   * Allocates what {@link #step} needs for so many pictures.
   *
   * @throws InsufficientMemoryException with numbers, when there is not so much memory
   */
  public void reserve(int count) {
    reserve(count, "Learning from synthetic anomalies");
  }
}
