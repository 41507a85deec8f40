package sc.fiji.cavga.method.cavga.layer;

/** How Grad-CAM's weighted sum becomes attention in [0,1]. */
public enum AttentionNormalization {
  /** The signed sum through a sigmoid. */
  SIGMOID,
  /** Negative values cut off, then divided by the picture's largest value. */
  MAXIMUM
}
