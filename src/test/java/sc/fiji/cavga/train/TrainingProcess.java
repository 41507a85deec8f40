package sc.fiji.cavga.train;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import sc.fiji.cavga.method.cavga.training.CavgaSettings;
import sc.fiji.cavga.model.training.LossPoint;
import sc.fiji.cavga.model.training.TrainingFiles;
import sc.fiji.cavga.model.training.TrainingListener;
import sc.fiji.cavga.model.training.TrainingPlan;
import sc.fiji.cavga.model.training.TrainingPreview;
import sc.fiji.cavga.model.training.TrainingProgress;

/**
 * A training in a process of its own, with a checkpoint after each step: from a checkpoint where
 * there is one, else from the beginning. Its arguments are the model's file and the number of
 * CAVGA's epochs; with the number of an epoch behind them it fills the disk at the first checkpoint
 * from that epoch's end on.
 */
final class TrainingProcess {

  private TrainingProcess() {}

  static TrainingConfig config(int epochs) {
    return TinyTraining.config().with(CavgaSettings.EPOCHS, epochs);
  }

  public static void main(String[] arguments) throws Exception {
    Path target = Path.of(arguments[0]);
    Path checkpoint = new TrainingFiles(target).checkpoint();
    Trainer trainer = TinyTraining.eagerTrainer(config(Integer.parseInt(arguments[1])));
    trainer.listener(new Beginning());
    if (arguments.length > 2) trainer.listener(new Filling(Integer.parseInt(arguments[2])));
    try {
      if (Files.exists(checkpoint)) trainer.resume(TinyTraining.pictures(), checkpoint, target);
      else trainer.train(TinyTraining.pictures(), target);
    } catch (IOException e) {
      System.out.println("It said: " + e.getMessage());
      System.exit(3);
    }
  }

  private static final class Beginning implements TrainingListener {

    @Override
    public void begun(TrainingPlan plan) {
      System.out.println("begun");
    }
  }

  /** Another program's file, which takes what is left of the disk. */
  private static final class Filling implements TrainingListener {

    private final int epoch;
    private int begun;
    private int epochs;

    Filling(int epoch) {
      this.epoch = epoch;
    }

    @Override
    public void progressed(TrainingProgress progress) {
      begun = TinyTraining.epoch(progress);
    }

    @Override
    public void point(LossPoint point, TrainingPreview preview) {
      epochs = begun;
    }

    @Override
    public void checkpointWritten(Path file) {
      Path filling = file.resolveSibling("filling");
      if (epochs < epoch || Files.exists(filling)) return;
      try (OutputStream out = Files.newOutputStream(filling)) {
        for (byte[] block = new byte[1 << 10]; ; ) out.write(block);
      } catch (IOException full) {
        if (!String.valueOf(full.getMessage()).contains("space"))
          throw new UncheckedIOException(full);
      }
    }
  }
}
