package sc.fiji.cavga.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sc.fiji.cavga.cli.error.ExitCode;
import sc.fiji.cavga.cli.option.OverwriteOption;
import sc.fiji.cavga.phantom.SampleDataset;
import sc.fiji.cavga.phantom.SampleDiscs;

/** Draws the sample pictures anew; for those who work on CAVGA itself. */
@Command(
    name = "sample",
    hidden = true,
    description = "Draws the synthetic fundus photographs of sample-fundus.")
final class SampleCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the pictures")
  private Path output;

  @Mixin private OverwriteOption overwrite;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "" + SampleDataset.COMMITTED_SEED,
      description = "Other eyes for another number; default: ${DEFAULT-VALUE}.")
  private long seed;

  @Override
  public Integer call() throws IOException {
    if (!overwrite.isGiven()) requireEmpty();
    SampleDataset.write(output, seed);
    spec.commandLine()
        .getOut()
        .println(
            new SampleDataset(seed).pictures().size()
                + new SampleDiscs(seed).discs().size()
                + " pictures are in "
                + output
                + ".");
    return ExitCode.DONE;
  }

  private void requireEmpty() throws IOException {
    if (!Files.isDirectory(output)) return;
    try (Stream<Path> files = Files.list(output)) {
      if (files.findAny().isPresent())
        throw new IOException(
            "The folder " + output + " is not empty; choose another, or overwrite what is there.");
    }
  }
}
