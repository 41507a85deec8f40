package sc.fiji.cavga.onnx;

import java.io.IOException;
import java.util.Map;

/** Layers of networks in ONNX, with weights by the names that model files have. */
public final class OnnxLayers {

  /** Of batch normalization. */
  private static final float EPSILON = 1e-5f;

  private final OnnxWeights weights;

  public OnnxLayers(OnnxWeights weights) {
    this.weights = weights;
  }

  public OnnxWeights weights() {
    return weights;
  }

  /**
   * @param name of the layer, whose weights are [out,in,kH,kW]
   * @param input [B,C,H,W]
   */
  public OnnxValue convolution(String name, OnnxValue input, int stride, int padding, boolean bias)
      throws IOException {
    return apply("Conv", name, input, stride, padding, bias);
  }

  /**
   * @param name of the layer, whose weights are [in,out,kH,kW]
   * @param input [B,C,H,W]
   */
  public OnnxValue transposedConvolution(
      String name, OnnxValue input, int stride, int padding, boolean bias) throws IOException {
    return apply("ConvTranspose", name, input, stride, padding, bias);
  }

  /**
   * The transposition of a convolution, without its bias: it leads a gradient back to the input.
   *
   * @param name of the convolution, whose weights are [out,in,kH,kW]
   * @param gradient [B,out,H,W]
   */
  public OnnxValue transposition(String name, OnnxValue gradient, int stride, int padding)
      throws IOException {
    return apply("ConvTranspose", name, gradient, stride, padding, false);
  }

  private OnnxValue apply(
      String operator, String name, OnnxValue input, int stride, int padding, boolean bias)
      throws IOException {
    long[] shape = weights.array(name + ".weight").shape();
    Map<String, long[]> attributes =
        Map.of(
            "kernel_shape", new long[] {shape[2], shape[3]},
            "strides", new long[] {stride, stride},
            "pads", new long[] {padding, padding, padding, padding});
    OnnxValue kernel = weights.value(name + ".weight");
    return bias
        ? input.apply(operator, attributes, kernel, weights.value(name + ".bias"))
        : input.apply(operator, attributes, kernel);
  }

  /** With the running statistics. */
  public OnnxValue normalization(String name, OnnxValue input) throws IOException {
    return input.apply(
        "BatchNormalization",
        Map.of("epsilon", EPSILON),
        weights.value(name + ".weight"),
        weights.value(name + ".bias"),
        weights.value(name + ".running_mean"),
        weights.value(name + ".running_var"));
  }

  /** The largest of 3×3 at every second place. */
  public static OnnxValue maximum(OnnxValue input) {
    return input.apply(
        "MaxPool",
        Map.of(
            "kernel_shape", new long[] {3, 3},
            "strides", new long[] {2, 2},
            "pads", new long[] {1, 1, 1, 1}));
  }

  /** Twice the height and width: each place becomes four. */
  public static OnnxValue doubled(OnnxValue input) {
    return input.apply(
        "Resize",
        Map.of(
            "mode", "nearest",
            "coordinate_transformation_mode", "asymmetric",
            "nearest_mode", "floor"),
        OnnxValue.absent(input),
        input.constant(new float[] {1, 1, 2, 2}, 4));
  }
}
