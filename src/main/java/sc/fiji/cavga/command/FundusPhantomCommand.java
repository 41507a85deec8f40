package sc.fiji.cavga.command;

import ij.ImagePlus;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.cavga.command.input.Inputs;
import sc.fiji.cavga.phantom.FundusPhantom;
import sc.fiji.cavga.phantom.Phantom;
import sc.fiji.cavga.phantom.anatomy.Anomaly;
import sc.fiji.cavga.phantom.anatomy.Grade;
import sc.fiji.cavga.ui.Desktop;

/**
 * Opens a drawn fundus photograph. As ImageJ's other samples it asks nothing; macros can choose.
 */
@Plugin(type = Command.class, menuPath = "File>Open Samples>Fundus Phantom", headless = true)
public final class FundusPhantomCommand extends CavgaCommand {

  private static final String HEALTHY = "none";

  @Parameter(
      label = "Eye",
      description = "A number for each eye; the same one gives the same picture.",
      attrs = @Attr(name = Inputs.ADVANCED),
      persist = false)
  private long eye = 7;

  @Parameter(
      label = "Anomaly",
      description =
          "none, cup, dot, blot, flame, hard-exudate, soft-exudate or wedge (a nerve fibre defect).",
      choices = {HEALTHY, "cup", "dot", "blot", "flame", "hard-exudate", "soft-exudate", "wedge"},
      attrs = {
        @Attr(name = Inputs.ADVANCED),
        @Attr(
            name = Inputs.WORDS,
            value =
                "none, a healthy eye|enlarged cup|dot haemorrhages|blot haemorrhages|flame"
                    + " haemorrhages|hard exudates|soft exudates|nerve fibre defect")
      },
      persist = false)
  private String anomaly = Anomaly.BLOT_HAEMORRHAGES.label();

  @Parameter(
      label = "Grade",
      description = "How easily the anomaly is seen: easy, medium or hard.",
      choices = {"easy", "medium", "hard"},
      attrs = @Attr(name = Inputs.ADVANCED),
      persist = false)
  private String grade = Grade.EASY.label();

  @Parameter(
      label = "Width (pixels)",
      description = "Width of the picture, 76 to 4096; its height is 85 % of it.",
      min = "76",
      max = "4096",
      attrs = @Attr(name = Inputs.ADVANCED),
      persist = false)
  private int width = 768;

  @Parameter(
      label = "Fundus phantom",
      description = "The picture; what is drawn in it stands in the property \"anomaly\".",
      type = ItemIO.OUTPUT)
  private ImagePlus phantom;

  @Override
  protected void execute() {
    if (width < 76 || width > 4096)
      throw new IllegalArgumentException("The width must be 76 to 4096 pixels, not " + width + ".");
    FundusPhantom generator = new FundusPhantom(width, Math.round(0.85f * width));
    Phantom drawn =
        anomaly.equals(HEALTHY)
            ? generator.draw(eye)
            : generator.draw(
                eye,
                labelled(Anomaly.values(), Anomaly::label, anomaly),
                labelled(Anomaly.values(), Anomaly::label, anomaly)
                    .contrast(labelled(Grade.values(), Grade::label, grade)));
    String what = anomaly.equals(HEALTHY) ? "healthy" : anomaly + ", " + grade;
    phantom =
        new ImagePlus(
            String.format(Locale.ROOT, "Fundus phantom %d (%s)", eye, what), drawn.colours());
    phantom.setProp("anomaly", anomaly);
    Desktop.show(phantom);
  }

  private static <T> T labelled(T[] values, Function<T, String> label, String text) {
    for (T value : values) if (label.apply(value).equals(text)) return value;
    throw new IllegalArgumentException(
        "There is no \""
            + text
            + "\": choose "
            + Arrays.stream(values).map(label).collect(Collectors.joining(", "))
            + ".");
  }
}
