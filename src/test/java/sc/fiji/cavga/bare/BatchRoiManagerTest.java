package sc.fiji.cavga.bare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.IJ;
import ij.ImageJ;
import ij.gui.Roi;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.ui.Desktop;

/** In batch mode regions come into the ROI Manager that the macro sees. */
public class BatchRoiManagerTest {

  /** The process with a screen. */
  public static final class Macro {

    private Macro() {}

    public static void main(String[] arguments) {
      new ImageJ(ImageJ.NO_SHOW);
      String add = "call('sc.fiji.cavga.bare.BatchRoiManagerTest$Macro.add');";
      System.out.println(
          "regions: "
              + IJ.runMacro(
                  "setBatchMode(true);" + add + add + "return '' + roiManager('count');"));
      System.exit(0);
    }

    /** As ImageJ2 does, on a thread that is not the macro's. */
    public static String add() throws InterruptedException {
      Thread command = new Thread(() -> Desktop.roiManager().addRoi(new Roi(1, 2, 3, 4)));
      command.start();
      command.join();
      return "";
    }
  }

  @Test
  void theMacroSeesThem() throws Exception {
    assumeTrue(VirtualScreen.program().isPresent(), "Xvfb is not installed: this needs a screen.");
    Path java = Paths.get(System.getProperty("java.home"), "bin", "java");
    String path = System.getProperty("java.class.path");
    try (VirtualScreen screen = VirtualScreen.start()) {
      ProcessBuilder builder =
          new ProcessBuilder(List.of(java.toString(), "-cp", path, Macro.class.getName()));
      builder.environment().put("DISPLAY", screen.display());
      Process process = builder.redirectErrorStream(true).start();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals("regions: 2", printed.trim());
    }
  }
}
