package sc.fiji.cavga.ui;

import static org.junit.jupiter.api.Assertions.assertSame;

import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.process.ByteProcessor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Images of a macro in batch mode, which have no windows. */
class DesktopTest {

  private final ExecutorService commands = Executors.newSingleThreadExecutor();

  @BeforeEach
  void begin() {
    Interpreter.batchMode = true;
  }

  @AfterEach
  void end() {
    Interpreter.batchMode = false;
    WindowManager.setTempCurrentImage(null);
    commands.shutdown();
  }

  private static ImagePlus image(String title) {
    return new ImagePlus(title, new ByteProcessor(4, 3));
  }

  /** As in Fiji, where commands have a thread of their own. */
  @Test
  void theNextCommandGetsTheImageThatTheMacroHasOpened() throws Exception {
    ImagePlus result = image("result");
    commands.submit(() -> Desktop.show(result)).get();
    assertSame(result, commands.submit(WindowManager::getCurrentImage).get());
    result.close();
    ImagePlus opened = image("opened");
    opened.show();
    assertSame(opened, commands.submit(WindowManager::getCurrentImage).get());
    opened.close();
  }

  @Test
  void aThreadKeepsItsImageInFront() {
    ImagePlus opened = image("opened");
    opened.show();
    ImagePlus result = image("result");
    Desktop.show(result);
    assertSame(opened, WindowManager.getTempCurrentImage());
    result.close();
    opened.close();
  }
}
