package sc.fiji.cavga.twomemories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.faults.ChildJava;

/** Tests that run once more in a Java process whose arrays lie in two memories. */
class TwoMemoriesTest {

  private static final String ROOM = "sc.fiji.cavga.";

  /** Gradients of a network with every layer that U-Nets are made of. */
  private static final String DEEP_NET =
      "nn.unet.UNetGradientTest#theDeepOneWithTwoOutputsAndTheDiceLoss("
          + ROOM
          + "compute.ArrayPlace)";

  @TempDir private Path folder;

  private String run(int expected, String place, String... names) throws Exception {
    String[] classes = new String[names.length];
    for (int i = 0; i < names.length; i++) classes[i] = ROOM + names[i];
    ChildJava child =
        new ChildJava(
            folder.resolve("log.txt"),
            List.of("-Dcavga.arrays=" + place),
            TestsProcess.class,
            classes);
    int code = child.start().waitFor();
    assertEquals(expected, code, child.printed());
    return child.printed();
  }

  /** The second memory is right: what ND4J synchronizes is found, and nothing else. */
  @Test
  void plainCallsOfNd4jPass() throws Exception {
    run(0, "host", "twomemories.PlainArraysCases");
  }

  /** Java's kernels and native operations on the same arrays: right on the CPU alone. */
  @Test
  void theHostsWayFails() throws Exception {
    String printed = run(1, "host", DEEP_NET);
    assertTrue(printed.contains("NaN"), printed);
    assertTrue(printed.contains("passed 0,"), printed);
  }

  @Test
  void residentArraysPass() throws Exception {
    run(
        0,
        "resident",
        DEEP_NET,
        "method.local.net.SegmentationNetParityTest",
        "twomemories.ResidentMemoryCases");
  }

  /** Gradients, networks, trainings of each method, and trainings that are resumed. */
  @Test
  @Tag("slow")
  void wholeTrainingsPass() throws Exception {
    run(
        0,
        "resident",
        "nn.unet.UNetGradientTest",
        "method.cavga.network.GradientCheckTest",
        "method.cavga.network.NetworkParityTest",
        "method.cavga.network.CavgaNetworkTest",
        "method.cavga.network.EncoderWeightsTest",
        "method.cavga.training.CavgaTrainingTest",
        "method.cavga.training.StatisticsSettlingTest",
        "method.local.net.SegmentationNetTest",
        "method.local.net.SegmentationNetTrainingTest",
        "method.local.LocalModelTest",
        "method.local.JoinedMapParityTest",
        "method.disc.net.DiscNetTest",
        "method.disc.teaching.DiscTeachingTest",
        "method.disc.outline.DiscFinderTest",
        "method.disc.outline.DiscOutlinerTest",
        "method.disc.DiscMethodTest",
        "method.disc.DiscExaminationTest",
        "model.ShippedModelsTest",
        "train.TrainerTest",
        "train.ResumeTest");
  }
}
