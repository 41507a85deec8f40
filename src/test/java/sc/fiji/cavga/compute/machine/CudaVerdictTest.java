package sc.fiji.cavga.compute.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CudaVerdictTest {

  private static final GraphicsCard AMPERE = new GraphicsCard(8, 6, "RTX 3090", 535);
  private static final GraphicsCard HOPPER = new GraphicsCard(9, 0, "H100", 550);

  private static String reason(CudaVerdict verdict) {
    assertFalse(verdict.isUsable());
    return verdict.reason();
  }

  @Test
  void takesACardThatTheLibraryRunsOn() {
    CudaVerdict verdict = CudaVerdict.of(true, true, List.of(AMPERE));
    assertTrue(verdict.isUsable());
    assertEquals("RTX 3090", verdict.card().orElseThrow().name());
    assertEquals("its compute capability is 8.6", verdict.reason());
  }

  @Test
  void saysWhyTheCpuComputes() {
    assertEquals("the CPU was asked for", reason(CudaVerdict.of(false, true, List.of(AMPERE))));
    assertEquals(
        "this build has no library for GPUs", reason(CudaVerdict.of(true, false, List.of(AMPERE))));
    assertEquals("no NVIDIA driver answers (nvidia-smi)", reason(CudaVerdict.of(true, true, null)));
    assertEquals(
        "the NVIDIA driver lists no GPU with its capability",
        reason(CudaVerdict.of(true, true, List.of())));
  }

  @Test
  void refusesACardWithoutMachineCodeEvenBesideOneThatHasIt() {
    assertEquals(
        "the H100 has compute capability 9.0, and the CUDA library runs on 3.7 to 8.9",
        reason(CudaVerdict.of(true, true, List.of(AMPERE, HOPPER))));
  }

  @Test
  void refusesADriverThatIsTooOld() {
    GraphicsCard old = new GraphicsCard(7, 5, "T4", 418);
    assertEquals(
        "the NVIDIA driver 418 is too old for CUDA 11.6, which needs 450 or later",
        reason(CudaVerdict.of(true, true, List.of(old))));
  }

  @Test
  void probeFindsNoCudaInABuildForTheCpu() {
    CudaVerdict verdict = CudaProbe.look(new ClassLoader(null) {}, true);
    assertEquals("this build has no library for GPUs", reason(verdict));
  }
}
