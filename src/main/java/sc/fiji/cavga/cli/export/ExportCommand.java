package sc.fiji.cavga.cli.export;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sc.fiji.cavga.cli.error.ExitCode;
import sc.fiji.cavga.cli.option.MapOption;
import sc.fiji.cavga.cli.option.OverwriteOption;
import sc.fiji.cavga.cli.option.ThreadOption;
import sc.fiji.cavga.export.ExportChoice;
import sc.fiji.cavga.export.Exported;
import sc.fiji.cavga.export.ModelExporter;
import sc.fiji.cavga.export.bioimageio.PackageChoice;
import sc.fiji.cavga.io.ReplaceableFile;
import sc.fiji.cavga.model.ShippedModels;

/** Writes a model for other programs. */
@Command(
    name = "export",
    sortOptions = false,
    description = {
      "Writes a map of a model as ONNX, for Python and other programs: all that is computed from a"
          + " picture at the network's size to the calibrated map, the score and the decision.",
      "Of the method disc, both networks: what squares of a photograph they look at and how it is"
          + " measured stands in the file in words and numbers.",
      "Where ONNX Runtime is on the class path, it first has to compute what CAVGA does."
    })
public final class ExportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "NAME|FILE",
      description =
          "The name of a model that comes with the software, such as healthy-fundus, or a model file")
  private Path model;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      description = "The file to write, NAME.onnx")
  private Path output;

  @Mixin private MapOption map;

  @Option(
      names = "--method",
      paramLabel = "NAME",
      description = "Of a model of several methods, the one that is exported; default: the first")
  private String method;

  @Option(names = "--no-check", description = "Does not compare it with what CAVGA computes")
  private boolean noCheck;

  @Mixin private PackageOption packed;
  @Mixin private OverwriteOption overwrite;
  @Mixin private ThreadOption threads;

  @Override
  public Integer call() throws IOException {
    ReplaceableFile.requireOther(model, output);
    Exported export = ExportChoice.of(ShippedModels.read(model), method, map.kind());
    PackageChoice choice = packed.choice(export);
    choice.require(model, output, overwrite.isGiven());
    ModelExporter exporter =
        new ModelExporter(export).overwrite(overwrite.isGiven()).check(!noCheck);
    threads.startBackend();
    PrintWriter out = spec.commandLine().getOut();
    out.println(exporter.write(output));
    choice.write(output).ifPresent(out::println);
    export.notIncluded().forEach(each -> out.println("Not in the file: " + each));
    return ExitCode.DONE;
  }
}
