/**
 * The paper's networks: encoder, latent, decoder, discriminator, attention, classifier. CAVGA-D is
 * DCGAN's (Radford et al. 2016); CAVGA-R has a ResNet-18 (He et al. 2016) and a residual decoder as
 * BigGAN's (Brock et al. 2019). Attention is Grad-CAM (Selvaraju et al. 2017), in closed form.
 *
 * <p>Doors: {@link sc.fiji.cavga.method.cavga.network.CavgaNetwork}, {@link
 * sc.fiji.cavga.method.cavga.network.NetworkConfig} and {@link
 * sc.fiji.cavga.method.cavga.network.EncoderWeights}. Arrays that enter and leave are [B,C,H,W], in
 * 0 to 1.
 *
 * <p>The names of arrays are PyTorch's and stand in model files. A new encoder changes this package
 * alone.
 */
package sc.fiji.cavga.method.cavga.network;
