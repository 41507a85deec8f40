package sc.fiji.cavga.method.cavga.operation;

import java.util.List;
import java.util.function.BooleanSupplier;
import sc.fiji.cavga.compute.ArrayPlace;
import sc.fiji.cavga.method.cavga.layer.AttentionNormalization;
import sc.fiji.cavga.method.cavga.layer.AttentionNormalizing;
import sc.fiji.cavga.method.cavga.layer.ClassGradient;
import sc.fiji.cavga.method.cavga.layer.GradCamSum;
import sc.fiji.cavga.method.cavga.layer.GradCamWeights;
import sc.fiji.cavga.method.cavga.layer.ImageNetScaling;
import sc.fiji.cavga.method.cavga.layer.LatentSample;
import sc.fiji.cavga.method.cavga.layer.NoiseGain;
import sc.fiji.cavga.method.cavga.loss.AttentionExpansion;
import sc.fiji.cavga.method.cavga.loss.ClassCrossEntropy;
import sc.fiji.cavga.method.cavga.loss.GuidedAttention;
import sc.fiji.cavga.method.cavga.loss.LatentDivergence;
import sc.fiji.cavga.method.cavga.loss.RealOrFake;
import sc.fiji.cavga.method.cavga.resident.ResidentAttentionExpansion;
import sc.fiji.cavga.method.cavga.resident.ResidentAttentionNormalizing;
import sc.fiji.cavga.method.cavga.resident.ResidentClassCrossEntropy;
import sc.fiji.cavga.method.cavga.resident.ResidentClassGradient;
import sc.fiji.cavga.method.cavga.resident.ResidentGradCamSum;
import sc.fiji.cavga.method.cavga.resident.ResidentGradCamWeights;
import sc.fiji.cavga.method.cavga.resident.ResidentGuidedAttention;
import sc.fiji.cavga.method.cavga.resident.ResidentImageNetScaling;
import sc.fiji.cavga.method.cavga.resident.ResidentLatentDivergence;
import sc.fiji.cavga.method.cavga.resident.ResidentLatentSample;
import sc.fiji.cavga.method.cavga.resident.ResidentNoiseGain;
import sc.fiji.cavga.method.cavga.resident.ResidentRealOrFake;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Loss;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Operation;

/**
 * Adds the paper's operations to a graph, each of the kind that computes where the graph's arrays
 * lie ({@link ArrayPlace}).
 */
public final class PaperOperations {

  private final Graph graph;
  private final boolean resident;

  public PaperOperations(Graph graph) {
    this.graph = graph;
    resident = graph.place() == ArrayPlace.RESIDENT;
  }

  private Node add(Operation operation) {
    return graph.add(operation).output();
  }

  /** Colours as ImageNet's networks expect them, [B,H,W,C]. */
  public Node imageNetScaling(Node picture) {
    return add(
        resident
            ? new ResidentImageNetScaling(graph, picture)
            : new ImageNetScaling(graph, picture));
  }

  /** n = ½·ε·σ, of log σ². */
  public NoiseGain noiseGain(Node logVariance) {
    return graph.add(
        resident ? new ResidentNoiseGain(graph, logVariance) : new NoiseGain(graph, logVariance));
  }

  /** z = μ + 2n. */
  public Node latentSample(Node mean, Node gain) {
    return add(
        resident
            ? new ResidentLatentSample(graph, mean, gain)
            : new LatentSample(graph, mean, gain));
  }

  /** The derivative of one class logit for the latent; see {@link ClassGradient}. */
  public Node classGradient(Node weights, int classIndex, Node gain) {
    return add(
        resident
            ? new ResidentClassGradient(graph, weights, classIndex, gain)
            : new ClassGradient(graph, weights, classIndex, gain));
  }

  /** Grad-CAM's α, [B,1,1,K], of its branches; see {@link GradCamWeights}. */
  public Node gradCamWeights(long pictures, List<Node> branches) {
    return add(
        resident
            ? new ResidentGradCamWeights(graph, pictures, branches)
            : new GradCamWeights(graph, pictures, branches));
  }

  /** Grad-CAM's M, [B,h,w,1], of α and F. */
  public Node gradCamSum(Node alpha, Node features) {
    return add(
        resident
            ? new ResidentGradCamSum(graph, alpha, features)
            : new GradCamSum(graph, alpha, features));
  }

  /** A of M, [B,h,w,1]. */
  public Node attention(Node sum, AttentionNormalization normalization) {
    return add(
        resident
            ? new ResidentAttentionNormalizing(graph, sum, normalization)
            : new AttentionNormalizing(graph, sum, normalization));
  }

  /** L_ae of A and the field of view, both [B,h,w,1]. */
  public Loss attentionExpansion(Node attention, Node fieldOfView) {
    return graph.add(
        resident
            ? new ResidentAttentionExpansion(graph, attention, fieldOfView)
            : new AttentionExpansion(attention, fieldOfView));
  }

  /** L_bce of the classifier's logits, [B,1,1,2]; labels are read at each pass. */
  public Loss classCrossEntropy(Node logits, boolean[] labels) {
    return graph.add(
        resident
            ? new ResidentClassCrossEntropy(graph, logits, labels)
            : new ClassCrossEntropy(logits, labels));
  }

  /** L_cga of both attentions and the field of view, [B,h,w,1]; labels are read at each pass. */
  public Loss guidedAttention(
      Node normal, Node anomalous, Node fieldOfView, Node logits, boolean[] labels) {
    return graph.add(
        resident
            ? new ResidentGuidedAttention(graph, normal, anomalous, fieldOfView, logits, labels)
            : new GuidedAttention(normal, anomalous, fieldOfView, logits, labels));
  }

  /** KL divergence of the latent from the unit normal. */
  public Loss latentDivergence(Node mean, Node logVariance) {
    return graph.add(
        resident
            ? new ResidentLatentDivergence(graph, mean, logVariance)
            : new LatentDivergence(mean, logVariance));
  }

  /** The cost of calling all pictures real, or all fake, as is asked at each pass. */
  public Loss realOrFake(Node logits, BooleanSupplier real) {
    return graph.add(
        resident ? new ResidentRealOrFake(graph, logits, real) : new RealOrFake(logits, real));
  }
}
