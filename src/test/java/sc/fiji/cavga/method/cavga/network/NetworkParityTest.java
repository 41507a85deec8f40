package sc.fiji.cavga.method.cavga.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import sc.fiji.cavga.compute.ArrayPlace;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.method.cavga.layer.AttentionNormalization;
import sc.fiji.cavga.method.cavga.network.NetworkConfig.Variant;
import sc.fiji.cavga.nn.ChannelOrder;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Parameter;
import sc.fiji.cavga.nn.StateExchange;
import sc.fiji.cavga.nn.TestedPlaces;
import sc.fiji.cavga.preprocess.PictureBatch;

/**
 * Outputs, losses and gradients against PyTorch's, which {@code src/test/python/network_parity.py}
 * and {@code resnet_parity.py} wrote: there attention is Grad-CAM through autograd and its loss
 * takes a second derivative.
 */
class NetworkParityTest {

  private static final double TOLERANCE = 1e-4;

  @ParameterizedTest
  @ValueSource(
      strings = {"parity_u.json", "parity_w.json", "parity_r_u.json.gz", "parity_r_w.json.gz"})
  void agreesWithPyTorch(String fixture) throws IOException {
    JsonObject expected = read(fixture);
    NetworkConfig config =
        new NetworkConfig(
            expected.has("variant")
                ? Variant.valueOf(expected.get("variant").getAsString())
                : Variant.D,
            expected.get("size").getAsInt(),
            3,
            expected.get("width").getAsInt(),
            expected.get("levels").getAsInt(),
            expected.get("latent").getAsInt(),
            false,
            expected.get("weak").getAsBoolean(),
            AttentionNormalization.SIGMOID);
    for (ArrayPlace place : TestedPlaces.all()) agrees(expected, config, place);
  }

  private static void agrees(JsonObject expected, NetworkConfig config, ArrayPlace place) {
    try (CavgaNetwork network = new CavgaNetwork(config, 0, DataType.FLOAT, place)) {
      network.setWeights(weights(expected.getAsJsonObject("parameters")));
      PictureBatch batch = batch(expected, config.size());

      NetworkOutput output = network.infer(batch);
      near(expected, "test_attention", output.attention());
      near(expected, "test_reconstruction", output.reconstruction());

      CavgaNetwork.Sides sides = network.trainingSides(batch.count());
      backward(sides, batch, expected);
      near(expected, "training_attention", outside(sides.generator.attention));
      near(expected, "training_reconstruction", outside(sides.generator.reconstruction));
      for (Parameter parameter : network.generatorParameters().all())
        gradientNear(expected, parameter);
      for (Parameter parameter : network.discriminatorParameters().all())
        gradientNear(expected, parameter);
    }
  }

  private static void backward(CavgaNetwork.Sides sides, PictureBatch batch, JsonObject expected) {
    GeneratorSide side = sides.generator;
    JsonObject losses = expected.getAsJsonObject("losses");
    JsonObject weights = expected.getAsJsonObject("weights");
    NetworkInput.enter(batch, 0, side);
    ChannelOrder.enter(floats(expected.get("noise")), side.latent.gain.noise());
    side.weigh(
        new LossWeights(
            weights.get("reconstruction").getAsDouble(),
            weights.get("divergence").getAsDouble(),
            weights.get("adversarial").getAsDouble(),
            weights.get("attention").getAsDouble(),
            weights.get("classification").getAsDouble()));
    side.graph.forward();
    double real = sides.discriminator.judge(side.picture, true).value();
    sides.discriminator.learn();
    double fake = sides.discriminator.judge(side.reconstruction, false).value();
    sides.discriminator.learn();
    double fooled = sides.discriminator.judge(side.reconstruction, true).value();
    sides.discriminator.teach(side.reconstruction, weights.get("adversarial").getAsDouble());
    side.graph.backward();

    lossNear(losses, "reconstruction", side.reconstructionLoss.value());
    lossNear(losses, "divergence", side.divergenceLoss.value());
    lossNear(losses, "attention", side.attentionLoss.value());
    lossNear(losses, "discriminator", real + fake);
    lossNear(losses, "adversarial", fooled);
    if (side.classLoss != null) lossNear(losses, "classification", side.classLoss.value());
  }

  private static void lossNear(JsonObject losses, String name, double actual) {
    double expected = losses.get(name).getAsDouble();
    assertEquals(expected, actual, TOLERANCE * Math.max(1, Math.abs(expected)), name);
  }

  private static void near(JsonObject expected, String name, float[] actual) {
    assertArrayEquals(floats(expected.get(name)), actual, (float) TOLERANCE, name);
  }

  private static void gradientNear(JsonObject expected, Parameter parameter) {
    if (parameter.gradient() == null) return;
    float[] values = floats(expected.getAsJsonObject("gradients").get(parameter.name()));
    float largest = 1;
    for (float v : values) largest = Math.max(largest, Math.abs(v));
    float[] actual = new float[values.length];
    long[] shape = parameter.value().shape();
    double[] gradients = parameter.gradientDoubles();
    for (int i = 0; i < actual.length; i++)
      actual[StateExchange.outside(i, shape)] = (float) gradients[i];
    assertArrayEquals(values, actual, (float) TOLERANCE * largest, parameter.name());
  }

  private static float[] outside(Node node) {
    float[] values = new float[(int) node.value().length()];
    ChannelOrder.leave(node, values, 0, (int) node.size(0));
    return values;
  }

  private static PictureBatch batch(JsonObject expected, int size) {
    float[] labels = floats(expected.get("labels"));
    boolean[] anomalous = new boolean[labels.length];
    for (int b = 0; b < labels.length; b++) anomalous[b] = labels[b] > 0;
    return new PictureBatch(
        3,
        size,
        floats(expected.get("pictures")),
        floats(expected.get("field_of_view")),
        anomalous);
  }

  private static List<NamedArray> weights(JsonObject parameters) {
    List<NamedArray> arrays = new ArrayList<>();
    for (Map.Entry<String, JsonElement> entry : parameters.entrySet()) {
      JsonArray axes = entry.getValue().getAsJsonObject().getAsJsonArray("shape");
      long[] shape = new long[axes.size()];
      for (int d = 0; d < shape.length; d++) shape[d] = axes.get(d).getAsLong();
      arrays.add(
          new NamedArray(
              entry.getKey(), shape, floats(entry.getValue().getAsJsonObject().get("values"))));
    }
    return arrays;
  }

  private static float[] floats(JsonElement element) {
    JsonArray array = element.getAsJsonArray();
    float[] values = new float[array.size()];
    for (int i = 0; i < values.length; i++) values[i] = array.get(i).getAsFloat();
    return values;
  }

  private static JsonObject read(String fixture) throws IOException {
    InputStream stored = NetworkParityTest.class.getResourceAsStream(fixture);
    try (InputStream plain = fixture.endsWith(".gz") ? new GZIPInputStream(stored) : stored;
        Reader reader = new InputStreamReader(plain, StandardCharsets.UTF_8)) {
      return JsonParser.parseReader(reader).getAsJsonObject();
    }
  }
}
