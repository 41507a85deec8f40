package sc.fiji.cavga.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A training in a process of its own, with a checkpoint after each step: from a checkpoint where
 * there is one, else from the beginning.
 */
final class TrainingProcess {

  private TrainingProcess() {}

  static TrainingConfig config() {
    return TinyTraining.config().epochs(40).build();
  }

  public static void main(String[] arguments) throws Exception {
    Path target = Path.of(arguments[0]);
    Path checkpoint = new TrainingFiles(target).checkpoint();
    Trainer trainer = TinyTraining.eagerTrainer(config());
    try {
      if (Files.exists(checkpoint)) trainer.resume(TinyTraining.pictures(), checkpoint, target);
      else trainer.train(TinyTraining.pictures(), target);
    } catch (IOException e) {
      System.out.println("It said: " + e.getMessage());
      System.exit(3);
    }
  }
}
