package sc.fiji.cavga.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sc.fiji.cavga.cli.option.PictureRunOptions;
import sc.fiji.cavga.cli.option.ThreadOption;
import sc.fiji.cavga.localize.disc.DiscMeasurer;
import sc.fiji.cavga.localize.disc.DiscWork;
import sc.fiji.cavga.localize.folder.FolderOptions;
import sc.fiji.cavga.localize.folder.FolderWorker;

/** Measures optic disc, cup and rim without a model. */
@Command(
    name = "disc",
    sortOptions = false,
    description = {
      "Measures optic disc, cup and rim of a picture or all pictures of a folder, without a model.",
      "Where the disc cannot be seen there is a reason and no number; a picture that fails has its"
          + " row in results.csv; a run that was stopped goes on where it was when it is started"
          + " again."
    })
final class DiscCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private PictureRunOptions pictures;

  @Option(
      names = "--disc-networks",
      paramLabel = "FILE",
      description =
          "What train-disc has written; default: the networks that come with the software")
  private Path networks;

  @Mixin private ThreadOption threads;

  @Override
  public Integer call() throws IOException {
    threads.startBackend();
    FolderOptions options = pictures.folder(false);
    try (DiscMeasurer measurer = DiscMeasurer.of(networks)) {
      FolderWorker worker =
          new FolderWorker(new DiscWork(measurer, options), pictures.reader(), options);
      return pictures.run(
          "Measuring",
          (input, output, listener) -> worker.run(input, output, listener, () -> false),
          DiscWork::sentence,
          spec.commandLine());
    }
  }
}
