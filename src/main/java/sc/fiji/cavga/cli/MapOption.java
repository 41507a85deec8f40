package sc.fiji.cavga.cli;

import picocli.CommandLine.Option;
import sc.fiji.cavga.model.MapKind;

/** Which anomaly map is used. */
final class MapOption {

  @Option(
      names = "--map",
      paramLabel = "KIND",
      defaultValue = "DEFAULT",
      description =
          "default (reconstruction and attention), attention (the paper's 1 - A) or reconstruction")
  private MapKind kind;

  MapKind kind() {
    return kind;
  }
}
