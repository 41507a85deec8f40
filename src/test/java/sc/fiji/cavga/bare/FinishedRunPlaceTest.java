package sc.fiji.cavga.bare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.ImageJ;
import java.awt.Frame;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.ui.notice.FinishedRun;

/** What is said at a run's end does not lie over ImageJ's own window. */
public class FinishedRunPlaceTest {

  /** The process with a screen. */
  public static final class Window {

    private static final int MOST_LOOKS = 250;

    private Window() {}

    /**
     * @param arguments the file to write the window's place to
     */
    public static void main(String[] arguments) throws Exception {
      ImageJ imagej = new ImageJ();
      Path file = Paths.get(arguments[0]);
      FinishedRun.show("Run", "3 localized.", file, file.getParent());
      Frame shown = null;
      while (shown == null) {
        Thread.sleep(20);
        for (Frame frame : Frame.getFrames())
          if (frame.isShowing() && frame.getTitle().equals("Run")) shown = frame;
      }
      // The X server moves it when it is shown, and says so later.
      boolean over = true;
      for (int i = 0; over && i < MOST_LOOKS; i++) {
        Thread.sleep(20);
        over = shown.getBounds().intersects(imagej.getBounds());
      }
      Files.writeString(
          file, "over it: " + over + (over ? " " + shown.getBounds() + imagej.getBounds() : ""));
      System.exit(0);
    }
  }

  @TempDir Path folder;

  @Test
  void itLiesBesideImageJ() throws Exception {
    assumeTrue(VirtualScreen.program().isPresent(), "Xvfb is not installed: this needs a screen.");
    Path place = folder.resolve("place.txt");
    VirtualScreen.run(Window.class, place);
    assertEquals("over it: false", Files.readString(place));
  }
}
