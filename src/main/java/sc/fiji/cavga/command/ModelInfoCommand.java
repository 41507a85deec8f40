package sc.fiji.cavga.command;

import java.io.IOException;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;
import sc.fiji.cavga.command.report.ModelReport;
import sc.fiji.cavga.method.cavga.CavgaMethod;
import sc.fiji.cavga.model.MethodPart;
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
            + "the losses of its training; of a checkpoint too.",
    headless = true)
public final class ModelInfoCommand extends ModelCommand {

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

  @Override
  protected void execute() throws IOException {
    TrainedModel read = readModel();
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
