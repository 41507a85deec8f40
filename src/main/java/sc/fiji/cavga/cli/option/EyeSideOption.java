package sc.fiji.cavga.cli.option;

import picocli.CommandLine.Option;
import sc.fiji.cavga.picture.Laterality;

/** Which eye pictures show. */
public final class EyeSideOption {

  /** What the command line takes. */
  enum Side {
    AUTO(Laterality.UNKNOWN),
    RIGHT(Laterality.RIGHT),
    LEFT(Laterality.LEFT);

    private final Laterality laterality;

    Side(Laterality laterality) {
      this.laterality = laterality;
    }
  }

  @Option(
      names = "--eye-side",
      paramLabel = "SIDE",
      defaultValue = "AUTO",
      description =
          "Which eye all pictures show, for nasal and temporal rim: right, left, or auto (what a"
              + " DICOM file says, else by the optic disc's place); default: auto")
  private Side side;

  /** Unknown where it is to be told by each picture. */
  public Laterality side() {
    return side.laterality;
  }
}
