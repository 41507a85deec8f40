package sc.fiji.cavga.cli.option;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sc.fiji.cavga.compute.ComputeBackend;

/** How many threads compute; for every command that does. */
public final class ThreadOption {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that compute; default: one per core, or OMP_NUM_THREADS.")
  private Integer threads;

  /** Starts what computes, with as many threads as were asked for. */
  public ComputeBackend startBackend() {
    int most = ComputeBackend.MOST_THREADS;
    if (threads != null && (threads < 1 || threads > most))
      throw new ParameterException(
          command.commandLine(), "--threads must be 1 to " + most + ", not " + threads + ".");
    ComputeBackend backend = ComputeBackend.start();
    if (threads != null) backend.useThreads(threads);
    return backend;
  }
}
