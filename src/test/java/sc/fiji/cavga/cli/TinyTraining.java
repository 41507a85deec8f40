package sc.fiji.cavga.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Trainings that take a second. */
public final class TinyTraining {

  private static final List<String> OPTIONS =
      List.of(
          "--size",
          "16",
          "--width",
          "4",
          "--latent-channels",
          "4",
          "--batch",
          "4",
          "--epochs",
          "2",
          "--fewest-steps",
          "4",
          "--warm-up",
          "1",
          "--detector-steps",
          "3",
          "--seed",
          "3");

  private TinyTraining() {}

  /** The train command with small settings and, after them, what is given. */
  static Ran train(Path model, String... more) {
    List<String> arguments = new ArrayList<>(List.of("train", "--model", model.toString()));
    arguments.addAll(OPTIONS);
    arguments.addAll(List.of(more));
    return Ran.with(arguments.toArray(new String[0]));
  }

  /** A data set in a folder and a model that was trained on it. */
  public static Path model(Path folder) throws Exception {
    Path dataset = DrawnPictures.dataset(folder.resolve("data"));
    Path model = folder.resolve("healthy.cavga");
    Ran ran = train(model, "--dataset", dataset.toString());
    if (ran.code() != ExitCode.DONE) throw new AssertionError(ran.err());
    return model;
  }
}
