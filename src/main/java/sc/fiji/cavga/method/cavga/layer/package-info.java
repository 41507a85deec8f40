/**
 * Layers of the paper's network that no other network has: the latent's sample, Grad-CAM's weights
 * and sum (Selvaraju et al. 2017), the range of attention.
 *
 * <p>Door: {@link sc.fiji.cavga.method.cavga.layer.AttentionNormalization}; the network adds the
 * others to its graph.
 *
 * <p>Each has its own forward and backward computation, with a gradient check among the tests. How
 * one is computed may be changed here alone.
 */
package sc.fiji.cavga.method.cavga.layer;
