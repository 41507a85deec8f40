package sc.fiji.cavga.cli.export;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import sc.fiji.cavga.export.Exported;
import sc.fiji.cavga.export.bioimageio.PackageChoice;

/**
 * Whether an exported model is packed for the BioImage Model Zoo too, and what the package says.
 */
final class PackageOption {

  @Option(
      names = "--bioimageio",
      description = {
        "Also writes NAME.bioimageio.zip, a package for the BioImage Model Zoo and the programs around"
            + " it; needs --author and --license"
      })
  private boolean given;

  @Option(
      names = "--author",
      paramLabel = "NAME",
      description = "Who has made the model, for the package; may be given several times")
  private List<String> authors = new ArrayList<>();

  @Option(
      names = "--license",
      paramLabel = "ID",
      description =
          "Under which licence the model is, for the package: an identifier of spdx.org/licenses, such"
              + " as CC-BY-4.0")
  private String licence;

  /**
   * @throws IllegalArgumentException with one sentence, as of {@link PackageChoice#of}
   */
  PackageChoice choice(Exported export) {
    return PackageChoice.of(given, export, authors, licence);
  }
}
