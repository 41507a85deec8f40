package sc.fiji.cavga.command;

import java.io.File;
import java.io.IOException;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;
import org.scijava.widget.FileWidget;
import sc.fiji.cavga.command.report.ModelReport;
import sc.fiji.cavga.method.cavga.CavgaMethod;
import sc.fiji.cavga.model.MethodPart;
import sc.fiji.cavga.model.ShippedModels;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.training.LossPoint;
import sc.fiji.cavga.ui.Desktop;
import sc.fiji.cavga.ui.LossPlot;

/** Says what a model file holds: what it was trained on, how, and how it is calibrated. */
@Plugin(
    type = Command.class,
    menuPath = "Plugins>CAVGA>CAVGA Model Info...",
    description =
        "Says what a model was trained on, how, and what its thresholds are, and plots "
            + "the losses of its training.",
    headless = true)
public final class ModelInfoCommand extends CavgaCommand {

  @Parameter(
      label = "Model",
      description =
          "healthy-fundus, which comes with CAVGA, or a file NAME.cavga that Train CAVGA... has"
              + " written; a checkpoint will do too.",
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

  @Parameter(
      label = "Plot the losses",
      description = "Plots the training's losses, where there can be windows.",
      persist = false)
  private boolean curves = true;

  @Parameter(label = "Help", callback = "showHelp", required = false, persist = false)
  private Button help;

  @Parameter(
      label = "CAVGA model",
      description = "Network, pictures, training and thresholds of the model.",
      type = ItemIO.OUTPUT)
  private String report;

  /** Called by SciJava when the button of that name is pressed. */
  void useShipped() {
    model = new File(ShippedModels.HEALTHY_FUNDUS);
  }

  @Override
  protected void execute() throws IOException {
    TrainedModel read =
        ShippedModels.read(chosen(model, "a model, such as " + ShippedModels.HEALTHY_FUNDUS));
    report = ModelReport.of(read);
    if (!curves || !Desktop.hasWindows()) return;
    for (MethodPart part : read.parts()) {
      if (!part.training().has("curves")) continue;
      LossPlot plot = new LossPlot("Losses of " + read.name(), "Epoch");
      for (LossPoint point : CavgaMethod.curves(part)) plot.add(point);
      plot.show();
    }
  }
}
