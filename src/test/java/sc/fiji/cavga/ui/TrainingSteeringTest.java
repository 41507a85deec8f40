package sc.fiji.cavga.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.TrainingFolders;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.method.cavga.training.CavgaSettings;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.training.TrainingListener;
import sc.fiji.cavga.model.training.TrainingProgress;
import sc.fiji.cavga.read.PictureReader;
import sc.fiji.cavga.train.Trainer;
import sc.fiji.cavga.train.TrainingCancelledException;
import sc.fiji.cavga.train.TrainingConfig;
import sc.fiji.cavga.ui.TrainingSteering.Action;

/** The window's buttons, pressed without a window while a real training runs. */
class TrainingSteeringTest implements TrainingSteering.View {

  @TempDir Path folder;

  private final TrainingControl control = new TrainingControl();
  private final String[] lines = {"", "", ""};
  private Set<Action> allowed = EnumSet.allOf(Action.class);
  private Optional<Path> copy = Optional.empty();
  private Optional<Path> written = Optional.empty();
  private final TrainingSteering steering = new TrainingSteering(control, this, () -> copy);

  @Override
  public void say(int line, String text) {
    lines[line] = text;
  }

  @Override
  public void allow(Set<Action> actions) {
    allowed = EnumSet.copyOf(actions);
  }

  /** Presses a button after the second step of the second epoch. */
  private TrainedModel train(Action pressed, int epochs)
      throws IOException, TrainingCancelledException {
    Path pictures = Files.createDirectories(folder.resolve("eyes"));
    try (Stream<Path> files = Files.list(Paths.get("sample-fundus/train/normal"))) {
      for (Path file : files.sorted().limit(6).collect(Collectors.toList()))
        Files.copy(file, pictures.resolve(file.getFileName()));
    }
    TrainingConfig config =
        TrainingConfig.of("cavga")
            .with(CommonSettings.SIZE, 16)
            .with(CavgaSettings.WIDTH, 4)
            .with(CavgaSettings.LATENT_CHANNELS, 4)
            .with(CommonSettings.BATCH, 4)
            .with(CavgaSettings.FEWEST_STEPS, 4)
            .with(CavgaSettings.WARM_UP, 1)
            .with(CavgaSettings.EPOCHS, epochs);
    TrainingListener presses =
        new TrainingListener() {
          @Override
          public void progressed(TrainingProgress progress) {
            if (progress.step() == 4 + 2) steering.press(pressed);
          }

          @Override
          public void copyWritten(Path file) {
            written = Optional.of(file);
          }
        };
    Dataset dataset = TrainingFolders.open(pictures, null, PictureReader.standard());
    return new Trainer(config)
        .control(control)
        .listener(presses)
        .train(dataset, folder.resolve("healthy.cavga"));
  }

  private static String stopped(TrainedModel model) {
    return model.parts().get(0).training().get("stopped").getAsString();
  }

  private static int calibrations(Path file) throws IOException {
    return ModelFile.read(file).parts().get(0).calibrations().size();
  }

  @Test
  void finishKeepsTheBestModelAndMayStillBeCancelled() throws Exception {
    TrainedModel model = train(Action.FINISH, 100);
    assertEquals("on request", stopped(model));
    assertEquals(3, calibrations(folder.resolve("healthy.cavga")));
    assertEquals(EnumSet.of(Action.CANCEL), allowed);
    assertTrue(lines[0].startsWith("Finishing"), lines[0]);
  }

  @Test
  void aCopyIsWrittenAndTrainingGoesOn() throws Exception {
    Path file = folder.resolve("copy.cavga");
    copy = Optional.of(file);
    TrainedModel model = train(Action.COPY, 3);
    assertEquals("all epochs", stopped(model));
    assertEquals(3, calibrations(file));
    assertEquals(EnumSet.allOf(Action.class), allowed);
    assertTrue(lines[2].contains("copy.cavga"), lines[2]);
    assertEquals(copy, written);
  }

  @Test
  void aCopyThatCannotBeWrittenDoesNotEndTheTraining() throws Exception {
    copy = Optional.of(folder.resolve("no such folder/copy.cavga"));
    TrainedModel model = train(Action.COPY, 3);
    assertEquals("all epochs", stopped(model));
    assertTrue(lines[2].contains("choose another folder"), lines[2]);
    assertEquals(Optional.empty(), written);
  }

  @Test
  void aCopyReplacesNothingThatIsNoModel() throws Exception {
    Path photograph = Files.writeString(folder.resolve("eye.jpg"), "an eye");
    copy = Optional.of(photograph);
    steering.press(Action.COPY);
    assertTrue(lines[2].contains("is no .cavga file, so it stays"), lines[2]);
    assertEquals("an eye", Files.readString(photograph));
  }

  @Test
  void aFolderIsNoFileForACopyAndNothingChosenIsNoCopy() {
    steering.press(Action.COPY);
    assertEquals("", lines[2]);
    copy = Optional.of(folder);
    steering.press(Action.COPY);
    assertTrue(lines[2].contains("choose another"), lines[2]);
  }

  @Test
  void cancelKeepsTheCheckpointAndSaysWhere() {
    TrainingCancelledException cancelled =
        assertThrows(TrainingCancelledException.class, () -> train(Action.CANCEL, 100));
    assertEquals(EnumSet.noneOf(Action.class), allowed);
    Path checkpoint = cancelled.checkpoint().orElseThrow();
    assertTrue(Files.exists(checkpoint));
    assertFalse(Files.exists(folder.resolve("healthy.cavga")));
    steering.end(cancelled.getMessage());
    String said = String.join("", lines).replace(" ", "");
    assertTrue(said.contains(checkpoint.toString().replace(" ", "")), said);
  }

  @Test
  void theEndIsSaidInThreeLinesAndLeavesNothingToPress() {
    say(2, "Checkpoint");
    steering.end("Done.");
    assertEquals("Done.", lines[0]);
    assertEquals("", lines[1] + lines[2]);
    assertEquals(EnumSet.noneOf(Action.class), allowed);
  }
}
