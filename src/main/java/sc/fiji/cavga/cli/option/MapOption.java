package sc.fiji.cavga.cli.option;

import picocli.CommandLine.Option;
import sc.fiji.cavga.model.examination.MapKind;

/** Which anomaly map is used. */
public final class MapOption {

  @Option(
      names = "--map",
      paramLabel = "KIND",
      defaultValue = "DEFAULT",
      description =
          "default (how unusual a place looks among normal ones), attention (the paper's 1 - A) or"
              + " reconstruction (the difference from what the network makes of the picture)")
  private MapKind kind;

  public MapKind kind() {
    return kind;
  }
}
