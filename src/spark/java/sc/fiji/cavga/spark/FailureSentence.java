package sc.fiji.cavga.spark;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What ended a run, in one sentence, from what Spark says of it. */
final class FailureSentence {

  private static final String KEPT =
      " What was finished is kept: the same command goes on from there.";

  private static final Pattern OURS =
      Pattern.compile(Pattern.quote(ArchiveException.class.getName()) + ": ([^\\n]+)");

  private FailureSentence() {}

  /**
   * @param output where the run wrote
   */
  static String of(Throwable problem, String output) {
    // What the driver itself says needs no more words; what Spark passes on came from a task.
    if (problem instanceof ArchiveException) return problem.getMessage();
    StringBuilder words = new StringBuilder();
    for (Throwable each = problem; each != null; each = each.getCause()) {
      if (each instanceof ArchiveException) return each.getMessage() + KEPT;
      words.append(each.getMessage()).append('\n');
      if (each.getCause() == each) break;
    }
    Matcher ours = OURS.matcher(words);
    if (ours.find()) return ours.group(1).trim() + KEPT;
    String lower = words.toString().toLowerCase(Locale.ROOT);
    if (lower.contains("no space left") || lower.contains("quota"))
      return "There is no space left on a disk, that of "
          + output
          + " or of an executor's scratch folder: free some."
          + KEPT;
    if (lower.contains("connection refused") || lower.contains("no route to host"))
      return "A store or the cluster cannot be reached any more: look whether it is there." + KEPT;
    if (lower.contains("nosuchfile")
        || lower.contains("does not exist")
        || lower.contains("filenotfound"))
      return "A file of the output "
          + output
          + " has gone: look whether its store is there."
          + KEPT;
    if (lower.contains("permission denied") || lower.contains("accessdenied"))
      return output + " may not be written: check its permissions." + KEPT;
    if (problem instanceof IOException && problem.getMessage() != null) return problem.getMessage();
    return "Spark ended the run (" + first(problem) + ")." + KEPT;
  }

  private static String first(Throwable problem) {
    return String.valueOf(problem).split("\\R", 2)[0];
  }
}
