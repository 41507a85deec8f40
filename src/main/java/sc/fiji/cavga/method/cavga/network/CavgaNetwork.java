package sc.fiji.cavga.method.cavga.network;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.nd4j.linalg.api.buffer.DataType;
import sc.fiji.cavga.compute.ArrayPlace;
import sc.fiji.cavga.compute.ComputeBackend;
import sc.fiji.cavga.compute.machine.InsufficientMemoryException;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.method.cavga.loss.AttentionStatistics;
import sc.fiji.cavga.nn.Adam;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.OperationProfile;
import sc.fiji.cavga.nn.Parameters;
import sc.fiji.cavga.nn.Readings;
import sc.fiji.cavga.nn.StateExchange;
import sc.fiji.cavga.preprocess.PictureBatch;

/**
 * The whole of CAVGA: encoder, latent, decoder, discriminator, attention and, weakly supervised,
 * the classifier. Not safe for use by several threads at once.
 *
 * <p>Starts what computes, and gives each thread that calls it its number of threads.
 */
public final class CavgaNetwork implements AutoCloseable {

  private final NetworkConfig config;
  private final DataType type;
  private final long seed;
  private final Parameters generator;
  private final Parameters discriminator;
  private Adam generatorAdam;
  private Adam discriminatorAdam;
  private Sides training;
  private Sides testing;
  private final Inference inference;
  private OperationProfile profile;
  private Runnable between = () -> {};

  /** Weights drawn at random from the seed: the same seed gives the same bits. */
  public CavgaNetwork(NetworkConfig config, long seed) {
    this(config, seed, DataType.FLOAT, ComputeBackend.start().arrays());
  }

  /**
   * @param type DOUBLE for gradient checks
   * @param place where the arrays lie; another place gives other last bits
   */
  CavgaNetwork(NetworkConfig config, long seed, DataType type, ArrayPlace place) {
    this.config = config;
    this.type = type;
    this.seed = seed;
    generator = new Parameters(type, seed, place);
    discriminator = new Parameters(type, seed, place);
    testing = new Sides(1, false);
    inference = new Inference(config, type, generator);
  }

  public NetworkConfig config() {
    return config;
  }

  /**
   * One training step: the discriminator's, then the generator side's against the discriminator as
   * it is now (section 3.1 of the paper: a min-max game, played in turn).
   *
   * @param batch pictures of the configured size; the number of pictures should stay the same from
   *     step to step, since another number has to allocate anew
   * @param iteration counts from 0; with the seed it decides the noise, so that a resumed training
   *     draws what an uninterrupted one draws
   * @param learningRate of Adam for this step
   */
  public StepLosses step(
      PictureBatch batch, LossWeights weights, double learningRate, long iteration) {
    Sides sides = trainingSides(batch.count());
    GeneratorSide ours = sides.generator;
    DiscriminatorSide theirs = sides.discriminator;
    timed("NetworkInput", () -> NetworkInput.enter(batch, 0, ours));
    timed("Noise", () -> ours.latent.gain.draw(seed, iteration));
    ours.weigh(weights);
    ours.graph.forward();

    Readings readings = sides.readings;
    readings.begin();
    DoubleSupplier real = theirs.judge(ours.picture, true).note(readings);
    theirs.learn();
    DoubleSupplier fake = theirs.judge(ours.reconstruction, false).note(readings);
    theirs.learn();
    timed("Adam", () -> discriminatorAdam.step(learningRate, iteration + 1));

    DoubleSupplier fooled = theirs.judge(ours.reconstruction, true).note(readings);
    theirs.teach(ours.reconstruction, weights.adversarial);
    ours.graph.backward();
    timed("Adam", () -> generatorAdam.step(learningRate, iteration + 1));
    return losses(sides, real, fake, fooled);
  }

  /**
   * Allocates what {@link #step} and {@link #losses} need for batches of so many pictures, so that
   * they allocate nothing of their own.
   *
   * @throws InsufficientMemoryException with numbers, when there is not so much memory
   */
  public void reserve(int count) {
    String what =
        String.format(
            Locale.ROOT, "Training on %1$d x %1$d pixels in batches of %2$d", config.size(), count);
    // The optimizers remember two numbers for each weight and its gradient.
    long optimizers = generatorAdam == null ? generator.bytes() + discriminator.bytes() : 0;
    long bytes = new MemoryEstimate(config, generator.place()).bytes(count) + optimizers;
    ComputeBackend.start()
        .memory()
        .reserve(
            bytes,
            what,
            () -> {
              trainingSides(count);
              testingSides(count);
            });
  }

  /**
   * @param work called before each operation from now on; what it throws ends the step there, and
   *     with it what this network is good for
   */
  public void betweenOperations(Runnable work) {
    between = work;
    if (training != null) training.prepare();
  }

  /** Adds the time of every operation of the steps from now on to a profile. */
  public void measure(OperationProfile into) {
    profile = into;
    if (training != null) training.prepare();
  }

  private void timed(String name, Runnable work) {
    if (profile == null) work.run();
    else profile.time(name, work);
  }

  /** The losses that {@link #step} would report with z = μ, changing nothing: for validation. */
  public StepLosses losses(PictureBatch batch) {
    return observe(testingSides(batch.count()), batch);
  }

