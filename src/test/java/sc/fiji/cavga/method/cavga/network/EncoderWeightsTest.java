package sc.fiji.cavga.method.cavga.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.io.Safetensors;
import sc.fiji.cavga.method.cavga.EncoderWeightFile;
import sc.fiji.cavga.method.cavga.layer.AttentionNormalization;
import sc.fiji.cavga.method.cavga.network.NetworkConfig.Variant;
import sc.fiji.cavga.nn.ChannelOrder;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.layer.Layers;
import sc.fiji.cavga.preprocess.PictureBatch;

/** A ResNet-18 that PyTorch made and saved, by {@code src/test/python/resnet_parity.py}. */
class EncoderWeightsTest {

  private static final int SIZE = 64;
  private static final int WIDTH = 3;

  private static NetworkConfig config(int width, int channels) {
    return new NetworkConfig(
        Variant.R, SIZE, channels, width, 5, 2, false, false, AttentionNormalization.SIGMOID);
  }

  private static Path file() throws URISyntaxException {
    return Paths.get(EncoderWeightsTest.class.getResource("resnet18.safetensors").toURI());
  }

  @Test
  void theEncoderComputesWhatPyTorchComputes() throws Exception {
    JsonObject expected = read();
    try (CavgaNetwork network = new CavgaNetwork(config(WIDTH, 3), 1)) {
      network.beginWith(EncoderWeightFile.read(file(), network.config()).arrays());
      Graph graph = new Graph(DataType.FLOAT, false);
      Node picture = graph.input(false, 1, SIZE, SIZE, 3);
      Node features =
          ResNet18.encoder(new Layers(graph, network.generatorParameters()), picture, WIDTH);
      ChannelOrder.enter(floats(expected.getAsJsonArray("picture")), picture);
      graph.infer();
      float[] found = new float[(int) features.value().length()];
      ChannelOrder.leave(features, found, 0, 1);
      assertArrayEquals(floats(expected.getAsJsonArray("features")), found, 1e-4f);
      graph.close();
    }
  }

  @Test
  void saysWhatWasUsedAndWhatWasNot() throws Exception {
    EncoderWeights weights = EncoderWeightFile.read(file(), config(WIDTH, 3));
    assertEquals(100, weights.arrays().size());
    assertEquals(22, weights.unused().size());
    assertTrue(weights.unused().contains("fc.weight"));
    assertTrue(weights.unused().contains("bn1.num_batches_tracked"));
    assertEquals(
        "The encoder begins with 100 arrays of these weights; not used: bn1.num_batches_tracked,"
            + " fc.bias, fc.weight, layer1.0.bn1.num_batches_tracked and 18 more.",
        weights.report());
  }

  @Test
  void theOtherWeightsStayAsTheyAre() throws Exception {
    try (CavgaNetwork network = new CavgaNetwork(config(WIDTH, 3), 1)) {
      List<NamedArray> before = network.weights();
      network.beginWith(EncoderWeightFile.read(file(), network.config()).arrays());
      List<NamedArray> after = network.weights();
      for (int i = 0; i < before.size(); i++)
        if (!before.get(i).name().startsWith("encoder."))
          assertArrayEquals(before.get(i).values(), after.get(i).values(), before.get(i).name());
      PictureBatch batch = TinyNetworks.pictures(3, SIZE, 1);
      network.step(batch, LossWeights.PAPER, 1e-3, 0);
      assertTrue(network.weights().get(0).values()[0] != after.get(0).values()[0], "is fine-tuned");
    }
  }

  @Test
  void namesMayHaveAPrefix() throws Exception {
    List<NamedArray> prefixed = new ArrayList<>();
    for (NamedArray array : Safetensors.read(file()))
      prefixed.add(new NamedArray("module." + array.name(), array.shape(), array.values()));
    EncoderWeights weights = EncoderWeights.of(config(WIDTH, 3), prefixed);
    assertEquals(100, weights.arrays().size());
    assertEquals("encoder.conv1.weight", weights.arrays().get(0).name());
    assertTrue(weights.unused().contains("module.fc.bias"));
  }

  @Test
  void whatDoesNotFitIsNamed() throws Exception {
    assertRefused("of width 4 and 3 channels: conv1.weight is [3, 3, 7, 7] where [4, 3, 7, 7]", 4);
    List<NamedArray> some = new ArrayList<>(Safetensors.read(file()));
    some.removeIf(array -> array.name().startsWith("layer4.1.bn2.running_mean"));
    IllegalArgumentException problem =
        assertThrows(
            IllegalArgumentException.class, () -> EncoderWeights.of(config(WIDTH, 3), some));
    assertTrue(
        problem.getMessage().endsWith("names: layer4.1.bn2.running_mean is missing."),
        problem.getMessage());
    problem =
        assertThrows(
            IllegalArgumentException.class, () -> EncoderWeights.of(config(WIDTH, 3), List.of()));
    assertTrue(problem.getMessage().endsWith("and 96 more are missing."), problem.getMessage());
  }

  @Test
  void greyPicturesAndOtherVariantsAreRefused() {
    IllegalArgumentException problem =
        assertThrows(
            IllegalArgumentException.class, () -> EncoderWeightFile.read(file(), config(WIDTH, 1)));
    assertTrue(problem.getMessage().contains("[3, 3, 7, 7] where [3, 1, 7, 7]"));
    problem =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                EncoderWeightFile.read(
                    file(), TinyNetworks.config(false, AttentionNormalization.SIGMOID)));
    assertTrue(problem.getMessage().contains("choose variant r"), problem.getMessage());
  }

  private static void assertRefused(String expected, int width) {
    IllegalArgumentException problem =
        assertThrows(
            IllegalArgumentException.class, () -> EncoderWeightFile.read(file(), config(width, 3)));
    assertTrue(problem.getMessage().contains(expected), problem.getMessage());
  }

  private static JsonObject read() throws IOException {
    try (Reader reader =
        new InputStreamReader(
            EncoderWeightsTest.class.getResourceAsStream("resnet18.json"),
            StandardCharsets.UTF_8)) {
      return JsonParser.parseReader(reader).getAsJsonObject();
    }
  }

  private static float[] floats(JsonArray array) {
    float[] values = new float[array.size()];
    for (int i = 0; i < values.length; i++) values[i] = array.get(i).getAsFloat();
    return values;
  }
}
