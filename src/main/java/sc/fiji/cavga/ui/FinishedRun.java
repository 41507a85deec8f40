package sc.fiji.cavga.ui;

import ij.IJ;
import ij.WindowManager;
import ij.plugin.BrowserLauncher;
import java.awt.BorderLayout;
import java.awt.Button;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.Frame;
import java.awt.Panel;
import java.awt.TextArea;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says how a run came out, with buttons that open its report and its folder. */
public final class FinishedRun extends Frame {

  private static final long serialVersionUID = 1;

  private static final int LINE = 84;
  private static final int MOST_LINES = 16;
  private static final int LETTERS = 13;

  private FinishedRun(String title, String text, Path report, Path folder) {
    super(title);
    String broken =
        text.lines().map(line -> TextLines.broken(line, LINE)).reduce("", FinishedRun::below);
    int lines = Math.min(MOST_LINES, broken.split("\n").length + 1);
    TextArea area = new TextArea(broken, lines, LINE, TextArea.SCROLLBARS_VERTICAL_ONLY);
    area.setEditable(false);
    area.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, LETTERS));
    add(area, BorderLayout.CENTER);
    Panel row = new Panel(new FlowLayout(FlowLayout.LEFT, 6, 4));
    boolean table = report.toString().endsWith(".csv");
    if (Files.exists(report)) add(row, table ? "Open Table" : "Open Report", () -> open(report));
    add(row, "Open Folder", () -> open(folder));
    add(row, "Close", this::dispose);
    add(row, BorderLayout.SOUTH);
    addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosing(WindowEvent event) {
            dispose();
          }
        });
  }

  private static String below(String lines, String line) {
    return lines.isEmpty() ? line : lines + "\n" + line;
  }

  private static void add(Panel row, String label, Runnable action) {
    Button button = new Button(label);
    button.addActionListener(event -> action.run());
    row.add(button);
  }

  /**
   * Opens it in place of an earlier one of the same title; to be called only where there can be
   * windows.
   *
   * @param report to open, a page or a table
   * @param folder of the results
   */
  public static void show(String title, String text, Path report, Path folder) {
    EventQueue.invokeLater(
        () -> {
          for (Frame frame : Frame.getFrames())
            if (frame instanceof FinishedRun && title.equals(frame.getTitle())) frame.dispose();
          FinishedRun window = new FinishedRun(title, text, report, folder);
          window.pack();
          window.setLocationRelativeTo(IJ.getInstance());
          window.setVisible(true);
          WindowManager.toFront(window);
        });
  }

  /** With the program that the system has for it. */
  private static void open(Path file) {
    Thread opening =
        new Thread(
            () -> {
              try {
                if (java.awt.Desktop.isDesktopSupported())
                  java.awt.Desktop.getDesktop().open(file.toFile());
                else BrowserLauncher.openURL(file.toUri().toString());
              } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
                IJ.error("CAVGA", "Nothing is set up to open it here; it is " + file + ".");
              }
            },
            "CAVGA: opening " + file.getFileName());
    opening.setDaemon(true);
    opening.start();
  }
}
