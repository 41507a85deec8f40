package sc.fiji.cavga.ui.notice;

import ij.IJ;
import ij.WindowManager;
import ij.gui.GUI;
import java.awt.Button;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.Window;
import sc.fiji.cavga.model.ShippedModels;

/** Says what the plugin is and how to begin, with buttons that try it on the sample. */
public final class Welcome {

  /** Its window's. */
  public static final String TITLE = "Welcome to CAVGA";

  private static final String TEXT =
      "CAVGA shows where a photograph of the retina differs from healthy eyes.\n\n"
          + "The sample: \"Open and Localize Sample\" draws an eye with bleedings, and marks what the"
          + " model "
          + ShippedModels.HEALTHY_FUNDUS
          + " finds unusual in it. This model comes with CAVGA.\n\n"
          + "Your own photograph: open it, choose Plugins > CAVGA > Localize Anomalies..., and press"
          + " OK.\n\n"
          + "Your own model: healthy eyes of your own camera teach more about your photographs than"
          + " those of others. Plugins > CAVGA > Train CAVGA... learns from a folder of them.\n\n"
          + "Tutorial of ten minutes: https://github.com/fiji/CAVGA/blob/main/docs/tutorial.md\n\n"
          + "For research. This is not a medical device. Do not use it to decide about a patient.\n\n"
          + "This window opens by itself only once. Plugins > CAVGA > Welcome opens it again.";

  private Welcome() {}

  /** For where there are no windows. */
  public static String text() {
    return TEXT;
  }

  /**
   * Opens it in place of an earlier one; to be called only where there can be windows.
   *
   * @param aside whether it leaves the keyboard and the middle of the screen to the dialog that a
   *     person is about to get
   */
  public static void show(boolean aside) {
    EventQueue.invokeLater(
        () -> {
          Notice.closeAll(TITLE);
          Notice window = new Notice(TITLE, TEXT);
          window.addButton("Open Sample", button -> sample(button, false));
          window.addButton("Open and Localize Sample", button -> sample(button, true));
          window.add("Close", window::dispose);
          // Otherwise a dialog beside it would keep its buttons from being pressed.
          window.setModalExclusionType(Dialog.ModalExclusionType.APPLICATION_EXCLUDE);
          window.setAutoRequestFocus(!aside);
          window.show(aside ? Welcome::placeBelow : GUI::centerOnImageJScreen);
          if (!aside) WindowManager.toFront(window);
        });
  }

  /** In the screen's lower right corner, where dialogs and new images do not come. */
  private static void placeBelow(Window window) {
    Rectangle screen = GUI.getMaxWindowBounds(IJ.getInstance());
    window.setLocation(
        screen.x + screen.width - window.getWidth(), screen.y + screen.height - window.getHeight());
  }

  /** By the menu's entries, as a person would do it: they look the same in Fiji. */
  private static void sample(Button button, boolean localized) {
    button.setEnabled(false);
    Thread working =
        new Thread(
            () -> {
              try {
                IJ.run("Fundus Phantom");
                if (localized)
                  IJ.run("Localize Anomalies...", "model=" + ShippedModels.HEALTHY_FUNDUS);
              } finally {
                EventQueue.invokeLater(() -> button.setEnabled(true));
              }
            },
            "CAVGA: sample");
    working.setDaemon(true);
    working.start();
  }
}
