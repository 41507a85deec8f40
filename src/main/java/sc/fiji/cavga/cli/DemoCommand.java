package sc.fiji.cavga.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sc.fiji.cavga.cli.error.ExitCode;
import sc.fiji.cavga.cli.option.OverwriteOption;
import sc.fiji.cavga.cli.option.ThreadOption;
import sc.fiji.cavga.cli.progress.FolderProgressLine;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.FileSample;
import sc.fiji.cavga.dataset.Layouts;
import sc.fiji.cavga.dataset.PictureFolder;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.evaluate.EvaluationFolder;
import sc.fiji.cavga.evaluate.Evaluator;
import sc.fiji.cavga.evaluate.report.EvaluationReport;
import sc.fiji.cavga.io.WritableFolder;
import sc.fiji.cavga.lab.ContactSheet;
import sc.fiji.cavga.lab.SheetSelection;
import sc.fiji.cavga.localize.Localizer;
import sc.fiji.cavga.localize.folder.FolderLocalizer;
import sc.fiji.cavga.localize.folder.FolderOptions;
import sc.fiji.cavga.method.disc.DiscMethod;
import sc.fiji.cavga.method.local.LocalMethod;
import sc.fiji.cavga.method.local.LocalSettings;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.MethodPart;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.read.PictureReader;
import sc.fiji.cavga.train.TrainingConfig;
import sc.fiji.cavga.ui.Durations;

/** All of it once, on the sample pictures. */
@Command(
    name = "demo",
    description = "Trains, localizes and evaluates on the sample pictures, in about three minutes.")
final class DemoCommand implements Callable<Integer> {

  private static final int STEPS = 1700;

  /** The sample's eyes have one kind of lesion each, and often one in all. */
  private static final double SCORE_SHARE = 0.003;

  private static final String DISCS = "discs";
  private static final String HEALTHY = "normal";
  private static final String[] TEST_FOLDERS = {"normal", "abnormal"};

  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Pictures in plain folders, such as sample-fundus")
  private Path data;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the results")
  private Path output;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Another seed, another training; default: ${DEFAULT-VALUE}")
  private long seed;

  @Mixin private OverwriteOption overwrite;

  @Mixin private ThreadOption threads;

  private final TrainingConfig config;

  DemoCommand() {
    this(standard());
  }

  /** With another training, for tests. */
  DemoCommand(TrainingConfig config) {
    this.config = config;
  }

  /** Ends within three minutes on two cores; a slower machine makes as many steps. */
  static TrainingConfig standard() {
    return TrainingConfig.of(LocalMethod.NAME + "," + DiscMethod.NAME)
        .with(LocalSettings.STEPS, STEPS)
        .with(CommonSettings.SCORE_SHARE, SCORE_SHARE);
  }

  @Override
  public Integer call() throws IOException {
    long start = System.nanoTime();
    Layouts layouts = Layouts.discovered();
    layouts.openForTraining(data, "folder", null);
    Dataset dataset = layouts.openForEvaluation(data, "folder", null);
    WritableFolder.require(output);
    threads.startBackend();
    Path file = output.resolve("model.cavga");
    TrainedModel model =
        TrainCommand.run(
            config.with(CommonSettings.SEED, seed),
            dataset,
            null,
            file,
            overwrite.isGiven(),
            err());
    EvaluationReport report = evaluated(model, dataset, output);
    Path sheet = output.resolve(EvaluationFolder.SHEET);
    FolderOptions options = new FolderOptions(overwrite.isGiven(), false, true, true, true);
    try (Localizer localizer = new Localizer(model, MapKind.DEFAULT)) {
      FolderLocalizer folders = new FolderLocalizer(localizer, PictureReader.standard(), options);
      for (String folder : TEST_FOLDERS)
        FolderProgressLine.show(
            "Localizing",
            listener ->
                folders.run(
                    data.resolve("test").resolve(folder),
                    output.resolve(folder),
                    listener,
                    () -> false),
            err());
      ContactSheet.write(sheet, SheetSelection.of(report.results(), dataset), localizer);
    }
    EvaluationReport discs = discs(model);
    conclude(report, discs, file, sheet, System.nanoTime() - start);
    return report.failed() == 0 ? ExitCode.DONE : ExitCode.SOME_FAILED;
  }

  private EvaluationReport evaluated(TrainedModel model, Dataset dataset, Path folder)
      throws IOException {
    try (EvaluationFolder results = EvaluationFolder.open(folder, overwrite.isGiven())) {
      EvaluationReport report =
          EvaluateCommand.run(new Evaluator(model, MapKind.DEFAULT), dataset, err());
      results.write(report);
      return report;
    }
  }

  /** What the method for optic discs says of the sample's own discs; null where there are none. */
  private EvaluationReport discs(TrainedModel model) throws IOException {
    Path folder = data.resolve(DISCS);
    List<MethodPart> parts = new ArrayList<>();
    for (MethodPart part : model.parts())
      if (part.method().name().equals(DiscMethod.NAME)) parts.add(part);
    if (parts.isEmpty() || !Files.isDirectory(folder)) return null;
    List<Sample> test = new ArrayList<>();
    for (String kind : new String[] {HEALTHY, "glaucoma"})
      PictureFolder.files(folder.resolve(kind))
          .forEach(
              (name, file) ->
                  test.add(
                      new FileSample(
                          kind + "/" + name,
                          file,
                          !kind.equals(HEALTHY),
                          null,
                          PictureReader.standard())));
    TrainedModel alone = new TrainedModel(model.preprocessing(), parts, model.provenance());
    return evaluated(alone, new Dataset(List.of(), List.of(), test), output.resolve(DISCS));
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }

  private void conclude(
      EvaluationReport report, EvaluationReport discs, Path model, Path sheet, long nanoseconds) {
    PrintWriter out = spec.commandLine().getOut();
    out.println();
    PlainMetrics.lines(report).forEach(out::println);
    if (discs != null) {
      out.println();
      out.println("Drawn optic discs, healthy ones and such with large cups or notched rims:");
      PlainMetrics.lines(discs).forEach(out::println);
    }
    out.println();
    row(out, "Contact sheet", sheet);
    row(out, "Metrics", output.resolve(EvaluationReport.METRICS));
    row(out, "Scores", output.resolve(EvaluationReport.SCORES));
    row(out, "Model", model);
    for (String folder : TEST_FOLDERS) row(out, "Tables, maps, ROIs", output.resolve(folder));
    out.println();
    out.println(
        "All this took "
            + Durations.text(nanoseconds / 1e9)
            + ". For research; not a medical device.");
  }

  private static void row(PrintWriter out, String name, Path path) {
    out.printf(Locale.ROOT, "%-20s %s%n", name, path);
  }
}
