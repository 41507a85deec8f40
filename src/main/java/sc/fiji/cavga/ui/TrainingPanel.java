package sc.fiji.cavga.ui;

import ij.io.SaveDialog;
import java.awt.Button;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.GridLayout;
import java.awt.Label;
import java.awt.Panel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import sc.fiji.cavga.train.TrainingControl;

/** How far a training is, and the buttons that steer it. To be used on AWT's thread alone. */
final class TrainingPanel extends Panel {

  private static final long serialVersionUID = 1;

  /** Letters, with which most lines fit. */
  private static final int LINE = 84;

  private final transient TrainingControl control;
  private final int width;
  private final Label[] lines = {new Label(), new Label(), new Label()};
  private final Button cancel = new Button("Cancel");
  private final Button finish = new Button("Finish and Keep");
  private final Button copy = new Button("Save a Copy Now...");

  /**
   * @param width in pixels
   */
  TrainingPanel(TrainingControl control, int width) {
    super(new GridLayout(0, 1));
    this.control = control;
    this.width = width;
    for (Label line : lines) add(line);
    Panel buttons = new Panel(new FlowLayout(FlowLayout.LEFT, 6, 2));
    buttons.add(cancel);
    buttons.add(finish);
    buttons.add(copy);
    add(buttons);
    cancel.addActionListener(event -> cancel());
    finish.addActionListener(event -> finish());
    copy.addActionListener(event -> saveCopy());
  }

  /**
   * @param line 0 to 2
   */
  void say(int line, String text) {
    lines[line].setText(text);
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(width, super.getPreferredSize().height);
  }

  /**
   * Nothing is left to steer.
   *
   * @param reason as long as three lines
   */
  void end(String reason) {
    String[] parts = TextLines.broken(reason, LINE).split("\n", lines.length);
    for (int i = 0; i < lines.length; i++) say(i, i < parts.length ? parts[i] : "");
    disableButtons();
  }

  private void disableButtons() {
    cancel.setEnabled(false);
    finish.setEnabled(false);
    copy.setEnabled(false);
  }

  private void cancel() {
    disableButtons();
    say(0, "Stopping; the last checkpoint stays.");
    control.cancel();
  }

  private void finish() {
    finish.setEnabled(false);
    copy.setEnabled(false);
    say(0, "Finishing: the best model so far is calibrated and written.");
    control.finish();
  }

  private void saveCopy() {
    SaveDialog dialog = new SaveDialog("Save a copy of the model as it is", "copy", ".cavga");
    if (dialog.getFileName() == null) return;
    Path file = Paths.get(dialog.getDirectory(), dialog.getFileName());
    // A copy that cannot be written would end the training.
    if (!Files.isWritable(file.getParent())) {
      say(2, "Nothing can be written into " + file.getParent() + ": choose another folder.");
      return;
    }
    say(2, "A copy is being calibrated and written to " + file + "; training goes on after it.");
    control.saveCopy(file);
  }
}
