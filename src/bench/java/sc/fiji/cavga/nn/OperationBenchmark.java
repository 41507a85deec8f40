package sc.fiji.cavga.nn;

import java.util.concurrent.TimeUnit;
import org.nd4j.linalg.api.buffer.DataType;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import sc.fiji.cavga.compute.ComputeBackend;
import sc.fiji.cavga.nn.convolution.Convolution;
import sc.fiji.cavga.nn.convolution.Geometry;
import sc.fiji.cavga.nn.convolution.Im2ColConvolution;
import sc.fiji.cavga.nn.layer.Layers;

/** The engine's operations one by one, in the shapes of 128 pixels, width 32 and batch 8. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class OperationBenchmark {

  private Graph graph;
  private Parameters parameters;
  private Operation convolution;
  private Operation transposed;
  private Operation thin;
  private Adam adam;

  /** Describes them once, before the first is timed. */
  @Setup
  public void describe() {
    ComputeBackend.start();
    graph = new Graph(DataType.FLOAT, true);
    parameters = new Parameters(DataType.FLOAT, 1, ComputeBackend.start().arrays());
    Node maps = graph.input(true, 8, 64, 64, 32);
    Node coarse = graph.input(true, 8, 32, 32, 64);
    Node picture = graph.input(false, 8, 128, 128, 3);
    Parameter weights = parameters.uniform("weights", 512, 4, 4, 32, 64);
    Parameter few = parameters.uniform("few", 48, 4, 4, 3, 32);
    convolution = Convolution.of(graph, maps, weights, Geometry.HALVING);
    transposed = Convolution.transposed(graph, coarse, weights, Geometry.HALVING);
    thin = new Im2ColConvolution(graph, picture, few, Geometry.HALVING);
    // The only one that the graph runs.
    Node normalized = new Layers(graph, parameters).batchNormalization("normalized", maps, 0.2);
    adam = new Adam(parameters, DataType.FLOAT);
    graph.forward();
    normalized.receiveGradient();
  }

  @TearDown
  public void close() {
    adam.close();
    parameters.close();
    graph.close();
  }

  @Benchmark
  public void convolutionForward() {
    convolution.forward();
  }

  @Benchmark
  public void convolutionBackward() {
    convolution.backward();
  }

  @Benchmark
  public void transposedForward() {
    transposed.forward();
  }

  @Benchmark
  public void transposedBackward() {
    transposed.backward();
  }

  @Benchmark
  public void thinForward() {
    thin.forward();
  }

  @Benchmark
  public void thinBackward() {
    thin.backward();
  }

  @Benchmark
  public void normalizationForward() {
    graph.forward();
  }

  @Benchmark
  public void normalizationBackward() {
    graph.backward();
  }

  @Benchmark
  public void adamStep() {
    for (Parameter parameter : adam.trained()) parameter.receiveGradient();
    adam.step(1e-6, 1);
  }
}
