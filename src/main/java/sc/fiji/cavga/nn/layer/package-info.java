/**
 * Layers of networks: each is an operation of the graph that knows its own derivative.
 *
 * <p>Doors: {@link sc.fiji.cavga.nn.layer.Layers}, which adds them to a graph under the names of
 * their parameters, and the public operations. Arrays are [B,H,W,C]. What lies outside the field of
 * view counts for nothing in {@link sc.fiji.cavga.nn.layer.PixelCrossEntropy} and {@link
 * sc.fiji.cavga.nn.layer.MaskedSigmoid}.
 *
 * <p>How a layer is computed may be changed here alone; a gradient check holds each.
 */
package sc.fiji.cavga.nn.layer;
