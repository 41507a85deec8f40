package sc.fiji.cavga.method.cavga.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.model.MethodTraining;
import sc.fiji.cavga.model.TrainingResult;
import sc.fiji.cavga.model.training.ListenerList;
import sc.fiji.cavga.model.training.TrainingDivergedException;
import sc.fiji.cavga.model.training.TrainingState;
import sc.fiji.cavga.settings.Settings;
import sc.fiji.cavga.train.TinyTraining;
import sc.fiji.cavga.train.TrainingConfig;

class CavgaTrainingTest {

  /** Keeps what would be written. */
  private static final class Checkpoints implements MethodTraining.Saving {
    final List<TrainingState> states = new ArrayList<>();
    final boolean eager;
    int asked;

    Checkpoints(boolean eager) {
      this.eager = eager;
    }

    @Override
    public boolean due(boolean atGoodPlace) {
      asked++;
      return eager || atGoodPlace;
    }

    @Override
    public void checkpoint(TrainingState state, Settings settings, double seconds) {
      states.add(state);
    }

    @Override
    public void copy(Path file, TrainingResult now, Settings settings) {
      throw new AssertionError("Nobody asked for a copy.");
    }
  }

  /**
   * The attention's loss, which counts from the second epoch on, has so large a weight that its
   * first step, the fifth of all, makes the network's weights infinite. An eager checkpoint finds
   * that at once, and the next step's losses else.
   */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void afterNumbersThatMeanNothingNoCheckpointIsWritten(boolean eager) throws Exception {
    TrainingConfig config = TinyTraining.cavga().with(CavgaSettings.ATTENTION_WEIGHT, 1e300);
    Checkpoints checkpoints = new Checkpoints(eager);
    MethodTraining training =
        new MethodTraining(
            TinyTraining.prepared(config),
            config.settings(),
            new TrainingControl(),
            new ListenerList(List.of()),
            () -> 0,
            checkpoints,
            null,
            0,
            0);
    String message =
        assertThrows(TrainingDivergedException.class, () -> new CavgaTraining(training, null).run())
            .getMessage();
    assertTrue(message.contains("in epoch 2"), message);
    assertEquals(5, checkpoints.asked);
    assertEquals(eager ? 4 : 1, checkpoints.states.size());
    TrainingState last = checkpoints.states.get(checkpoints.states.size() - 1);
    assertEquals(1, last.values().getAsJsonArray("curves").size());
    for (List<NamedArray> group : last.arrays().values())
      for (NamedArray array : group)
        for (float value : array.values()) assertTrue(Float.isFinite(value), array.name());
  }
}
