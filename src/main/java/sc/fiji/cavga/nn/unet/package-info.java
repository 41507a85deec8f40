/**
 * A U-Net (Ronneberger, Fischer and Brox 2015) of which several methods make theirs: how many
 * levels, how wide, what comes in and goes out is told by a {@link
 * sc.fiji.cavga.nn.unet.UNetShape}.
 *
 * <p>Doors: {@link sc.fiji.cavga.nn.unet.UNet} and {@link sc.fiji.cavga.nn.unet.UNetShape}; {@link
 * sc.fiji.cavga.nn.unet.OnnxUNet} says the same in ONNX. What enters and leaves is [B,C,H,W]. The
 * names of its arrays stand in model files and may not change.
 */
package sc.fiji.cavga.nn.unet;
