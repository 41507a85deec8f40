package sc.fiji.cavga.cli.error;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Options of earlier versions, which scripts may still name, and what is used instead of each. */
final class RemovedOptions {

  private static final String GUIDANCE =
      "the default method learns from synthetic anomalies without it; leave it out";

  private static final Map<String, String> INSTEAD =
      Map.of("--guidance", GUIDANCE, "--guidance-weight", GUIDANCE);

  private RemovedOptions() {}

  /** What to do, in one sentence, if arguments were not understood because of such an option. */
  static Optional<String> sentence(ParameterException error) {
    if (!(error instanceof UnmatchedArgumentException)) return Optional.empty();
    return ((UnmatchedArgumentException) error)
        .getUnmatched().stream()
            .filter(Objects::nonNull)
            .map(argument -> argument.split("=", 2)[0])
            .filter(INSTEAD::containsKey)
            .findFirst()
            .map(name -> name + " is gone: " + INSTEAD.get(name) + ".");
  }
}