  /**
   * The losses as a step sees them, with z = μ and the batch's own statistics. The running
   * statistics move towards the batch's, and nothing else changes: this brings them in line with
   * weights that no longer move.
   */
  public StepLosses settle(PictureBatch batch) {
    Sides sides = trainingSides(batch.count());
    sides.generator.latent.gain.silence();
    return observe(sides, batch);
  }

  private static StepLosses observe(Sides sides, PictureBatch batch) {
    NetworkInput.enter(batch, 0, sides.generator);
    sides.generator.graph.forward();
    Readings readings = sides.readings;
    readings.begin();
    DoubleSupplier real = sides.discriminator.judge(sides.generator.picture, true).note(readings);
    Node made = sides.generator.reconstruction;
    DoubleSupplier fake = sides.discriminator.judge(made, false).note(readings);
    DoubleSupplier fooled = sides.discriminator.judge(made, true).note(readings);
    return losses(sides, real, fake, fooled);
  }

  /** Attention and reconstruction of a batch of any count, with the running statistics. */
  public NetworkOutput infer(PictureBatch batch) {
    return inference.run(batch);
  }

  /** All weights and running statistics, a copy, under PyTorch key names. */
  public List<NamedArray> weights() {
    return weightExchange().read();
  }

  /**
   * @throws IllegalArgumentException naming the array that is missing, unknown or of another shape
   */
  public void setWeights(Collection<NamedArray> weights) {
    weightExchange().write(weights);
  }

  /** Replaces some weights, such as the encoder's, and leaves all others as they are. */
  public void beginWith(Collection<NamedArray> some) {
    Map<String, NamedArray> all = new LinkedHashMap<>();
    for (NamedArray array : weights()) all.put(array.name(), array);
    for (NamedArray array : some) all.put(array.name(), array);
    setWeights(all.values());
  }

  /** What the optimizers remember, a copy: with {@link #weights} all that a checkpoint needs. */
  public List<NamedArray> optimizerState() {
    return optimizerExchange().read();
  }

  /**
   * @throws IllegalArgumentException naming the array that is missing, unknown or of another shape
   */
  public void setOptimizerState(Collection<NamedArray> state) {
    optimizerExchange().write(state);
  }

  /** Gives the native memory back at once. */
  @Override
  public void close() {
    if (training != null) training.close();
    testing.close();
    inference.close();
    generator.close();
    discriminator.close();
    if (generatorAdam != null) generatorAdam.close();
    if (discriminatorAdam != null) discriminatorAdam.close();
  }

  Parameters generatorParameters() {
    return generator;
  }

  Parameters discriminatorParameters() {
    return discriminator;
  }

  Sides trainingSides(int count) {
    ComputeBackend.start();
    if (training == null || training.generator.labels.length != count) {
      if (training != null) training.close();
      training = new Sides(count, true);
      training.prepare();
    }
    prepareOptimizers();
    return training;
  }

  Sides testingSides(int count) {
    ComputeBackend.start();
    if (testing.generator.labels.length != count) {
      testing.close();
      testing = new Sides(count, false);
    }
    return testing;
  }

  private void prepareOptimizers() {
    if (generatorAdam != null) return;
    generatorAdam = new Adam(generator, type);
    discriminatorAdam = new Adam(discriminator, type);
  }

  private StateExchange weightExchange() {
    return new StateExchange().add(generator).add(discriminator);
  }

  private StateExchange optimizerExchange() {
    prepareOptimizers();
    return new StateExchange().add(generatorAdam).add(discriminatorAdam);
  }

  private static StepLosses losses(
      Sides sides, DoubleSupplier real, DoubleSupplier fake, DoubleSupplier fooled) {
    GeneratorSide ours = sides.generator;
    Readings readings = sides.readings;
    DoubleSupplier reconstruction = ours.reconstructionLoss.note(readings);
    DoubleSupplier divergence = ours.divergenceLoss.note(readings);
    DoubleSupplier attentionLoss = ours.attentionLoss.note(readings);
    DoubleSupplier classification =
        ours.classLoss == null ? () -> 0 : ours.classLoss.note(readings);
    Supplier<double[]> map = readings.note(ours.attention);
    Supplier<double[]> inside = readings.note(ours.coarseFieldOfView);
    AttentionStatistics attention = new AttentionStatistics(map.get(), inside.get());
    return new StepLosses(
        reconstruction.getAsDouble(),
        divergence.getAsDouble(),
        real.getAsDouble() + fake.getAsDouble(),
        fooled.getAsDouble(),
        attentionLoss.getAsDouble(),
        classification.getAsDouble(),
        attention.mean,
        attention.spread,
        attention.saturated);
  }

  /** Both players' computations for one number of pictures. */
  final class Sides implements AutoCloseable {
    final GeneratorSide generator;
    final DiscriminatorSide discriminator;
    final Readings readings;

    Sides(int count, boolean training) {
      generator = new GeneratorSide(config, count, graph(training), CavgaNetwork.this.generator);
      discriminator =
          new DiscriminatorSide(config, count, graph(training), CavgaNetwork.this.discriminator);
      readings = new Readings(generator.graph.deviceArrays());
    }

    private Graph graph(boolean training) {
      return new Graph(type, training, CavgaNetwork.this.generator.place());
    }

    void prepare() {
      for (Graph graph : List.of(generator.graph, discriminator.graph)) {
        graph.measure(profile);
        graph.between(between);
      }
    }

    @Override
    public void close() {
      generator.close();
      discriminator.close();
    }
  }
}
