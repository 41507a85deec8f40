package sc.fiji.cavga.cli;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.Layouts;

/** A data set in one of the known layouts. */
final class DatasetOptions {

  @Option(
      names = "--dataset",
      required = true,
      paramLabel = "DIR",
      description = "A data set with its training and test pictures")
  private Path dataset;

  @Option(
      names = "--layout",
      paramLabel = "L",
      description = "How it is arranged, such as folder or idx; default: what it looks like")
  private String layout;

  @Option(
      names = "--class",
      paramLabel = "K",
      description = "The class that is normal, where the layout has classes")
  private String normalClass;

  Dataset openForTraining() throws IOException {
    return Layouts.discovered().openForTraining(dataset, layout, normalClass);
  }

  Dataset openForEvaluation() throws IOException {
    return Layouts.discovered().openForEvaluation(dataset, layout, normalClass);
  }
}
