package sc.fiji.cavga.method.disc.net;

import java.io.IOException;
import java.util.Collection;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.nn.unet.OnnxUNet;
import sc.fiji.cavga.nn.unet.UNetShape;
import sc.fiji.cavga.onnx.OnnxMaskedGaussian;
import sc.fiji.cavga.onnx.OnnxPicture;
import sc.fiji.cavga.onnx.OnnxValue;

/** A {@link DiscNet} in ONNX. */
public final class OnnxDiscNet {

  /** What {@link OnnxMaskedGaussian} gives widths for. */
  private static final int WIDTH = 128;

  private final UNetShape shape;
  private final OnnxPicture picture;
  private final OnnxUNet net;

  private OnnxDiscNet(UNetShape shape, Collection<NamedArray> weights, OnnxPicture picture) {
    this.shape = shape;
    this.picture = picture;
    net = new OnnxUNet(shape, picture.size(), weights);
  }

  /**
   * @param weights of both networks
   * @param picture a square of {@link DiscNet#FINDER_SIZE}
   */
  public static OnnxDiscNet finder(Collection<NamedArray> weights, OnnxPicture picture) {
    return new OnnxDiscNet(DiscNet.finderShape(), weights, picture);
  }

  /**
   * @param weights of both networks
   * @param picture a square of {@link DiscNet#OUTLINER_SIZE}
   */
  public static OnnxDiscNet outliner(Collection<NamedArray> weights, OnnxPicture picture) {
    return new OnnxDiscNet(DiscNet.outlinerShape(), weights, picture);
  }

  /** How many maps it gives. */
  public int outputs() {
    return shape.outputs();
  }

  /** As {@link DiscNet#seen}: [B,C,H,W]. */
  public OnnxValue seen() {
    OnnxValue colours = standardized();
    return DiscNet.seesContrast(shape) ? colours.with(contrast()) : colours;
  }

  /**
   * @param seen as {@link #seen} gives it, or turned
   * @return [B,K,H,W], 0 to 1
   * @throws IOException with one sentence when an array is missing
   */
  public OnnxValue probabilities(OnnxValue seen) throws IOException {
    return net.logits(seen).sigmoid();
  }

  /** As {@link StandardizedColours}. */
  private OnnxValue standardized() {
    OnnxValue centred = picture.only(picture.values().minus(mean(picture.values())));
    OnnxValue deviation =
        mean(centred.squared()).squareRoot().atLeast(StandardizedColours.LEAST_DEVIATION);
    return centred.over(deviation).within(-StandardizedColours.MOST, StandardizedColours.MOST);
  }

  /** As {@link LocalContrast}, of green. */
  private OnnxValue contrast() {
    OnnxMaskedGaussian gaussian =
        new OnnxMaskedGaussian(picture, LocalContrast.SURROUNDINGS * WIDTH);
    OnnxValue green = picture.values().slice(1, DiscNet.GREEN, DiscNet.GREEN + 1);
    OnnxValue centred = green.minus(gaussian.blur(green));
    OnnxValue deviation = gaussian.blur(centred.squared()).atLeast(0).squareRoot();
    OnnxValue least =
        mean(deviation).times(LocalContrast.LEAST_DEVIATION).atLeast(LocalContrast.DARKEST);
    return centred.over(deviation.atLeast(least)).within(-LocalContrast.MOST, LocalContrast.MOST);
  }

  /**
   * Over the field of view.
   *
   * @param values [B,C,H,W], zero outside
   * @return [B,C,1,1]
   */
  private OnnxValue mean(OnnxValue values) {
    return values.sum(2, 3).over(picture.fieldOfView().sum(2, 3).atLeast(1));
  }
}
