package sc.fiji.cavga.onnx.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.onnx.OnnxGraph;
import sc.fiji.cavga.onnx.OnnxValue;

class OnnxRuntimeTest {

  private static final ClassLoader HERE = OnnxRuntimeTest.class.getClassLoader();

  private static byte[] doubling() {
    OnnxGraph graph = new OnnxGraph("test");
    OnnxValue value = OnnxValue.input(graph, "in", "Anything", OnnxGraph.BATCH, 2);
    value.times(2).output("twice", "Twice of it", OnnxGraph.BATCH, 2);
    value.above(0).truthOutput("positive", "Whether it is positive", OnnxGraph.BATCH, 2);
    return graph.bytes("test", "1", "Doubles.", Map.of("key", "value"));
  }

  @Test
  void numbersAndTruthsComeBackInOrder() throws IOException {
    try (OnnxRuntime runtime = OnnxRuntime.open(HERE, doubling(), 1)) {
      Map<String, Object> said =
          runtime.run(Map.of("in", new OnnxRuntime.Floats(new float[] {1, -2, 0, 5}, 2, 2)));
      assertEquals("[twice, positive]", said.keySet().toString());
      assertArrayEquals(new float[] {2, -4, 0, 10}, (float[]) said.get("twice"));
      assertArrayEquals(new boolean[] {true, false, false, true}, (boolean[]) said.get("positive"));
      assertTrue(runtime.name().matches("ONNX Runtime [0-9.]+"), runtime.name());
    }
  }

  @Test
  void whereItIsMissingItIsSaidWhatToGet() {
    ClassLoader without = ClassLoader.getPlatformClassLoader();
    assertFalse(OnnxRuntime.present(without));
    assertTrue(OnnxRuntime.present(HERE));
    assertEquals(
        OnnxRuntime.MISSING,
        assertThrows(IOException.class, () -> OnnxRuntime.open(without, doubling(), 1))
            .getMessage());
  }

  @Test
  void whatItRefusesIsOneSentence() throws IOException {
    byte[] nothing = "no model".getBytes(StandardCharsets.UTF_8);
    isOneSentence(assertThrows(IOException.class, () -> OnnxRuntime.open(HERE, nothing, 1)));
    try (OnnxRuntime runtime = OnnxRuntime.open(HERE, doubling(), 1)) {
      Map<String, OnnxRuntime.Floats> wrong =
          Map.of("in", new OnnxRuntime.Floats(new float[3], 1, 3));
      isOneSentence(assertThrows(IOException.class, () -> runtime.run(wrong)));
    }
  }

  private static void isOneSentence(IOException thrown) {
    String message = thrown.getMessage();
    assertTrue(message.startsWith("ONNX Runtime cannot be used ("), message);
    assertTrue(message.endsWith("): try its version 1.23.2."), message);
    assertFalse(message.contains("\n"), message);
  }
}
