package sc.fiji.cavga.ui.notice;

import java.awt.BorderLayout;
import java.awt.Button;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.Frame;
import java.awt.Panel;
import java.awt.TextArea;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import sc.fiji.cavga.ui.TextLines;

/** A window with a text, from which people can copy, and a row of buttons below it. */
final class Notice extends Frame {

  private static final long serialVersionUID = 1;

  private static final int LINE = 84;
  private static final int MOST_LINES = 20;
  private static final int LETTERS = 13;

  private final Panel row = new Panel(new FlowLayout(FlowLayout.LEFT, 6, 4));

  /** Still to be given its buttons, and to be shown. */
  Notice(String title, String text) {
    super(title);
    String broken =
        text.lines().map(line -> TextLines.broken(line, LINE)).collect(Collectors.joining("\n"));
    int lines = Math.min(MOST_LINES, broken.split("\n").length + 1);
    TextArea area = new TextArea(broken, lines, LINE, TextArea.SCROLLBARS_VERTICAL_ONLY);
    area.setEditable(false);
    area.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, LETTERS));
    add(area, BorderLayout.CENTER);
    add(row, BorderLayout.SOUTH);
    addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosing(WindowEvent event) {
            dispose();
          }
        });
  }

  /** Adds a button that is there to be pressed once more. */
  void add(String label, Runnable action) {
    addButton(label, button -> action.run());
  }

  /** The same, where the action is given the button. */
  void addButton(String label, Consumer<Button> action) {
    Button button = new Button(label);
    button.addActionListener(event -> action.accept(button));
    row.add(button);
  }

  /**
   * Shows it, in its natural size.
   *
   * @param place puts it where it belongs; asked twice
   */
  void show(Consumer<Window> place) {
    pack();
    place.accept(this);
    setVisible(true);
    // Without a window manager the corner where X first made it can be told to Java after that.
    EventQueue.invokeLater(() -> place.accept(this));
  }

  /** Closes those of this title that are open. */
  static void closeAll(String title) {
    for (Frame frame : Frame.getFrames())
      if (frame instanceof Notice && title.equals(frame.getTitle())) frame.dispose();
  }
}
