package sc.fiji.cavga.bare;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;
import java.awt.Button;
import java.awt.Checkbox;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.TextField;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;

/**
 * Sits in front of ImageJ: opens its recorder, chooses commands from the menus, fills their dialogs
 * in, and writes down what the recorder wrote. Runs in ImageJ's own process, with ImageJ's classes
 * alone.
 */
public final class RecordingDriver {

  private static final long PATIENCE = 120_000;

  private RecordingDriver() {}

  /**
   * @param arguments ImageJ's folder, a file of steps, a file for the recorded macro. A step is a
   *     line: {@code command TAB value TAB value ...}, the values for the dialog's text fields,
   *     from the first on; {@code +N} ticks the checkbox of that number; {@code open TAB file} and
   *     {@code save TAB file} open and save an image.
   */
  public static void main(String[] arguments) throws Exception {
    ImageJ.main(new String[] {"-ijpath", arguments[0], "-port0"});
    until(() -> IJ.getInstance() != null);
    Recorder recorder = new Recorder();
    StringBuilder macro = new StringBuilder();
    for (String line : Files.readAllLines(Paths.get(arguments[1]))) {
      String[] step = line.split("\t", -1);
      if (step[0].equals("open")) {
        IJ.open(step[1]);
        macro.append("open(\"").append(step[1]).append("\");\n");
      } else if (step[0].equals("save")) {
        ImagePlus image = WindowManager.getCurrentImage();
        IJ.saveAsTiff(image, step[1]);
        macro.append("saveAs(\"Tiff\", \"").append(step[1]).append("\");\n");
      } else macro.append(recorded(recorder, step));
    }
    Path out = Paths.get(arguments[2]);
    // The recorder warns, inside the macro, of letters that ImageJ's own commands may not take.
    Files.writeString(out, macro.toString().replaceAll("(?m)^ *<<warning.*\\R", ""));
    System.exit(0);
  }

  /** What the recorder adds while a command runs. */
  private static String recorded(Recorder recorder, String[] step) throws Exception {
    String before = recorder.getText();
    IJ.doCommand(step[0]);
    if (step.length > 1) fill(step);
    awaitEnd(step[0]);
    return recorder.getText().substring(before.length());
  }

  /** Of a command that was chosen from a menu. */
  static void awaitEnd(String command) throws Exception {
    Thread.sleep(500);
    until(
        () ->
            Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().endsWith(command)));
    Thread.sleep(500);
  }

  private static void fill(String[] step) throws Exception {
    GenericDialog dialog = dialog(step[0]);
    Thread.sleep(300);
    EventQueue.invokeAndWait(
        () -> {
          List<Component> fields = new ArrayList<>();
          collect(dialog, TextField.class, fields);
          List<Component> boxes = new ArrayList<>();
          collect(dialog, Checkbox.class, boxes);
          int next = 0;
          for (int i = 1; i < step.length; i++)
            if (step[i].startsWith("+"))
              ((Checkbox) boxes.get(Integer.parseInt(step[i].substring(1)))).setState(true);
            else ((TextField) fields.get(next++)).setText(step[i]);
        });
    Thread.sleep(300);
    pressOk(dialog);
  }

  /** Once it is open. */
  static GenericDialog dialog(String title) throws Exception {
    List<GenericDialog> found = new ArrayList<>();
    until(
        () -> {
          for (Window window : Window.getWindows())
            if (window.isShowing()
                && window instanceof GenericDialog
                && title.equals(((GenericDialog) window).getTitle()))
              found.add((GenericDialog) window);
          return !found.isEmpty();
        });
    return found.get(0);
  }

  /** And waits until it is closed. */
  static void pressOk(GenericDialog dialog) throws Exception {
    EventQueue.invokeLater(
        () -> {
          Button ok = dialog.getButtons()[0];
          dialog.actionPerformed(new ActionEvent(ok, ActionEvent.ACTION_PERFORMED, "OK"));
        });
    until(() -> !dialog.isShowing());
  }

  static void collect(Container from, Class<?> type, List<Component> into) {
    for (Component child : from.getComponents()) {
      if (type.isInstance(child)) into.add(child);
      else if (child instanceof Container) collect((Container) child, type, into);
    }
  }

  interface Condition {
    boolean holds();
  }

  static void until(Condition condition) throws Exception {
    long end = System.currentTimeMillis() + PATIENCE;
    while (!condition.holds()) {
      if (System.currentTimeMillis() > end) throw new IllegalStateException("waited in vain");
      Thread.sleep(50);
    }
  }
}
