/**
 * Convolutions, transposed ones and their gradients: ND4J's native kernels where they are fast,
 * products of matrices for few channels.
 *
 * <p>Doors: {@link sc.fiji.cavga.nn.convolution.Convolution}, {@link
 * sc.fiji.cavga.nn.convolution.Im2ColConvolution}, {@link
 * sc.fiji.cavga.nn.convolution.Im2ColTransposedConvolution} and {@link
 * sc.fiji.cavga.nn.convolution.Geometry}; {@link sc.fiji.cavga.nn.layer.Layers} chooses among them.
 * Arrays are [B,H,W,C].
 *
 * <p>Which kernel is used may be changed here alone; gradients are checked by central differences,
 * and other kernels may give other last bits.
 */
package sc.fiji.cavga.nn.convolution;
