package sc.fiji.cavga.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Models that come with the software, so that it works before anybody has trained one. Their names
 * have neither a folder nor the ending {@code .cavga}; a file of such a name is meant where its
 * folder is given too, as {@code ./NAME}.
 */
public final class ShippedModels {

  /** Of healthy eyes of several cameras: the one to begin with. */
  public static final String HEALTHY_FUNDUS = "healthy-fundus";

  private static final List<String> NAMES = List.of(HEALTHY_FUNDUS);
  private static final String EXTENSION = ".cavga";

  private ShippedModels() {}

  /** What they are called, the one to begin with first; unmodifiable. */
  public static List<String> names() {
    return NAMES;
  }

  /** Whether it is one of their names. */
  public static boolean has(Path model) {
    return NAMES.contains(model.toString());
  }

  /**
   * Reads one of them, or a model file.
   *
   * @param model the name of one, or a file
   * @throws IOException with one sentence that names the model and says what is wrong with it; of a
   *     name that none has, it says which there are
   */
  public static TrainedModel read(Path model) throws IOException {
    if (has(model)) return shipped(model.toString());
    if (model.getParent() == null && !model.isAbsolute() && !Files.exists(model)) refuse(model);
    return ModelFile.read(model);
  }

  private static void refuse(Path model) throws IOException {
    String name = model.toString();
    if (!name.endsWith(EXTENSION))
      throw new IOException(
          "There is no model "
              + name
              + ": with the software comes "
              + String.join(", ", NAMES)
              + "; of a model file give the whole name, NAME"
              + EXTENSION
              + ".");
    String without = name.substring(0, name.length() - EXTENSION.length());
    if (NAMES.contains(without))
      throw new IOException(
          "There is no model file "
              + name
              + ": the model that comes with the software is "
              + without
              + ", without "
              + EXTENSION
              + ".");
  }

  private static TrainedModel shipped(String name) throws IOException {
    try (InputStream in = open(name)) {
      return ModelFile.read(in, name);
    }
  }

  /**
   * The model file's bytes, for a run that reads it elsewhere.
   *
   * @param name of one of them
   */
  public static byte[] bytes(String name) throws IOException {
    try (InputStream in = open(name)) {
      return in.readAllBytes();
    }
  }

  private static InputStream open(String name) throws IOException {
    String entry = "models/" + name + EXTENSION;
    InputStream in = ShippedModels.class.getClassLoader().getResourceAsStream(entry);
    if (in == null)
      throw new IOException(
          "The software's own model "
              + name
              + " is missing: install CAVGA again, or give a model file.");
    return in;
  }

  /**
   * Asked before a model is written.
   *
   * @throws IOException with one sentence when the name is one of theirs
   */
  public static void requireOther(Path model) throws IOException {
    if (has(model))
      throw new IOException(
          model
              + " comes with the software and stays as it is: give a file to write, such as my-"
              + model
              + EXTENSION
              + ".");
  }
}
