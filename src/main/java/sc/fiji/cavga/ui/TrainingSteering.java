package sc.fiji.cavga.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.io.ReplaceableFile;

/**
 * What the training window's buttons do: which of them can be pressed when, what is said then, and
 * what the training is told. Knows no windows.
 */
final class TrainingSteering {

  /** The buttons. */
  enum Action {
    CANCEL,
    FINISH,
    COPY
  }

  interface View {

    /**
     * @param line 0 to 2
     */
    void say(int line, String text);

    /** These buttons can be pressed from now on, and the others cannot. */
    void allow(Set<Action> actions);
  }

  /** Letters, with which most lines fit. */
  private static final int LINE = 84;

  private static final int LINES = 3;

  private final TrainingControl control;
  private final View view;
  private final Supplier<Optional<Path>> copyTarget;

  /**
   * @param copyTarget asks where a copy shall be written; empty when nothing was chosen
   */
  TrainingSteering(TrainingControl control, View view, Supplier<Optional<Path>> copyTarget) {
    this.control = control;
    this.view = view;
    this.copyTarget = copyTarget;
  }

  void press(Action action) {
    switch (action) {
      case CANCEL:
        view.allow(EnumSet.noneOf(Action.class));
        view.say(0, "Stopping; the last checkpoint stays.");
        control.cancel();
        break;
      case FINISH:
        // Calibrating takes its time, and may still be cancelled.
        view.allow(EnumSet.of(Action.CANCEL));
        view.say(0, "Finishing: the best model so far is calibrated and written.");
        control.finish();
        break;
      default:
        copyTarget.get().ifPresent(this::saveCopy);
    }
  }

  private void saveCopy(Path file) {
    // A copy that cannot be written would end the training.
    if (!Files.isWritable(file.toAbsolutePath().getParent()) || Files.isDirectory(file)) {
      view.say(2, "Nothing can be written to " + file + ": choose another folder or name.");
      return;
    }
    try {
      // Whether a model may be replaced was asked where its name was chosen.
      ReplaceableFile.require(file, ".cavga", true);
    } catch (IOException e) {
      view.say(2, e.getMessage());
      return;
    }
    view.say(2, "Calibrating and writing " + file.getFileName() + "; training goes on after it.");
    control.saveCopy(file);
  }

  /**
   * Nothing is left to steer.
   *
   * @param reason as long as three lines
   */
  void end(String reason) {
    String[] parts = TextLines.broken(reason, LINE).split("\n", LINES);
    for (int i = 0; i < LINES; i++) view.say(i, i < parts.length ? parts[i] : "");
    view.allow(EnumSet.noneOf(Action.class));
  }
}
