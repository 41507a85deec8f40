package sc.fiji.cavga.cli.option;

import picocli.CommandLine.Option;

/** Lets a command replace what an earlier one has written. */
public final class OverwriteOption {

  @Option(
      names = "--overwrite",
      description = "Begins anew and replaces what earlier runs have written")
  private boolean overwrite;

  public boolean isGiven() {
    return overwrite;
  }
}
