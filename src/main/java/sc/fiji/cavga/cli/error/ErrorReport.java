package sc.fiji.cavga.cli.error;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import sc.fiji.cavga.cli.progress.PlainText;
import sc.fiji.cavga.compute.machine.NativeFailure;
import sc.fiji.cavga.io.ErrorSentence;

/** Errors as one sentence, with an exit code; stack traces only where they are asked for. */
public final class ErrorReport {

  private static final String GUIDANCE =
      "the default method learns from synthetic anomalies without it; leave it out";

  /** Options of earlier versions, which scripts may still name, and what to use instead. */
  private static final Map<String, String> INSTEAD =
      Map.of("--guidance", GUIDANCE, "--guidance-weight", GUIDANCE);

  /** As picocli shows Java's exception: the reason, where in the path, and the path. */
  private static final Pattern INVALID_PATH =
      Pattern.compile(
          Pattern.quote(InvalidPathException.class.getName())
              + ": (.*?)(?: at index \\d+)?: (.*?)\\)?$",
          Pattern.DOTALL);

  private ErrorReport() {}

  /** For arguments that cannot be understood. */
  public static int wrongUse(ParameterException error, String... arguments) {
    CommandLine command = error.getCommandLine();
    PrintWriter err = command.getErr();
    Optional<String> removed = removed(error);
    err.println(removed.orElseGet(() -> PlainText.of(understood(error))));
    if (removed.isEmpty()) UnmatchedArgumentException.printSuggestions(error, err);
    err.println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.WRONG_USE;
  }

  /** Without the words of Java's own that picocli passes on. */
  private static String understood(ParameterException error) {
    String message = error.getMessage();
    Matcher own = INVALID_PATH.matcher(message);
    if (!own.find()) return message;
    return ErrorSentence.orMessage(new InvalidPathException(own.group(2), own.group(1)));
  }

  /** What to do, in one sentence, if arguments were not understood because of an option gone. */
  private static Optional<String> removed(ParameterException error) {
    if (!(error instanceof UnmatchedArgumentException)) return Optional.empty();
    return ((UnmatchedArgumentException) error)
        .getUnmatched().stream()
            .filter(Objects::nonNull)
            .map(argument -> argument.split("=", 2)[0])
            .filter(INSTEAD::containsKey)
            .findFirst()
            .map(name -> name + " is gone: " + INSTEAD.get(name) + ".");
  }

  /** For a command that did not come to its end. */
  public static int failed(Throwable error, CommandLine command, boolean verbose) {
    // Options that are each understood may still not fit together.
    if (error instanceof ParameterException) return wrongUse((ParameterException) error);
    PrintWriter err = command.getErr();
    err.println(PlainText.of(sentence(error)));
    if (verbose) error.printStackTrace(err);
    return ExitCode.FAILED;
  }

  /** What went wrong and what to do, for a reader who did not write this program. */
  static String sentence(Throwable error) {
    Optional<String> ofFiles = ErrorSentence.of(error);
    if (ofFiles.isPresent()) return ofFiles.get();
    if (isOurs(error)) return error.getMessage();
    if (MissingLibrary.isOne(error)) return MissingLibrary.SENTENCE;
    Optional<String> ofThreads = NativeFailure.ofThreads(error);
    if (ofThreads.isPresent()) return ofThreads.get();
    if (error instanceof OutOfMemoryError)
      return "There is not enough memory: choose a smaller batch or size, or start Java with a"
          + " larger -Xmx.";
    return "Unexpected error (" + error + "): please report it with what --verbose shows.";
  }

  /** Whether the message was written for a user: ours, or of files and arguments. */
  private static boolean isOurs(Throwable error) {
    if (error.getMessage() == null || error.getMessage().isBlank()) return false;
    return error instanceof IOException
        || error instanceof IllegalArgumentException && !(error instanceof NumberFormatException)
        || error.getClass().getName().startsWith("sc.fiji.cavga.");
  }
}
