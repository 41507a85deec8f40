package sc.fiji.cavga.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import sc.fiji.cavga.cli.error.ExitCode;
import sc.fiji.cavga.cli.reference.ReferencePage;

/** Prints the reference page anew; for those who work on CAVGA itself. */
@Command(
    name = "reference",
    hidden = true,
    description = "Prints docs/reference.md: all settings and options.")
final class ReferenceCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(ReferencePage.of(spec.root()));
    return ExitCode.DONE;
  }
}
