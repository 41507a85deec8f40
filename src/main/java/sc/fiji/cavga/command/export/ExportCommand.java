package sc.fiji.cavga.command.export;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;
import org.scijava.widget.FileWidget;
import sc.fiji.cavga.command.ModelCommand;
import sc.fiji.cavga.command.input.Inputs;
import sc.fiji.cavga.command.task.CancellableTask;
import sc.fiji.cavga.export.ModelExporter;
import sc.fiji.cavga.export.OnnxExport;
import sc.fiji.cavga.model.examination.MapKind;

/** Writes a map of a model as ONNX, for Python and other programs. */
@Plugin(
    type = Command.class,
    menuPath = "Plugins>CAVGA>Export CAVGA Model...",
    description =
        "Writes a map of a model as ONNX, for Python and other programs: all that is computed from a "
            + "picture at the network's size to the calibrated map, the score and the decision.",
    headless = true)
public final class ExportCommand extends ModelCommand {

  @Parameter(
      label = "Anomaly map",
      description =
          "Which anomaly map: default (what the model's method finds anomalies with), attention or"
              + " reconstruction (of models of the method cavga alone).",
      choices = {"default", "attention", "reconstruction"},
      attrs =
          @Attr(
              name = Inputs.WORDS,
              value =
                  "what the model finds anomalies with|attention of CAVGA's network|reconstruction"
                      + " by CAVGA's network"),
      persist = false)
  private String map = MapKind.DEFAULT.label();

  @Parameter(
      label = "Exported file",
      description = "Where the exported model is written, NAME.onnx.",
      style = FileWidget.SAVE_STYLE,
      required = false,
      persist = false)
  private File output;

  @Parameter(
      label = "Compare with ONNX Runtime",
      description =
          "Lets ONNX Runtime, where it is installed, compute with the exported model before it is"
              + " written.",
      persist = false)
  private boolean check = true;

  @Parameter(
      label = "Replace an earlier file",
      description = "Replaces an exported model of that name.",
      persist = false)
  private boolean overwrite;

  @Parameter(label = "Help", callback = "showHelp", required = false, persist = false)
  private Button help;

  @Parameter(
      label = "Export CAVGA Model",
      description = "What was written, how it was checked, and what it does not have.",
      type = ItemIO.OUTPUT)
  private String summary;

  @Override
  protected void execute() throws IOException {
    OnnxExport export = new OnnxExport(readModel(), MapKind.of(map));
    Path file = chosen(output, "a file for the exported model");
    requireOther(file);
    try (CancellableTask task = begin("Exporting a CAVGA model")) {
      ModelExporter exporter = new ModelExporter(export).check(check).overwrite(overwrite);
      summary = exporter.write(file);
    }
    for (String each : export.notIncluded()) summary += "\nNot in the file: " + each;
  }
}
