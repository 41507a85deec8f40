package sc.fiji.cavga.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import sc.fiji.cavga.fuzz.StoredZips;

/** Models that version 1 has written. */
final class VersionOneFiles {

  private static final String DETECTOR = "detector.safetensors";
  private static final String MODEL = "model.json";

  private final Path folder;

  /**
   * Two models of one seed learned the same U-Net from the same pictures: it lies in one of them
   * alone. A model of the density alone is made of it too.
   *
   * @param folder that they are put into
   */
  VersionOneFiles(Path folder) throws IOException {
    this.folder = folder;
    for (String name : List.of("local-without-detector", "local-weak", "cavga-d-weak", "cavga-r"))
      try (InputStream in = getClass().getResourceAsStream("version1/" + name + ".cavga")) {
        Files.copy(in, file(name));
      }
    Map<String, byte[]> local = entries("local-without-detector");
    local.put(DETECTOR, entries("local-weak").get(DETECTOR));
    StoredZips.write(file("local"), local);
    Map<String, byte[]> density = entries("local-without-detector");
    String json = new String(density.get(MODEL), UTF_8);
    density.put(
        MODEL,
        json.replace("\"default_map\": \"detector\"", "\"default_map\": \"density\"")
            .replaceFirst(",\\s*\"picture_score\": \\{[^}]*\\}", "")
            .getBytes(UTF_8));
    StoredZips.write(file("local-density"), density);
  }

  Path file(String name) {
    return folder.resolve(name + ".cavga");
  }

  TrainedModel read(String name) throws IOException {
    return ModelFile.read(file(name));
  }

  /** By their names; a copy. */
  Map<String, byte[]> entries(String name) throws IOException {
    return StoredZips.read(file(name));
  }
}
