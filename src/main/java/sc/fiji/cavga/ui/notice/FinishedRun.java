package sc.fiji.cavga.ui.notice;

import ij.IJ;
import ij.WindowManager;
import ij.gui.GUI;
import ij.plugin.BrowserLauncher;
import java.awt.EventQueue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says how a run came out, with buttons that open its report and its folder. */
public final class FinishedRun {

  private FinishedRun() {}

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
          Notice.closeAll(title);
          Notice window = new Notice(title, text);
          boolean table = report.toString().endsWith(".csv");
          if (Files.exists(report))
            window.add(table ? "Open Table" : "Open Report", () -> open(report));
          window.add("Open Folder", () -> open(folder));
          window.add("Close", window::dispose);
          // Not over ImageJ's own window, whose menu is wanted next.
          window.show(GUI::centerOnImageJScreen);
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
