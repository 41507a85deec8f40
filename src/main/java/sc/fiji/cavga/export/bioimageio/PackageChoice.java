package sc.fiji.cavga.export.bioimageio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import sc.fiji.cavga.export.Exported;
import sc.fiji.cavga.export.OnnxExport;
import sc.fiji.cavga.io.ReplaceableFile;

/** Whether an exported model is also packed for the BioImage Model Zoo, and whose it is. */
public final class PackageChoice {

  private final OnnxExport export;
  private final Rights rights;

  private PackageChoice(OnnxExport export, Rights rights) {
    this.export = export;
    this.rights = rights;
  }

  /**
   * @param wanted whether there is a package
   * @param export what would be in it
   * @param authors names of people or groups
   * @param licence an identifier of spdx.org/licenses; null where none was given
   * @throws IllegalArgumentException with one sentence when there is no package of what is
   *     exported, when the author or the licence is missing, or there is one without a package
   */
  public static PackageChoice of(
      boolean wanted, Exported export, List<String> authors, String licence) {
    if (wanted && !(export instanceof OnnxExport))
      throw new IllegalArgumentException(
          "A package of the BioImage Model Zoo holds a map, which is not exported of this method:"
              + " leave bioimageio out.");
    if (wanted) return new PackageChoice((OnnxExport) export, new Rights(authors, licence));
    if (licence != null || !authors.isEmpty())
      throw new IllegalArgumentException(
          "The author and the license are for a package: ask for bioimageio too, or leave them"
              + " out.");
    return new PackageChoice(null, null);
  }

  /**
   * Asked before anything is computed.
   *
   * @param model the file that is exported, which stays
   * @param output the exported model's file
   * @throws IOException with one sentence when the package cannot be written
   */
  public void require(Path model, Path output, boolean overwrite) throws IOException {
    if (rights == null) return;
    ReplaceableFile.requireOther(model, ModelPackage.beside(output));
    ReplaceableFile.require(ModelPackage.beside(output), ModelPackage.EXTENSION, overwrite);
  }

  /**
   * Writes the package, where there shall be one.
   *
   * @param output the exported model's file, which is there
   * @return what was done, in sentences; empty where nothing was asked for
   */
  public Optional<String> write(Path output) throws IOException {
    if (rights == null) return Optional.empty();
    Path target = ModelPackage.beside(output);
    byte[] model = Files.readAllBytes(output);
    return Optional.of(ModelPackage.write(target, export, model, rights));
  }
}
