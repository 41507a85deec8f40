package sc.fiji.cavga.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.cavga.cli.error.ExitCode;

/** Trainings that take a second. */
public final class TinyTraining {

  private static final String COMMON = " --size 16 --batch 4 --seed 3";
  private static final String LOCAL = " --detector-steps 3";
  private static final String CAVGA =
      " --width 4 --latent-channels 4 --epochs 2 --fewest-steps 4 --warm-up 1";

  private TinyTraining() {}

  /** The train command with small settings of both methods and, after them, what is given. */
  static Ran train(Path model, String... more) {
    return run(model, "--method local,cavga" + COMMON + LOCAL + CAVGA, more);
  }

  /** As {@link #train}, of the default method. */
  static Ran trainLocal(Path model, String... more) {
    return run(model, COMMON.trim() + LOCAL, more);
  }

  /** As {@link #train}, of the paper's method, which the options given must name. */
  static Ran trainCavga(Path model, String... more) {
    return run(model, COMMON.trim() + CAVGA, more);
  }

  private static Ran run(Path model, String options, String... more) {
    List<String> arguments = new ArrayList<>(List.of("train", "--model", model.toString()));
    arguments.addAll(List.of(options.split(" ")));
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
