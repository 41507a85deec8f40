package sc.fiji.cavga.method.cavga.network;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import sc.fiji.cavga.compute.ArrayPlace;
import sc.fiji.cavga.compute.ComputeBackend;
import sc.fiji.cavga.method.cavga.loss.ClassCrossEntropy;
import sc.fiji.cavga.method.cavga.loss.LatentDivergence;
import sc.fiji.cavga.nn.ChannelOrder;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Parameters;
import sc.fiji.cavga.preprocess.PictureBatch;

/**
 * The network at test time. A single picture's operations are each split over the threads; of
 * several pictures each thread computes its own, which saves waiting for each other at every
 * operation.
 */
final class Inference implements AutoCloseable {

  private static final int MOST_AT_ONCE = 8;

  private final NetworkConfig config;
  private final DataType type;
  private final Parameters parameters;

  /** One for each thread, all for the same number of pictures. */
  private final List<GeneratorSide> lanes = new ArrayList<>();

  /** Allocates nothing before the first pictures come. */
  Inference(NetworkConfig config, DataType type, Parameters parameters) {
    this.config = config;
    this.type = type;
    this.parameters = parameters;
  }

  /** Attention and reconstruction of a batch of any count, with the running statistics. */
  NetworkOutput run(PictureBatch batch) {
    ComputeBackend.start();
    int most = Math.min(batch.count(), MOST_AT_ONCE);
    int wanted = lanes(most);
    prepare(wanted, (most + wanted - 1) / wanted);
    Collected collected = new Collected(batch.count());
    int atOnce = lanes.get(0).labels.length;
    ComputeBackend.sideBySide(
        wanted,
        lane -> {
          for (int first = lane * atOnce; first < batch.count(); first += wanted * atOnce)
            collected.infer(lanes.get(lane), batch, first);
        });
    return collected.output();
  }

  /** ND4J's own operations are each split over the threads, or over a card's. */
  private int lanes(int pictures) {
    return parameters.place() == ArrayPlace.RESIDENT ? 1 : ComputeBackend.lanes(pictures);
  }

  private void prepare(int count, int pictures) {
    if (lanes.size() == count && lanes.get(0).labels.length == pictures) return;
    close();
    for (int lane = 0; lane < count; lane++)
      lanes.add(new GeneratorSide(config, pictures, graph(), parameters));
  }

  private Graph graph() {
    return new Graph(type, false, parameters.place());
  }

  @Override
  public void close() {
    lanes.forEach(GeneratorSide::close);
    lanes.clear();
  }

  /** What the lanes have computed; each writes the places of its own pictures. */
  private final class Collected {

    private final float[] attention;
    private final float[] reconstruction;
    private final float[] divergence;
    private final float[] anomalous;

    Collected(int count) {
      int plane = config.size() * config.size();
      attention = new float[count * config.latentSize() * config.latentSize()];
      reconstruction = new float[count * config.channels() * plane];
      divergence = new float[count];
      anomalous = config.weaklySupervised() ? new float[count] : null;
    }

    void infer(GeneratorSide side, PictureBatch batch, int first) {
      int count = Math.min(side.labels.length, batch.count() - first);
      NetworkInput.shown(batch, first, side);
      side.graph.infer();
      ChannelOrder.leave(side.attention, attention, first, count);
      ChannelOrder.leave(side.reconstruction, reconstruction, first, count);
      double[] each = LatentDivergence.perPicture(side.latent.mean, side.latent.logVariance);
      for (int b = 0; b < count; b++) divergence[first + b] = (float) each[b];
      if (anomalous == null) return;
      double[] logits = side.classLogits.doubles();
      for (int b = 0; b < count; b++)
        anomalous[first + b] =
            (float) ClassCrossEntropy.anomalousProbability(logits[2 * b], logits[2 * b + 1]);
    }

    NetworkOutput output() {
      return new NetworkOutput(
          config.latentSize(), attention, reconstruction, divergence, anomalous);
    }
  }
}
