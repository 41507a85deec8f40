package sc.fiji.cavga.command.export;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import sc.fiji.cavga.export.ExportChoice;
import sc.fiji.cavga.export.Exported;
import sc.fiji.cavga.export.ModelExporter;
import sc.fiji.cavga.export.bioimageio.PackageChoice;
import sc.fiji.cavga.method.cavga.CavgaMethod;
import sc.fiji.cavga.method.disc.DiscMethod;
import sc.fiji.cavga.method.local.LocalMethod;
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

  /** Of the model's methods. */
  private static final String FIRST = "first";

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
      label = "Method",
      description =
          "Which method of a model of several: first (whose map localizing draws), or another by"
              + " its name.",
      choices = {FIRST, LocalMethod.NAME, DiscMethod.NAME, CavgaMethod.NAME},
      attrs =
          @Attr(
              name = Inputs.WORDS,
              value =
                  "the model's first|lesions (local)|networks for disc and cup (disc)|the paper's"
                      + " network (cavga)"),
      persist = false)
  private String method = FIRST;

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
      label = "Package for the BioImage Model Zoo",
      description = "Also writes NAME.bioimageio.zip; needs an author and a licence.",
      attrs = @Attr(name = Inputs.ADVANCED),
      persist = false)
  private boolean bioimageio;

  @Parameter(
      label = "Authors (for the package)",
      description = "Who has made the model; several with a semicolon between them.",
      attrs = @Attr(name = Inputs.ADVANCED),
      required = false,
      persist = false)
  private String author = "";

  @Parameter(
      label = "Licence (for the package)",
      description =
          "Under which licence the model is: an identifier of spdx.org/licenses, such as CC-BY-4.0.",
      attrs = @Attr(name = Inputs.ADVANCED),
      required = false,
      persist = false)
  private String license = "";

  @Parameter(
      label = "Replace an earlier file",
      description = "Replaces an exported model or package of that name.",
      persist = false)
  private boolean overwrite;

  @Parameter(label = "Advanced...", callback = "askAdvanced", required = false, persist = false)
  private Button advanced;

  @Parameter(label = "Help", callback = "showHelp", required = false, persist = false)
  private Button help;

  @Parameter(
      label = "Export CAVGA Model",
      description = "What was written, how it was checked, and what it does not have.",
      type = ItemIO.OUTPUT)
  private String summary;

  @Override
  protected void execute() throws IOException {
    String chosen = method.equals(FIRST) ? null : method;
    Exported export = ExportChoice.of(readModel(), chosen, MapKind.of(map));
    Path file = chosen(output, "a file for the exported model");
    requireOther(file);
    String licence = license.isBlank() ? null : license.strip();
    PackageChoice choice = PackageChoice.of(bioimageio, export, names(author), licence);
    choice.require(model(), file, overwrite);
    try (CancellableTask task = begin("Exporting a CAVGA model")) {
      ModelExporter exporter = new ModelExporter(export).check(check).overwrite(overwrite);
      summary = exporter.write(file);
      choice.write(file).ifPresent(done -> summary += "\n" + done);
    }
    for (String each : export.notIncluded()) summary += "\nNot in the file: " + each;
  }

  private static List<String> names(String text) {
    return Stream.of(text.split(";"))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toList());
  }
}
