package sc.fiji.cavga.ui;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Roi;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;
import ij.plugin.frame.RoiManager;
import ij.text.TextWindow;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import sc.fiji.cavga.localize.Localization;
import sc.fiji.cavga.localize.Region;
import sc.fiji.cavga.localize.Selections;

/** Shows results in ImageJ's windows where there can be windows, and otherwise does nothing. */
public final class Desktop {

  /** Letters of a line in a text window. */
  private static final int TEXT_LINE = 84;

  // Pixels of a text window: its width, what is around its lines, and a line.
  private static final int TEXT_WIDTH = 720;
  private static final int TEXT_FRAME = 90;
  private static final int TEXT_ROW = 20;
  private static final int MOST_ROWS = 25;

  private Desktop() {}

  /** Whether windows can be opened and shall be: ImageJ has its own, and no batch mode. */
  public static boolean hasWindows() {
    return !GraphicsEnvironment.isHeadless()
        && IJ.getInstance() != null
        && !Interpreter.isBatchMode();
  }

  /** Makes an image one of ImageJ's; in a macro also without a screen or in batch mode. */
  public static void show(ImagePlus image) {
    boolean withoutWindow = Interpreter.isBatchMode() || IJ.isMacro() && IJ.getInstance() == null;
    if (!withoutWindow && GraphicsEnvironment.isHeadless()) return;
    ImagePlus inFront = WindowManager.getTempCurrentImage();
    image.show();
    // Without a window ImageJ notes it as the image in front of this thread alone. Fiji runs later
    // commands in the same thread, and they would get it instead of the macro's image.
    WindowManager.setTempCurrentImage(inFront);
    waitFor(image);
  }

  /**
   * Waits until an image's window is the active one. Otherwise the recorder takes that for a choice
   * of the user's, and a macro would select a window that it does not have.
   */
  static void waitFor(ImagePlus image) {
    if (image.getWindow() != null && !EventQueue.isDispatchThread()) image.waitTillActivated();
  }

  /** Shows a table in a window of this title, in place of an earlier one's. */
  public static void show(ResultsTable table, String title) {
    if (!GraphicsEnvironment.isHeadless()) table.show(title);
  }

  /**
   * Says something to the person in front: in a text window of this title, in place of what it said
   * before, and without windows or in batch mode in ImageJ's log.
   */
  public static void say(String title, String text) {
    if (!hasWindows()) {
      IJ.log(text);
      return;
    }
    String broken =
        Arrays.stream(text.split("\\R"))
            .map(line -> TextLines.broken(line, TEXT_LINE))
            .collect(Collectors.joining("\n"));
    Frame earlier = WindowManager.getFrame(title);
    if (earlier instanceof TextWindow) ((TextWindow) earlier).close();
    int rows = Math.min(MOST_ROWS, broken.split("\n").length);
    new TextWindow(title, broken, TEXT_WIDTH, TEXT_FRAME + TEXT_ROW * rows);
  }

  /** Appends a picture's regions and outlines to the ROI Manager, which keeps what it has. */
  public static void addToRoiManager(ImagePlus image, int stackIndex, Localization localization) {
    if (GraphicsEnvironment.isHeadless()) return;
    RoiManager list = roiManager();
    List<Roi> found = new ArrayList<>();
    for (Region region : localization.regions()) {
      Roi roi = region.roi();
      roi.setName(region.name(localization.pixelSize()));
      found.add(roi);
    }
    found.addAll(Selections.outlines(localization));
    for (Roi roi : found) {
      if (image.getStackSize() > 1) roi.setPosition(stackIndex);
      list.addRoi(roi);
    }
  }

  /**
   * The ROI Manager of the running macro in batch mode, otherwise the one that is shown, which is
   * opened where there is none. In batch mode ImageJ's own getRoiManager makes a new one that the
   * macro never sees.
   */
  public static RoiManager roiManager() {
    RoiManager list = RoiManager.getInstance2();
    return list == null ? RoiManager.getRoiManager() : list;
  }
}
