package sc.fiji.cavga.method.cavga.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.feed.Batches;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.feed.TrainingPictures;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.method.cavga.network.CavgaNetwork;
import sc.fiji.cavga.model.training.ListenerList;
import sc.fiji.cavga.model.training.TrainingDivergedException;
import sc.fiji.cavga.model.training.TrainingListener;
import sc.fiji.cavga.train.TinyTraining;
import sc.fiji.cavga.train.TrainingConfig;

class CavgaTrainingTest {

  /** Counts what it is offered. */
  private static final class Offers implements CavgaTraining.Saving {
    int count;

    @Override
    public void offer(boolean epochEnded) {
      count++;
    }

    @Override
    public void copy(Path file) {
      throw new AssertionError("Nobody asked for a copy.");
    }
  }

  @Test
  void afterNumbersThatMeanNothingNoCheckpointIsOffered() throws Exception {
    TrainingConfig config = TinyTraining.config();
    TrainingControl control = new TrainingControl();
    TrainingPictures pictures =
        TrainingPictures.of(TinyTraining.pictures(), config, control, new ListenerList(List.of()));
    try (CavgaNetwork network = new CavgaNetwork(config.network(), 1);
        Batches batches = pictures.batches(config, 0)) {
      TrainingListener poison =
          new TrainingListener() {
            @Override
            public void epoch(EpochRecord record, ValidationPreview preview) {
              network.setWeights(broken(network.weights()));
            }
          };
      CavgaRun run = new CavgaRun();
      CavgaTraining loop = new CavgaTraining(config, control, poison, () -> 0, network, run, 3);
      Validation validation = new Validation(pictures.heldOut(), config, control);
      Offers offers = new Offers();
      String message =
          assertThrows(TrainingDivergedException.class, () -> loop.run(batches, validation, offers))
              .getMessage();
      assertTrue(message.contains("in epoch 2"), message);
      assertEquals(3, offers.count);
      assertEquals(1, run.curves.epochs().size());
      for (NamedArray array : run.best)
        for (float value : array.values()) assertTrue(Float.isFinite(value));
    }
  }

  private static List<NamedArray> broken(List<NamedArray> weights) {
    List<NamedArray> broken = new ArrayList<>();
    for (NamedArray array : weights) {
      float[] values = array.values().clone();
      if (array.name().startsWith("latent.mean")) Arrays.fill(values, Float.NaN);
      broken.add(new NamedArray(array.name(), array.shape(), values));
    }
    return broken;
  }
}
