package sc.fiji.cavga.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.scijava.plugin.Parameter;
import org.scijava.widget.Button;
import org.scijava.widget.FileWidget;
import sc.fiji.cavga.io.ReplaceableFile;
import sc.fiji.cavga.model.ShippedModels;
import sc.fiji.cavga.model.TrainedModel;

/** What every command that is given a model has first: its file, or one that comes along. */
public abstract class ModelCommand extends CavgaCommand {

  @Parameter(
      label = "Model",
      description =
          "healthy-fundus, which comes with CAVGA, or a file NAME.cavga that Train CAVGA... has"
              + " written.",
      style = FileWidget.OPEN_STYLE,
      required = false,
      persist = false)
  private File model = new File(ShippedModels.HEALTHY_FUNDUS);

  @Parameter(
      label = "Use healthy-fundus",
      callback = "useShipped",
      required = false,
      persist = false)
  private Button shipped;

  /** Called by SciJava when the button of that name is pressed. */
  void useShipped() {
    model = new File(ShippedModels.HEALTHY_FUNDUS);
  }

  /**
   * @throws IOException with one sentence when it cannot be read
   * @throws IllegalArgumentException with one sentence when none was chosen
   */
  protected TrainedModel readModel() throws IOException {
    return ShippedModels.read(chosen(model, "a model, such as " + ShippedModels.HEALTHY_FUNDUS));
  }

  /** Its name or file, once it has been read. */
  protected Path model() {
    return model.toPath();
  }

  /**
   * @param output to be written
   * @throws IOException with one sentence when it is the model itself, which stays
   */
  protected void requireOther(Path output) throws IOException {
    if (model != null) ReplaceableFile.requireOther(model.toPath(), output);
  }
}
