package sc.fiji.cavga.cli.option;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.Subject;
import sc.fiji.cavga.dataset.TrainingFolders;
import sc.fiji.cavga.read.PictureReader;

/** What to train on: folders of pictures, or a data set. */
public final class TrainingData {

  /** Folders that hold nothing else. */
  static final class Folders {

    @Option(
        names = "--normal",
        required = true,
        paramLabel = "DIR",
        description = "Pictures of healthy eyes")
    private Path normal;

    @Option(
        names = "--anomalous",
        paramLabel = "DIR",
        description = "Some anomalous pictures, for weakly supervised training")
    private Path anomalous;
  }

  @ArgGroup(exclusive = false)
  private Folders folders;

  @ArgGroup(exclusive = false)
  private DatasetOptions dataset;

  /**
   * The pictures that were named.
   *
   * @throws IOException with one sentence when a folder or data set cannot be read
   */
  public Dataset open() throws IOException {
    if (folders == null) return dataset.openForTraining();
    return TrainingFolders.open(folders.normal, folders.anomalous, PictureReader.standard());
  }

  /** What the pictures show. */
  public Subject subject() {
    return folders != null ? Subject.RETINA : dataset.subject();
  }

  /** Whether anomalous pictures were named, so that training is weakly supervised. */
  public boolean namesAnomalous() {
    return folders != null ? folders.anomalous != null : dataset.takesTestAnomalies();
  }
}
