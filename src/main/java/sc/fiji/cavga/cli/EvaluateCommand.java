package sc.fiji.cavga.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sc.fiji.cavga.cli.error.ExitCode;
import sc.fiji.cavga.cli.option.DatasetOptions;
import sc.fiji.cavga.cli.option.EngineOption;
import sc.fiji.cavga.cli.option.MapOption;
import sc.fiji.cavga.cli.option.MaskOptions;
import sc.fiji.cavga.cli.option.ThreadOption;
import sc.fiji.cavga.cli.progress.ProgressLine;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.evaluate.EvaluationFolder;
import sc.fiji.cavga.evaluate.Evaluator;
import sc.fiji.cavga.evaluate.report.EvaluationReport;
import sc.fiji.cavga.io.OutputMark;
import sc.fiji.cavga.lab.ContactSheet;
import sc.fiji.cavga.lab.SheetSelection;
import sc.fiji.cavga.localize.Localizer;
import sc.fiji.cavga.model.ShippedModels;
import sc.fiji.cavga.model.TrainedModel;

/** Measures a model on a data set's test pictures. */
@Command(
    name = "evaluate",
    sortOptions = false,
    description = {
      "Measures a model on the test pictures of a data set and writes metrics.json, scores.csv,"
          + " plots and report.html, a page with all of it.",
      "Pixels are compared at the network's size inside the field of view."
    })
final class EvaluateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "NAME|FILE",
      description =
          "The name of a model that comes with the software, such as healthy-fundus, or a model file")
  private Path model;

  @ArgGroup(exclusive = false, multiplicity = "1")
  private DatasetOptions dataset;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the results; those of an earlier evaluation are replaced")
  private Path output;

  @Option(
      names = "--maps",
      description =
          "Also writes maps/ROW.tif for each row of scores.csv: the calibrated map at the network's"
              + " size and, as second slice, the mask; pixel metrics are computed from these")
  private boolean maps;

  @Option(
      names = "--contact-sheet",
      description =
          "Also writes contact-sheet.png: twelve pictures with map and mask, evenly over the ranks"
              + " of their scores, so that nobody chooses them")
  private boolean sheet;

  @Option(
      names = "--overwrite",
      description =
          "Also replaces files of the results' names that no evaluation is known to have written")
  private boolean overwrite;

  @Option(
      names = "--judge-anyway",
      description =
          "Judges also what cannot be judged, such as pictures that are no fundus photographs, and"
              + " warns")
  private boolean judgeAnyway;

  @Mixin private MaskOptions masks;
  @Mixin private MapOption map;
  @Mixin private EngineOption engine;
  @Mixin private ThreadOption threads;

  @Override
  public Integer call() throws IOException {
    TrainedModel cavga = ShippedModels.read(model);
    Dataset pictures = dataset.openForEvaluation().withMaskRule(masks.rule());
    cavga.calibration(map.kind());
    EvaluationReport report;
    try (EvaluationFolder results = EvaluationFolder.open(output, overwrite)) {
      threads.startBackend();
      Evaluator evaluator =
          new Evaluator(
              cavga, map.kind(), maps ? results.maps() : null, judgeAnyway, engine.engine());
      report = run(evaluator, pictures, spec.commandLine().getErr());
      results.write(report);
      if (sheet) drawSheet(results.sheet(), cavga, report, pictures);
    }
    PrintWriter out = spec.commandLine().getOut();
    PlainMetrics.lines(report).forEach(out::println);
    PlainMetrics.warnings(report).forEach(spec.commandLine().getErr()::println);
    if (pictures.results() > 0) out.println(OutputMark.passedOver(pictures.results()));
    out.println("All metrics, scores and plots are in " + output + "; look at report.html.");
    return report.failed() == 0 ? ExitCode.DONE : ExitCode.SOME_FAILED;
  }

  private void drawSheet(Path file, TrainedModel cavga, EvaluationReport report, Dataset pictures)
      throws IOException {
    try (Localizer localizer =
        new Localizer(cavga, map.kind(), Localizer.SMALLEST_REGION, judgeAnyway, engine.engine())) {
      ContactSheet.write(file, SheetSelection.of(report.results(), pictures), localizer);
    }
  }

  /** With a progress line, and a line for each picture that fails. */
  static EvaluationReport run(Evaluator evaluator, Dataset pictures, PrintWriter err)
      throws IOException {
    try (ProgressLine line = ProgressLine.on(err)) {
      return evaluator.evaluate(
          pictures,
          (done, total, result) -> {
            result.problem().ifPresent(p -> line.println(result.name() + ": " + p));
            line.show("Evaluating", done, total);
          },
          () -> false);
    }
  }
}
