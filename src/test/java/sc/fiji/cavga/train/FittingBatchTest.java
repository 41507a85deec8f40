package sc.fiji.cavga.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.compute.ComputeBackend;
import sc.fiji.cavga.compute.machine.ArrayMemory;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.method.local.net.SegmentationNet;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.MethodTraining;
import sc.fiji.cavga.model.TrainingResult;
import sc.fiji.cavga.model.training.TrainingListener;
import sc.fiji.cavga.model.training.TrainingState;
import sc.fiji.cavga.settings.Settings;

/** Machines on which the batch that was asked for does not fit into memory. */
class FittingBatchTest {

  private static final long TOO_MUCH = 1L << 50;

  private final List<Integer> tried = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  @BeforeAll
  static void start() {
    ComputeBackend.start();
  }

  private ArrayMemory memory = ArrayMemory.ofMachine();

  /** A machine with room for so many pictures. */
  private IntConsumer roomFor(int most) {
    return batch -> {
      tried.add(batch);
      memory.requireRoomFor(batch <= most ? 1 : TOO_MUCH, "A batch of " + batch);
    };
  }

  /**
   * @param resumed null for a training from the beginning
   */
  private MethodTraining training(int batch, TrainingState resumed) throws Exception {
    TrainingConfig config = TinyTraining.local().with(CommonSettings.BATCH, batch);
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void warned(String message) {
            warnings.add(message);
          }
        };
    return new MethodTraining(
        TinyTraining.prepared(config),
        config.settings(),
        new TrainingControl(),
        listener,
        () -> 0,
        new NothingSaved(),
        resumed,
        0,
        0);
  }

  @Test
  void whatFitsStays() throws Exception {
    MethodTraining training = training(7, null);
    Settings settings = training.settings();
    training.reserve(roomFor(7), 1);
    assertSame(settings, training.settings());
    assertEquals(List.of(7), tried);
    assertEquals(List.of(), warnings);
  }

  @Test
  void isHalvedUntilItFitsAndSaysSo() throws Exception {
    MethodTraining training = training(12, null);
    training.reserve(roomFor(3), 1);
    assertEquals(List.of(12, 6, 3), tried);
    assertEquals(
        TinyTraining.local().with(CommonSettings.BATCH, 3).settings(), training.settings());
    assertEquals(1, warnings.size());
    String warning = warnings.get(0);
    assertTrue(warning.startsWith("A batch of 12 needs about 1,073,741,824 MB of mem"), warning);
    assertTrue(warning.endsWith(" are free: training goes on in batches of 3 instead."), warning);
  }

  /** 3 pictures of 100 MB each fit into 9 tenths of 400 MB. */
  @Test
  void isHalvedOnACardToo() throws Exception {
    memory = ArrayMemory.ofCard(() -> 400L << 20);
    MethodTraining training = training(12, null);
    training.reserve(
        batch ->
            memory.reserve(batch * (100L << 20), "A batch of " + batch, () -> tried.add(batch)),
        1);
    assertEquals(List.of(3), tried);
    assertEquals(3, training.settings().get(CommonSettings.BATCH));
    assertEquals(
        List.of(
            "A batch of 12 needs about 1,200 MB of the graphics card's memory and 360 MB are free:"
                + " training goes on in batches of 3 instead."),
        warnings);
  }

  @Test
  void isHalvedWhereTheCardRunsOutAllTheSame() throws Exception {
    memory = ArrayMemory.ofCard(() -> 1L << 40);
    MethodTraining training = training(4, null);
    training.reserve(
        batch ->
            memory.reserve(
                1,
                "A batch of " + batch,
                () -> {
                  tried.add(batch);
                  if (batch > 2) throw new IllegalStateException("Allocation failed: [full]");
                }),
        1);
    assertEquals(List.of(4, 2), tried);
    assertEquals(2, training.settings().get(CommonSettings.BATCH));
  }

  @Test
  void otherFaultsAreNotTakenForALackOfMemory() {
    IllegalStateException fault = new IllegalStateException();
    assertSame(
        fault,
        assertThrows(
            IllegalStateException.class,
            () ->
                memory.reserve(
                    1,
                    "A batch",
                    () -> {
                      throw fault;
                    })));
  }

  @Test
  void numbersAreSaidWhenNothingFits() throws Exception {
    MethodTraining training = training(4, null);
    IOException failure = assertThrows(IOException.class, () -> training.reserve(roomFor(0), 1));
    assertEquals(List.of(4, 2, 1), tried);
    assertTrue(failure.getMessage().startsWith("A batch of 1 needs about 1,073,741,824 MB"));
    assertEquals(List.of(), warnings);
  }

  /** Each batch of weak supervision holds both kinds. */
  @Test
  void aMethodsSmallestBatchIsKept() throws Exception {
    MethodTraining training = training(3, null);
    assertThrows(IOException.class, () -> training.reserve(roomFor(1), 2));
    assertEquals(List.of(3, 2), tried);
  }

  /** With another batch it would not be the same training any more. */
  @Test
  void aResumedTrainingKeepsItsBatch() throws Exception {
    MethodTraining training = training(4, new TrainingState(Map.of(), new JsonObject()));
    IOException failure = assertThrows(IOException.class, () -> training.reserve(roomFor(2), 1));
    assertTrue(failure.getMessage().startsWith("A batch of 4 needs"), failure.getMessage());
    assertEquals(List.of(4), tried);
    assertEquals(4, training.settings().get(CommonSettings.BATCH));
  }

  @Test
  void theUNetSaysWhatItNeeds() throws Exception {
    MethodTraining training = training(8, null);
    try (SegmentationNet net = new SegmentationNet(128, 3, 0)) {
      training.reserve(batch -> net.reserve(batch > 2 ? batch << 20 : batch), 1);
    }
    assertEquals(2, training.settings().get(CommonSettings.BATCH));
    String warning = warnings.get(0);
    assertTrue(warning.contains("in 128 x 128 pixels, 8388608 at once needs about"), warning);
  }

  private static final class NothingSaved implements MethodTraining.Saving {
    @Override
    public boolean due(boolean atGoodPlace) {
      return false;
    }

    @Override
    public void checkpoint(TrainingState state, Settings settings, double seconds) {}

    @Override
    public void copy(Path file, TrainingResult now, Settings settings) {}
  }
}
