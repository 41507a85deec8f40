package sc.fiji.cavga.export.bioimageio;

import java.io.IOException;
import java.nio.file.Path;
import sc.fiji.cavga.export.OnnxExport;
import sc.fiji.cavga.io.AtomicFile;
import sc.fiji.cavga.io.StoredZipWriter;

/**
 * An exported model as the BioImage Model Zoo and the programs around it take models: a zip of the
 * ONNX file, {@code rdf.yaml} that describes it, a test, a cover and a page for people.
 */
public final class ModelPackage {

  /** Of the files. */
  public static final String EXTENSION = ".bioimageio.zip";

  private ModelPackage() {}

  /** Beside an exported model, {@code NAME.onnx}. */
  public static Path beside(Path model) {
    String name = model.getFileName().toString().replaceAll("(?i)\\.onnx$", "");
    return model.resolveSibling(name + EXTENSION);
  }

  /**
   * Writes a package, whole or not at all; the same model gives the same bytes.
   *
   * @param target whose name the model has in the package
   * @param model what was exported
   * @param rights that the package states
   * @return what was done, in sentences for people
   * @throws IOException with one sentence when the file cannot be written, or what the model holds
   *     does not fit its method
   */
  public static String write(Path target, OnnxExport export, byte[] model, Rights rights)
      throws IOException {
    String name = target.getFileName().toString().replaceAll("(?i)\\.bioimageio\\.zip$", "");
    PackageFiles files = new PackageFiles(export, model, name + ".onnx");
    files.add("rdf.yaml", YamlText.of(ResourceDescription.of(export, files, rights)));
    AtomicFile.write(
        target,
        out -> {
          try (StoredZipWriter zip = new StoredZipWriter(out)) {
            for (String each : files.names())
              zip.add(each, entry -> entry.write(files.content(each)));
          }
        });
    String done = "A package for the BioImage Model Zoo is in " + target.toAbsolutePath() + ".";
    return files.isTested(OnnxExport.ANOMALOUS)
        ? done
        : done
            + " To this model no made picture is anomalous, so that the output "
            + OnnxExport.ANOMALOUS
            + " has no test, and programs that want one for each output will say so.";
  }
}
