package sc.fiji.cavga.cli.option;

import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Option;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.patients.Patients;

/** Says whose eyes training pictures show. */
public final class GroupOption {

  @Option(
      names = "--group",
      paramLabel = "REGEX|CSV",
      description =
          "Whose eyes the pictures show, so that those of one patient are not learned from and held"
              + " out at once: a regular expression that is looked for in file names, whose first"
              + " group (or all it matches) is the patient, or a table NAME.csv with the columns"
              + " file and patient")
  private String group;

  /** As it was written. */
  public Optional<String> text() {
    return Optional.ofNullable(group);
  }

  /**
   * The data set, its training pictures of known patients where the option is given.
   *
   * @throws IOException with one sentence when the group cannot be read or names no picture
   */
  public Dataset of(Dataset dataset) throws IOException {
    return group == null ? dataset : Patients.of(group).of(dataset);
  }
}
