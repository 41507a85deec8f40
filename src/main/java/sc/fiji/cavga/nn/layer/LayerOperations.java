package sc.fiji.cavga.nn.layer;

import sc.fiji.cavga.compute.ArrayPlace;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Loss;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Operation;
import sc.fiji.cavga.nn.Parameter;
import sc.fiji.cavga.nn.convolution.Convolution;
import sc.fiji.cavga.nn.convolution.Geometry;
import sc.fiji.cavga.nn.convolution.Im2ColConvolution;
import sc.fiji.cavga.nn.convolution.Im2ColTransposedConvolution;
import sc.fiji.cavga.nn.resident.ResidentActivation;
import sc.fiji.cavga.nn.resident.ResidentConvolution;
import sc.fiji.cavga.nn.resident.ResidentDense;
import sc.fiji.cavga.nn.resident.ResidentDiceLoss;
import sc.fiji.cavga.nn.resident.ResidentMaskedSigmoid;
import sc.fiji.cavga.nn.resident.ResidentMaxPooling;
import sc.fiji.cavga.nn.resident.ResidentNormalization;
import sc.fiji.cavga.nn.resident.ResidentPixelCrossEntropy;
import sc.fiji.cavga.nn.resident.ResidentRectification;
import sc.fiji.cavga.nn.resident.ResidentSum;
import sc.fiji.cavga.nn.resident.ResidentUpsampling;

/**
 * Adds operations to a graph, each of the kind that computes where the graph's arrays lie ({@link
 * ArrayPlace}), and gives the node that it computes.
 */
public final class LayerOperations {

  private final Graph graph;
  private final boolean resident;

  public LayerOperations(Graph graph) {
    this.graph = graph;
    resident = graph.place() == ArrayPlace.RESIDENT;
  }

  private Node add(Operation operation) {
    return graph.add(operation).output();
  }

  /** By weights [kH,kW,in,out]. */
  Node convolution(Node input, Parameter weights, Geometry geometry) {
    if (resident) return add(ResidentConvolution.of(graph, input, weights, geometry));
    return add(
        Convolution.isSlow(weights, input.channels())
            ? new Im2ColConvolution(graph, input, weights, geometry)
            : Convolution.of(graph, input, weights, geometry));
  }

  /** By weights [kH,kW,out,in]. */
  Node transposedConvolution(Node input, Parameter weights, Geometry geometry) {
    return !resident && Convolution.isSlow(weights, weights.size(2))
        ? add(new Im2ColTransposedConvolution(graph, input, weights, geometry))
        : transposition(input, weights, geometry);
  }

  /** The same for a gradient on its way back, which has many channels. */
  Node transposition(Node input, Parameter weights, Geometry geometry) {
    return add(
        resident
            ? ResidentConvolution.transposed(graph, input, weights, geometry)
            : Convolution.transposed(graph, input, weights, geometry));
  }

  /** By weights [H,W,C,out]. */
  Node dense(Node input, Parameter weights) {
    return add(
        resident ? ResidentDense.of(graph, input, weights) : Dense.of(graph, input, weights));
  }

  /** By weights [H,W,C,K]. */
  Node denseTransposed(Node input, Parameter weights) {
    return add(
        resident
            ? ResidentDense.transposed(graph, input, weights)
            : Dense.transposed(graph, input, weights));
  }

  /** In place. */
  void activation(Node output, Parameter bias, double slope) {
    add(
        resident
            ? new ResidentActivation(graph, output, bias, slope)
            : new Activation(output, bias, slope));
  }

  /** With a skip that is added behind the leaky ReLU; null for none. */
  Node normalization(Node input, Parameter[] statistics, double slope, Node skip) {
    if (!resident) return add(new BatchNormalization(graph, input, statistics, slope, skip));
    Node output = add(new ResidentNormalization(graph, input, statistics, slope));
    return skip == null ? output : sum(output, skip);
  }

  /** y = a + b, of the same shape. */
  public Node sum(Node a, Node b) {
    return add(resident ? new ResidentSum(graph, a, b) : new Sum(graph, a, b));
  }

  /** y = max(0, x), for what has no layer of its own to do it. */
  public Node rectification(Node input) {
    return add(
        resident ? new ResidentRectification(graph, input) : new Rectification(graph, input));
  }

  /** The largest value of each channel in windows of 3×3 at every second position. */
  public Node maxPooling(Node input) {
    return add(resident ? new ResidentMaxPooling(graph, input) : new MaxPooling(graph, input));
  }

  /** Twice the height and width: each position becomes a square of four. */
  public Node upsampling(Node input) {
    return add(resident ? new ResidentUpsampling(graph, input) : new Upsampling(graph, input));
  }

  /** Logits through a sigmoid, zero outside the field of view; see {@link MaskedSigmoid}. */
  public Node maskedSigmoid(Node logits, Node fieldOfView) {
    return add(
        resident
            ? new ResidentMaskedSigmoid(graph, logits, fieldOfView)
            : new MaskedSigmoid(graph, logits, fieldOfView));
  }

  /** Binary cross-entropy, the batch's mean; see {@link PixelCrossEntropy}. */
  public Loss pixelCrossEntropy(Node logits, Node found, Node truth, Node fieldOfView) {
    return graph.add(
        resident
            ? new ResidentPixelCrossEntropy(graph, logits, found, truth, fieldOfView)
            : new PixelCrossEntropy(logits, found, truth, fieldOfView));
  }

  /** One less the Dice coefficient; see {@link DiceLoss}. */
  public Loss diceLoss(Node found, Node truth, Node fieldOfView) {
    return graph.add(
        resident
            ? new ResidentDiceLoss(graph, found, truth, fieldOfView)
            : new DiceLoss(found, truth, fieldOfView));
  }
}
