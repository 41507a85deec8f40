package sc.fiji.cavga.nn.unet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.onnx.OnnxLayers;
import sc.fiji.cavga.onnx.OnnxValue;
import sc.fiji.cavga.onnx.OnnxWeights;

/** What {@link UNetGraph} computes at test time, in ONNX. */
public final class OnnxUNet {

  private static final int DEEPENINGS = 2;

  private final UNetShape shape;
  private final int size;
  private final Collection<NamedArray> weights;

  /**
   * @param size width and height in pixels
   * @param weights under PyTorch key names
   */
  public OnnxUNet(UNetShape shape, int size, Collection<NamedArray> weights) {
    this.shape = shape;
    this.size = size;
    this.weights = weights;
  }

  /**
   * @param shown [B,C,H,W]
   * @return [B,K,H,W]
   * @throws IOException with one sentence when an array is missing
   */
  public OnnxValue logits(OnnxValue shown) throws IOException {
    OnnxLayers layers = new OnnxLayers(new OnnxWeights(shown.graph(), weights));
    List<OnnxValue> levels = new ArrayList<>();
    OnnxValue value = shown;
    for (int level = 0; level < shape.levels(size); level++) {
      value = encoded(layers, level, value);
      levels.add(value);
    }
    for (int level = levels.size() - 1; level > 0; level--)
      value = decoded(layers, level, value, levels.get(level - 1));
    String at = shape.prefix + ".logit";
    return shape.deep
        ? layers.transposedConvolution(at, value, 2, 1, true)
        : layers.convolution(at, value, 1, 1, true);
  }

  private OnnxValue encoded(OnnxLayers layers, int level, OnnxValue from) throws IOException {
    String at = shape.prefix + ".encoder." + level;
    int stride = level == 0 && !shape.deep ? 1 : 2;
    return deepened(layers, at, normalized(layers, at, from, stride));
  }

  private OnnxValue decoded(OnnxLayers layers, int level, OnnxValue from, OnnxValue skip)
      throws IOException {
    String at = shape.prefix + ".decoder." + level;
    OnnxValue value = layers.transposedConvolution(at + ".convolution", from, 2, 1, false);
    value = layers.normalization(at + ".normalization", value);
    value =
        shape.deep
            ? value.plus(skip).leaky(UNetGraph.SLOPE)
            : value.leaky(UNetGraph.RELU).plus(skip);
    return deepened(layers, at, value);
  }

  private OnnxValue deepened(OnnxLayers layers, String at, OnnxValue from) throws IOException {
    OnnxValue value = from;
    for (int i = 0; shape.deep && i < DEEPENINGS; i++)
      value = normalized(layers, at + "." + i, value, 1);
    return value;
  }

  private static OnnxValue normalized(OnnxLayers layers, String at, OnnxValue from, int stride)
      throws IOException {
    OnnxValue value = layers.convolution(at + ".convolution", from, stride, 1, false);
    return layers.normalization(at + ".normalization", value).leaky(UNetGraph.SLOPE);
  }
}
