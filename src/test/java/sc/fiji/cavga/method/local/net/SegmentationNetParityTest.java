package sc.fiji.cavga.method.local.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.parity.NumpyFixture;

/** The U-Net on z-scores: what it infers, its loss, the gradients, and a step of Adam. */
class SegmentationNetParityTest {

  private NumpyFixture fixture;
  private int plane;
  private SegmentationNet network;

  @BeforeEach
  void read() throws IOException {
    fixture = NumpyFixture.read(getClass(), "segmentation_net.json.gz");
    int size = fixture.integer("size");
    plane = size * size;
    network = new SegmentationNet(size, fixture.integer("channels"), 0);
    List<NamedArray> weights = new ArrayList<>();
    for (NumpyFixture each : fixture.list("weights"))
      weights.add(new NamedArray(each.text("name"), each.shape(), each.input()));
    network.setWeights(weights);
  }

  @AfterEach
  void close() {
    network.close();
  }

  private float[] infer() {
    return network.infer(
        fixture.input("z_scores", 0, fixture.integer("channels") * plane),
        fixture.input("field_of_view", 0, plane));
  }

  private double step() {
    return network.step(
        fixture.input("z_scores"),
        fixture.input("field_of_view"),
        fixture.input("synthetic"),
        fixture.number("rate"),
        fixture.integer("iteration"));
  }

  @Test
  void inferenceAgreesWithNumpy() {
    fixture.agrees("logits", infer());
  }

  @Test
  void lossAndGradientsAgreeWithNumpy() {
    fixture.agrees("loss", step());
    Map<String, float[]> state = byName(network.optimizerState());
    assertEquals(2 * fixture.list("trained").size(), state.size());
    for (NumpyFixture each : fixture.list("trained")) {
      // The moment began at zero, and its decay is one half.
      float[] gradient = state.get(each.text("name") + ".first_moment");
      for (int i = 0; i < gradient.length; i++) gradient[i] *= 2;
      each.agrees("gradient", gradient);
    }
  }

  @Test
  void aStepOfAdamAgreesWithNumpy() {
    network.setOptimizerState(moments());
    step();
    Map<String, float[]> state = byName(network.optimizerState());
    Map<String, float[]> weights = byName(network.weights());
    for (NumpyFixture each : fixture.list("trained")) {
      each.agrees("second_moment", state.get(each.text("name") + ".second_moment"));
      each.agrees("value", weights.get(each.text("name")));
    }
    for (NumpyFixture each : fixture.list("running"))
      each.agrees("value", weights.get(each.text("name")));
    fixture.agrees("logits_after", infer());
  }

  /** Of the gradient's size, so that the step does not hang on the sign of tiny gradients. */
  private List<NamedArray> moments() {
    Map<String, NumpyFixture> trained = new HashMap<>();
    for (NumpyFixture each : fixture.list("trained")) trained.put(each.text("name"), each);
    List<NamedArray> moments = new ArrayList<>();
    for (NamedArray weights : network.weights()) {
      NumpyFixture each = trained.get(weights.name());
      if (each == null) continue;
      moments.add(filled(weights, ".first_moment", each.number("first")));
      moments.add(filled(weights, ".second_moment", each.number("second")));
    }
    return moments;
  }

  private static NamedArray filled(NamedArray like, String ending, double value) {
    float[] values = new float[like.values().length];
    Arrays.fill(values, (float) value);
    return new NamedArray(like.name() + ending, like.shape(), values);
  }

  private static Map<String, float[]> byName(List<NamedArray> arrays) {
    Map<String, float[]> map = new HashMap<>();
    for (NamedArray array : arrays) map.put(array.name(), array.values());
    return map;
  }
}
