package sc.fiji.cavga.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;
import org.scijava.widget.FileWidget;
import sc.fiji.cavga.command.task.CancellableTask;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.Layouts;
import sc.fiji.cavga.evaluate.EvaluationFolder;
import sc.fiji.cavga.evaluate.Evaluator;
import sc.fiji.cavga.evaluate.report.EvaluationReport;
import sc.fiji.cavga.io.OutputMark;
import sc.fiji.cavga.model.Predictor;
import sc.fiji.cavga.model.examination.MapKind;

/** Measures a model on a data set's test pictures, into a page and files. */
@Plugin(
    type = Command.class,
    menuPath = "Plugins>CAVGA>Evaluate CAVGA...",
    description =
        "Measures a model on the test pictures of a data set whose truth is known, and "
            + "writes a report, metrics and plots. Use pictures that it was not trained on.",
    headless = true)
public final class EvaluateCommand extends MapCommand {

  @Parameter(
      label = "Data set",
      description = "Folder of a data set with test pictures, such as test/normal, test/abnormal.",
      style = FileWidget.DIRECTORY_STYLE,
      required = false,
      persist = false)
  private File dataset;

  @Parameter(
      label = "Arrangement of the data set",
      description = "How the data set is arranged, such as folder or lag; empty to find out.",
      required = false,
      persist = false)
  private String layout = "";

  @Parameter(
      label = "Class that is normal",
      description = "Class or category, where the layout has some; otherwise empty.",
      required = false,
      persist = false)
  private String normal_class = "";

  @Parameter(
      label = "Results",
      description = "Folder for report.html, metrics.json, scores.csv and the plots.",
      style = FileWidget.DIRECTORY_STYLE,
      required = false,
      persist = false)
  private File output;

  @Parameter(
      label = "Replace earlier results",
      description =
          "Replaces files of the results' names too that no evaluation is known to have written.",
      persist = false)
  private boolean overwrite;

  @Parameter(label = "Advanced...", callback = "askAdvanced", required = false, persist = false)
  private Button advanced;

  @Parameter(label = "Help", callback = "showHelp", required = false, persist = false)
  private Button help;

  @Parameter(
      label = "Evaluate CAVGA",
      description = "The most important metrics, and where the rest is.",
      type = ItemIO.OUTPUT)
  private String summary;

  @Override
  protected void execute() throws IOException {
    MapKind kind = mapKind();
    Path to = chosen(output, "a folder for the results");
    Dataset pictures =
        Layouts.of(context())
            .openForEvaluation(
                chosen(dataset, "the folder of a data set"), given(layout), given(normal_class));
    Evaluator evaluator = new Evaluator(readModel(), kind, null, judgesAnyway(), Predictor.OWN);
    try (EvaluationFolder results = EvaluationFolder.open(to, overwrite);
        CancellableTask task = begin("Evaluating " + dataset.getName())) {
      EvaluationReport report =
          evaluator.evaluate(
              pictures,
              (done, total, result) ->
                  task.show(done + " of " + total + " pictures", done / (double) total),
              task::isCancelled);
      results.write(report);
      int warnings = report.warnings().size();
      summary =
          report.summary()
              + (warnings == 0
                  ? ""
                  : " Warnings: " + warnings + ", the first: " + report.warnings().get(0))
              + (pictures.results() == 0 ? "" : " " + OutputMark.passedOver(pictures.results()))
              + " All is in "
              + to.resolve(EvaluationReport.PAGE)
              + ".";
      summary = showEnd(summary, to.resolve(EvaluationReport.PAGE), to);
    }
  }

  /** Null for a field that was left empty. */
  private static String given(String text) {
    return text == null || text.trim().isEmpty() ? null : text.trim();
  }
}
