/**
 * The two networks that see the optic disc: small U-Nets (Ronneberger, Fischer and Brox 2015).
 *
 * <p>Doors: {@link sc.fiji.cavga.method.disc.net.DiscNet}, the same in ONNX, {@link
 * sc.fiji.cavga.method.disc.net.OnnxDiscNet}, and {@link
 * sc.fiji.cavga.method.disc.net.StandardizedColours}. With other shapes the weights that are
 * shipped have to be taught anew.
 */
package sc.fiji.cavga.method.disc.net;
