package sc.fiji.cavga.network;

import java.util.Collection;
import java.util.List;
import sc.fiji.cavga.image.PictureBatch;

/**
 * The whole of CAVGA: encoder, latent, decoder, discriminator, attention and, weakly supervised,
 * the classifier. Not safe for use by several threads at once.
 */
public final class CavgaNetwork implements AutoCloseable {

  private final NetworkConfig config;

  /** Weights drawn at random from the seed: the same seed gives the same bits. */
  public CavgaNetwork(NetworkConfig config, long seed) {
    this.config = config;
  }

  public NetworkConfig config() {
    return config;
  }

  /**
   * One training step: the discriminator's, then the generator side's.
   *
   * @param iteration counts from 0; with the seed it decides the noise, so that a resumed training
   *     draws what an uninterrupted one draws
   * @param learningRate of Adam for this step
   */
  public StepLosses step(
      PictureBatch batch, LossWeights weights, double learningRate, long iteration) {
    throw new UnsupportedOperationException();
  }

  /** The losses that {@link #step} would report with z = μ, changing nothing: for validation. */
  public StepLosses losses(PictureBatch batch) {
    throw new UnsupportedOperationException();
  }

  /** Attention and reconstruction of a batch of any count, with the running statistics. */
  public NetworkOutput infer(PictureBatch batch) {
    throw new UnsupportedOperationException();
  }

  /** All weights and running statistics, a copy, under PyTorch key names. */
  public List<NamedArray> weights() {
    throw new UnsupportedOperationException();
  }

  /**
   * @throws IllegalArgumentException naming the array that is missing, unknown or of another shape
   */
  public void setWeights(Collection<NamedArray> weights) {
    throw new UnsupportedOperationException();
  }

  /** What the optimizers remember, a copy: with {@link #weights} all that a checkpoint needs. */
  public List<NamedArray> optimizerState() {
    throw new UnsupportedOperationException();
  }

  /**
   * @throws IllegalArgumentException naming the array that is missing, unknown or of another shape
   */
  public void setOptimizerState(Collection<NamedArray> state) {
    throw new UnsupportedOperationException();
  }

  /** Gives the native memory back at once. */
  @Override
  public void close() {}
}
