package sc.fiji.cavga.bare;

import static sc.fiji.cavga.bare.RecordingDriver.awaitEnd;
import static sc.fiji.cavga.bare.RecordingDriver.collect;
import static sc.fiji.cavga.bare.RecordingDriver.dialog;
import static sc.fiji.cavga.bare.RecordingDriver.pressOk;
import static sc.fiji.cavga.bare.RecordingDriver.until;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;
import java.awt.Button;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody who has just installed the plugin: opens a photograph, presses OK without touching a
 * field, and tries the sample. Runs in ImageJ's own process, with ImageJ's classes alone.
 */
public final class FirstUseDriver {

  private static final String LOCALIZE = "Localize Anomalies...";
  private static final String EXPORT = "Export CAVGA Model...";
  private static final String TRY = "Open and Localize Sample";

  private FirstUseDriver() {}

  /**
   * @param arguments ImageJ's folder, a photograph, a file for what was seen, a line each
   */
  public static void main(String[] arguments) throws Exception {
    ImageJ.main(new String[] {"-ijpath", arguments[0], "-port0"});
    until(() -> IJ.getInstance() != null);
    List<String> seen = new ArrayList<>();
    Recorder recorder = new Recorder();
    ImagePlus photograph = IJ.openImage(arguments[1]);
    photograph.show();
    IJ.runMacro("run('Fundus Phantom'); close();");
    seen.add("before, by macro: " + isWelcomed());
    seen.add("at first: " + localized(photograph));
    seen.add(lastLine(recorder.getText()));
    seen.add("then: " + localized(photograph));
    IJ.doCommand("Welcome");
    until(FirstUseDriver::isWelcomed);
    press(welcome(), TRY);
    until(() -> front() != photograph && front().getProp("cavga_threshold") != null);
    seen.add("sample: " + front().getTitle() + " with " + front().getProp("cavga_threshold"));
    close();
    IJ.runMacro("run('Welcome');");
    seen.add("by macro: " + isWelcomed());
    seen.add("page: " + pageLegend());
    String recorded = recorder.getText();
    IJ.doCommand(EXPORT);
    press(dialog(EXPORT), "Cancel");
    awaitEnd(EXPORT);
    seen.add("closed: " + recorder.getText().substring(recorded.length()));
    Files.write(Paths.get(arguments[2]), seen);
    System.exit(0);
  }

  /** Whether there was a welcome beside the dialog, and the map's overlay. */
  private static String localized(ImagePlus image) throws Exception {
    image.setOverlay(null);
    IJ.selectWindow(image.getID());
    IJ.doCommand(LOCALIZE);
    GenericDialog dialog = dialog(LOCALIZE);
    Thread.sleep(1000);
    boolean welcomed = isWelcomed();
    pressOk(dialog);
    awaitEnd(LOCALIZE);
    close();
    return "welcomed " + welcomed + ", overlay " + (image.getOverlay() != null);
  }

  /** What stands below a white page, which has no place for it, after it was localized. */
  private static String pageLegend() throws Exception {
    ImagePlus page = IJ.createImage("page", "RGB white", 300, 200, 1);
    page.show();
    IJ.run(page, LOCALIZE, "opacity=0 model=healthy-fundus");
    String[] legend = {null};
    until(
        () -> {
          for (Component part : page.getWindow().getComponents())
            if (part.getClass().getName().endsWith("LegendPanel"))
              legend[0] = part.getAccessibleContext().getAccessibleDescription();
          return legend[0] != null;
        });
    return legend[0].startsWith("Not judged: " + page.getProp("cavga_warning"))
        ? "says why"
        : legend[0];
  }

  private static ImagePlus front() {
    return WindowManager.getCurrentImage();
  }

  private static Frame welcome() {
    for (Frame frame : Frame.getFrames())
      if (frame.isShowing() && frame.getTitle().equals("Welcome to CAVGA")) return frame;
    return null;
  }

  private static boolean isWelcomed() {
    return welcome() != null;
  }

  private static void press(Container window, String label) throws Exception {
    List<Component> buttons = new ArrayList<>();
    collect(window, Button.class, buttons);
    EventQueue.invokeAndWait(
        () -> {
          for (Component button : buttons)
            if (((Button) button).getLabel().trim().equals(label))
              for (ActionListener listener : ((Button) button).getActionListeners())
                listener.actionPerformed(
                    new ActionEvent(button, ActionEvent.ACTION_PERFORMED, label));
        });
  }

  private static void close() throws Exception {
    if (isWelcomed()) press(welcome(), "Close");
  }

  private static String lastLine(String text) {
    String[] lines = text.strip().split("\n");
    return lines[lines.length - 1];
  }
}
