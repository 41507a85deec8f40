package sc.fiji.cavga.compute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;
import sc.fiji.cavga.compute.machine.NativePlatform;

class ComputeBackendTest {

  @Test
  void computes() {
    ComputeBackend.start();
    float[] product =
        Nd4j.createFromArray(new float[][] {{1, 2}, {3, 4}})
            .mmul(Nd4j.createFromArray(new float[][] {{5}, {6}}))
            .toFloatVector();
    assertArrayEquals(new float[] {17, 39}, product);
  }

  @Test
  void isTheSameInEachThread() {
    ComputeBackend here = ComputeBackend.start();
    assertSame(here, CompletableFuture.supplyAsync(ComputeBackend::start).join());
  }

  @Test
  void saysWhatItRunsOnAndWhy() {
    ComputeDevice device = ComputeBackend.start().device();
    assertEquals("CPU", device.backend());
    assertFalse(device.isGpu());
    assertFalse(device.name().isBlank());
    assertTrue(device.threads() >= 1);
    assertTrue(device.processors() >= 1);
    assertTrue(device.memoryLimit() > 0);
    assertFalse(device.isCollectionDisabled());
    assertTrue(
        device.verdict().startsWith("CAVGA computes on the CPU (" + device.name() + ", "),
        device.verdict());
    assertTrue(device.verdict().contains(", because "), device.verdict());
  }

  @Test
  void statesTheVersionsThatFitTogether() {
    ComputeDevice device = ComputeBackend.start().device();
    assertEquals(
        List.of("ND4J", "JavaCPP", "BLAS", "oneDNN", "Library"),
        List.copyOf(device.software().keySet()));
    assertEquals("1.0.0-M2.1", device.software().get("ND4J"));
    assertEquals(StartFailure.JAVACPP_VERSION, device.software().get("JavaCPP"));
  }

  @Test
  void holdsTheNativesOfOnePlatformInOneBuild() {
    List<String> found = NativePlatform.allLibrariesFoundBy(ComputeBackend.class.getClassLoader());
    assertEquals(1, found.size(), found.toString());
    NativePlatform here =
        NativePlatform.of(System.getProperty("os.name"), System.getProperty("os.arch"))
            .orElseThrow();
    assertTrue(found.get(0).startsWith(here.classifier()), found.toString());
  }

  @Test
  void usesTheThreadsThatItIsTold() {
    ComputeBackend backend = ComputeBackend.start();
    int before = backend.threads();
    try {
      backend.useThreads(1);
      assertEquals(1, backend.device().threads());
      assertEquals(1, Nd4j.getEnvironment().maxMasterThreads());
      assertTrue(backend.device().verdict().contains(", 1 thread)"), backend.device().verdict());
    } finally {
      backend.useThreads(before);
    }
    assertEquals(before, Nd4j.getEnvironment().maxMasterThreads());
    assertThrows(IllegalArgumentException.class, () -> backend.useThreads(0));
  }

  @Test
  void timesAConvolution() {
    ConvolutionTiming timing = ComputeBackend.start().timeConvolution();
    assertTrue(timing.milliseconds() > 0);
    // 0.54 billion operations, however long they took.
    assertEquals(0.537, timing.gigaflops() * timing.milliseconds() / 1000, 0.001);
  }
}
