package sc.fiji.cavga.bare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.IJ;
import ij.ImageJ;
import ij.gui.Roi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.ui.Desktop;

/** In batch mode regions come into the ROI Manager that the macro sees. */
public class BatchModeRegionsTest {

  /** The process with a screen. */
  public static final class Macro {

    private Macro() {}

    /**
     * @param arguments the file to write the number of regions to
     */
    public static void main(String[] arguments) throws IOException {
      new ImageJ(ImageJ.NO_SHOW);
      String add = "call('sc.fiji.cavga.bare.BatchModeRegionsTest$Macro.add');";
      Files.writeString(
          Paths.get(arguments[0]),
          IJ.runMacro("setBatchMode(true);" + add + add + "return '' + roiManager('count');"));
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

  @TempDir Path folder;

  @Test
  void theMacroSeesThem() throws Exception {
    assumeTrue(VirtualScreen.program().isPresent(), "Xvfb is not installed: this needs a screen.");
    Path regions = folder.resolve("regions.txt");
    VirtualScreen.run(Macro.class, regions);
    assertEquals("2", Files.readString(regions));
  }
}
