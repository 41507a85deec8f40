package sc.fiji.cavga.export.bioimageio;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import sc.fiji.cavga.export.OnnxExport;
import sc.fiji.cavga.export.PreprocessingDescription;
import sc.fiji.cavga.io.Fingerprint;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;

/** The files of a package, in memory. */
final class PackageFiles {

  static final String README = "README.md";

  /** What comes before and after the network; the model's metadata hold the same. */
  static final String PREPROCESSING = "preprocessing.json";

  private final Map<String, byte[]> contents = new LinkedHashMap<>();
  private final String model;
  private final boolean ofEyes;

  /**
   * All but the description, which names the others.
   *
   * @param content of the exported model
   * @param model its file's name
   * @throws IOException with one sentence when what the model holds does not fit its method
   */
  PackageFiles(OnnxExport export, byte[] content, String model) throws IOException {
    this.model = model;
    ofEyes = export.model().preprocessing().fieldOfView() == FieldOfViewMode.RETINA;
    contents.put(model, content);
    String preprocessing =
        new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .create()
            .toJson(PreprocessingDescription.of(export.model().preprocessing()));
    add(PREPROCESSING, preprocessing + "\n");
    TestArrays test = TestArrays.of(export);
    test.arrays().forEach((tensor, array) -> contents.put(testArray(tensor), array));
    contents.put(CoverPicture.name(), CoverPicture.of(test));
    add(README, PackageReadme.of(export, model));
  }

  /** Of the test's input or output of that name. */
  static String testArray(String tensor) {
    return "test_" + tensor + ".npy";
  }

  /** Whether the test has the input or output of that name. */
  boolean isTested(String tensor) {
    return contents.containsKey(testArray(tensor));
  }

  /** Whether the model is of photographs of eyes, and not of other pictures. */
  boolean ofEyes() {
    return ofEyes;
  }

  void add(String name, String text) {
    contents.put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** In their order. */
  Set<String> names() {
    return contents.keySet();
  }

  /** The exported model's. */
  String model() {
    return model;
  }

  /** The array itself, not a copy. */
  byte[] content(String name) {
    return contents.get(name);
  }

  /** SHA-256, hexadecimal. */
  String sum(String name) {
    Fingerprint sum = new Fingerprint();
    try (OutputStream stream = sum.stream()) {
      stream.write(contents.get(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sum.text();
  }
}
