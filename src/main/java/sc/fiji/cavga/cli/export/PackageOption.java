package sc.fiji.cavga.cli.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import sc.fiji.cavga.export.OnnxExport;
import sc.fiji.cavga.export.bioimageio.ModelPackage;
import sc.fiji.cavga.export.bioimageio.Rights;
import sc.fiji.cavga.io.ReplaceableFile;

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
   * Asked before anything is computed.
   *
   * @param model the file that is exported, which stays
   * @param output the exported model's file
   * @throws IllegalArgumentException with one sentence when the author or the licence is missing,
   *     or there is one without the other
   * @throws IOException with one sentence when the package cannot be written
   */
  void require(Path model, Path output, boolean overwrite) throws IOException {
    if (!given && (licence != null || !authors.isEmpty()))
      throw new IllegalArgumentException(
          "--author and --license are for a package: add --bioimageio, or leave them out.");
    if (!given) return;
    new Rights(authors, licence);
    ReplaceableFile.requireOther(model, ModelPackage.beside(output));
    ReplaceableFile.require(ModelPackage.beside(output), ModelPackage.EXTENSION, overwrite);
  }

  /**
   * Writes the package, where it was asked for.
   *
   * @param output the exported model's file, which is there
   * @return what was done, in sentences; empty where nothing was asked for
   */
  Optional<String> write(Path output, OnnxExport export) throws IOException {
    if (!given) return Optional.empty();
    Path target = ModelPackage.beside(output);
    byte[] model = Files.readAllBytes(output);
    return Optional.of(ModelPackage.write(target, export, model, new Rights(authors, licence)));
  }
}
