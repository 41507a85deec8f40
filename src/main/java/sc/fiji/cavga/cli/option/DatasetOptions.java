package sc.fiji.cavga.cli.option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import picocli.CommandLine.Option;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.Layouts;
import sc.fiji.cavga.dataset.Subject;

/** A data set in one of the known layouts. */
public final class DatasetOptions {

  @Option(
      names = "--dataset",
      required = true,
      paramLabel = "DIR",
      description = "A data set with its training and test pictures")
  private Path dataset;

  @Option(
      names = "--layout",
      paramLabel = "L",
      description =
          "How it is arranged: folder, lag, mvtec, mstc, idx or cifar10; default: what it looks"
              + " like")
  private String layout;

  @Option(
      names = "--class",
      paramLabel = "K",
      description =
          "The class that is normal, the category or the scene, where the layout has such")
  private String normalClass;

  @Option(
      names = "--weak-from-test",
      paramLabel = "N|P%%",
      converter = TestAnomalies.Converter.class,
      description =
          "Takes so many of the anomalous test pictures for weakly supervised training, where a"
              + " set has none for it; give evaluate the same, so that it leaves them out")
  private TestAnomalies fromTest;

  @Option(
      names = "--weak-seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Decides which ones; default: ${DEFAULT-VALUE}")
  private long fromTestSeed;

  Dataset openForTraining() throws IOException {
    return moved(Layouts.discovered().openForTraining(dataset, layout, normalClass));
  }

  public Dataset openForEvaluation() throws IOException {
    return moved(Layouts.discovered().openForEvaluation(dataset, layout, normalClass));
  }

  /** The classes that are given, separated by commas; one that is null where none is. */
  public List<String> classes() {
    return normalClass == null
        ? Collections.singletonList(null)
        : Arrays.asList(normalClass.split(","));
  }

  /**
   * Both parts, one of the classes being normal.
   *
   * @param seed decides which anomalous test pictures are taken for training
   */
  public Dataset openForTrial(String oneClass, long seed) throws IOException {
    Layouts layouts = Layouts.discovered();
    layouts.openForTraining(dataset, layout, oneClass);
    Dataset opened = layouts.openForEvaluation(dataset, layout, oneClass);
    return fromTest == null ? opened : fromTest.apply(opened, seed);
  }

  /** What the pictures show; where that cannot be told, opening the data set says why. */
  public Subject subject() {
    try {
      return Layouts.discovered().subject(dataset, layout);
    } catch (IOException e) {
      return Subject.RETINA;
    }
  }

  /** Whether some of the test pictures are taken for weakly supervised training. */
  public boolean takesTestAnomalies() {
    return fromTest != null;
  }

  private Dataset moved(Dataset opened) throws IOException {
    return fromTest == null ? opened : fromTest.apply(opened, fromTestSeed);
  }
}
