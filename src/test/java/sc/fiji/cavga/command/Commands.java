package sc.fiji.cavga.command;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ColorProcessor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.real.FloatType;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;
import sc.fiji.cavga.phantom.FundusPhantom;
import sc.fiji.cavga.phantom.Phantom;

/** Runs commands as a script without windows does, on drawn eyes. */
public final class Commands {

  static final int WIDTH = 96;
  static final int HEIGHT = 80;

  private Commands() {}

  /** That keeps what failing commands log to itself, as many tests here fail on purpose. */
  public static Context context() {
    Context context = new Context();
    context.service(LogService.class).setLevel(LogLevel.NONE);
    return context;
  }

  public static CommandModule run(
      Context context, Class<? extends CavgaCommand> command, Object... inputs) throws Exception {
    return context.service(CommandService.class).run(command, false, inputs).get();
  }

  /** The sentence that a failing command gives. */
  public static String failure(
      Context context, Class<? extends CavgaCommand> command, Object... inputs) throws Exception {
    try {
      run(context, command, inputs);
    } catch (ExecutionException e) {
      return sentence(e);
    }
    throw new AssertionError("The command did not fail.");
  }

  static String sentence(Throwable wrapped) {
    Throwable cause = wrapped;
    while (cause.getClass() == ExecutionException.class
        || cause.getClass() == RuntimeException.class) cause = cause.getCause();
    return cause.getMessage();
  }

  static List<CommandInfo> all(Context context) {
    List<CommandInfo> ours = new ArrayList<>();
    for (CommandInfo info : context.service(CommandService.class).getCommands())
      if (info.getClassName().startsWith("sc.fiji.cavga.")) ours.add(info);
    return ours;
  }

  public static Path normals(Path folder, int count) throws Exception {
    Files.createDirectories(folder);
    for (int i = 0; i < count; i++)
      new FileSaver(image(eye(i))).saveAsPng(folder.resolve("eye " + i + ".png").toString());
    return folder;
  }

  public static Phantom eye(long seed) {
    return new FundusPhantom(WIDTH, HEIGHT).draw(seed);
  }

  /** With a patch of a colour that no eye has, which a model of two epochs notices. */
  static ImagePlus illEye(int width, int height) {
    ImagePlus image = image(new FundusPhantom(width, height).draw(99));
    image.getProcessor().setColor(0x00ffff);
    image.getProcessor().fillOval(2 * width / 5, height / 3, width / 5, width / 5);
    return image;
  }

  public static ImagePlus image(Phantom phantom) {
    int width = (int) phantom.pixels().dimension(0);
    int height = (int) phantom.pixels().dimension(1);
    int[] colours = new int[width * height];
    RandomAccess<FloatType> access = phantom.pixels().randomAccess();
    for (int channel = 0; channel < 3; channel++)
      for (int i = 0; i < colours.length; i++)
        colours[i] =
            colours[i] << 8
                | Math.round(255 * access.setPositionAndGet(i % width, i / width, channel).get());
    return new ImagePlus("eye", new ColorProcessor(width, height, colours));
  }
}
