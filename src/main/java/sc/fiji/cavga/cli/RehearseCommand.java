package sc.fiji.cavga.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import sc.fiji.cavga.cli.error.ExitCode;
import sc.fiji.cavga.lab.TemporaryFolder;
import sc.fiji.cavga.phantom.FundusPhantom;

/** Uses the classes that users need, while Java notes them in the archive of the launcher. */
@Command(
    name = "rehearse",
    hidden = true,
    description = "Trains and localizes in miniature, for the launcher's archive of classes.")
final class RehearseCommand implements Callable<Integer> {

  private static final int EYES = 6;
  private static final int WIDTH = 160;
  private static final int HEIGHT = 136;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    try (TemporaryFolder folder = new TemporaryFolder()) {
      return in(folder.path());
    }
  }

  private int in(Path folder) throws IOException {
    String eyes = Files.createDirectory(folder.resolve("eyes")).toString();
    String model = folder.resolve("healthy.cavga").toString();
    String results = folder.resolve("results").toString();
    FundusPhantom phantom = new FundusPhantom(WIDTH, HEIGHT);
    for (int eye = 0; eye < EYES; eye++)
      phantom.draw(eye).writeJpeg(folder.resolve("eyes").resolve(eye + ".jpg"));
    int trained =
        run(
            "train",
            "--size",
            "16",
            "--batch",
            "4",
            "--detector-steps",
            "3",
            "--normal",
            eyes,
            "--model",
            model);
    return trained != ExitCode.DONE
        ? trained
        : run("localize", "--model", model, "--input", eyes, "--output", results);
  }

  private int run(String command, String... arguments) {
    PrintWriter nobody = new PrintWriter(Writer.nullWriter());
    CommandLine line = spec.root().subcommands().get(command);
    return line.setOut(nobody).setErr(nobody).execute(arguments);
  }
}
