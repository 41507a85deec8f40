package sc.fiji.cavga.export;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import sc.fiji.cavga.compute.ComputeBackend;
import sc.fiji.cavga.io.AtomicFile;
import sc.fiji.cavga.io.ReplaceableFile;
import sc.fiji.cavga.onnx.runtime.OnnxRuntime;

/**
 * Writes an exported model into a file that is there whole or not at all, and never before ONNX
 * Runtime, where there is one, has computed with it what our own engine computes.
 */
public final class ModelExporter {

  /** Of the files. */
  public static final String EXTENSION = ".onnx";

  private final Exported export;
  private final Exported compared;
  private boolean overwrite;
  private boolean check = true;

  public ModelExporter(Exported export) {
    this(export, export);
  }

  /**
   * @param compared with what our own engine computes of it
   */
  ModelExporter(Exported export, Exported compared) {
    this.export = export;
    this.compared = compared;
  }

  /** Whether an earlier file of that name is replaced. */
  public ModelExporter overwrite(boolean value) {
    overwrite = value;
    return this;
  }

  /** Whether ONNX Runtime, where there is one, is asked. */
  public ModelExporter check(boolean value) {
    check = value;
    return this;
  }

  /**
   * @param file NAME.onnx
   * @return what was done, in sentences for people
   * @throws IOException with one sentence when the file cannot be written, what the model holds
   *     does not fit its method, or the engines differ
   */
  public String write(Path file) throws IOException {
    if (!file.toString().toLowerCase(Locale.ROOT).endsWith(EXTENSION))
      throw new IOException(file + " must end in " + EXTENSION + ": give another name.");
    ReplaceableFile.require(file, EXTENSION, overwrite);
    Optional<ExportCheck.Result> checked = Optional.empty();
    if (check && OnnxSession.isPresent()) checked = Optional.of(checked());
    JsonObject json = new JsonObject();
    json.addProperty("checked", checked.isPresent());
    checked.ifPresent(
        result -> {
          json.addProperty("engine", result.engine);
          json.addProperty("pictures", result.pictures);
          json.addProperty("largest_difference", result.difference);
        });
    byte[] bytes = export.bytes(Map.of(ExportProperties.CHECK, json.toString()));
    AtomicFile.write(file, out -> out.write(bytes));
    return export.what()
        + " in "
        + file.toAbsolutePath()
        + ". "
        + checked
            .map(ModelExporter::sentence)
            .orElse(check ? "It was not checked: " + OnnxRuntime.MISSING : "It was not checked.");
  }

  private ExportCheck.Result checked() throws IOException {
    ExportCheck.Result result =
        compared.check(export.bytes(Map.of()), ComputeBackend.start().threads());
    if (result.difference > ExportCheck.MOST)
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%s does not compute what CAVGA does, they differ by %.2g, so nothing was written: try"
                  + " another version of it, or report this.",
              result.engine,
              result.difference));
    return result;
  }

  private static String sentence(ExportCheck.Result result) {
    return String.format(
        Locale.ROOT,
        "%s computes the same of %d made pictures: the largest difference is %.1g.",
        result.engine,
        result.pictures,
        result.difference);
  }
}
