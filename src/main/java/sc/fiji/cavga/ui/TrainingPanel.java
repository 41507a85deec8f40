package sc.fiji.cavga.ui;

import ij.io.SaveDialog;
import java.awt.Button;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.GridLayout;
import java.awt.Label;
import java.awt.Panel;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.ui.TrainingSteering.Action;

/** How far a training is, and the buttons that steer it. To be used on AWT's thread alone. */
final class TrainingPanel extends Panel implements TrainingSteering.View {

  private static final long serialVersionUID = 1;

  private final transient TrainingSteering steering;
  private final int width;
  private final Label[] lines = {new Label(), new Label(), new Label()};
  private final Map<Action, Button> buttons = new EnumMap<>(Action.class);

  /**
   * @param width in pixels
   */
  TrainingPanel(TrainingControl control, int width) {
    super(new GridLayout(0, 1));
    this.steering = new TrainingSteering(control, this, TrainingPanel::askForCopy);
    this.width = width;
    for (Label line : lines) add(line);
    Panel row = new Panel(new FlowLayout(FlowLayout.LEFT, 6, 2));
    add(row, Action.CANCEL, "Cancel");
    add(row, Action.FINISH, "Finish and Keep");
    add(row, Action.COPY, "Save a Copy Now...");
    add(row);
  }

  private void add(Panel row, Action action, String label) {
    Button button = new Button(label);
    button.addActionListener(event -> steering.press(action));
    buttons.put(action, button);
    row.add(button);
  }

  @Override
  public void say(int line, String text) {
    lines[line].setText(text);
  }

  @Override
  public void allow(Set<Action> actions) {
    buttons.forEach((action, button) -> button.setEnabled(actions.contains(action)));
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
    steering.end(reason);
  }

  private static Optional<Path> askForCopy() {
    SaveDialog dialog = new SaveDialog("Save a copy of the model as it is", "copy", ".cavga");
    if (dialog.getFileName() == null) return Optional.empty();
    return Optional.of(Paths.get(dialog.getDirectory(), dialog.getFileName()));
  }
}
