package sc.fiji.cavga.spark;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import sc.fiji.cavga.cli.error.ErrorReport;
import sc.fiji.cavga.settings.DecimalNumber;

/** Where {@code spark-submit cavga-spark.jar COMMAND} begins. */
@Command(
    name = "cavga-spark.jar",
    description = {
      "Localizes archives of fundus photographs on Apache Spark.",
      "For research; not a medical device."
    },
    mixinStandardHelpOptions = true,
    versionProvider = SparkMain.class,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {LocalizeArchive.class, SummarizeArchive.class},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all files have their rows, those that failed too",
      "2:wrong use, nothing was done",
      "3:the run ended early; the same command goes on from there"
    })
public final class SparkMain implements Runnable, IVersionProvider {

  @Spec private CommandSpec spec;

  /** Ends Java with the command's exit code. */
  public static void main(String... arguments) {
    System.setProperty("java.awt.headless", "true");
    PrintWriter out = new PrintWriter(System.out, true);
    PrintWriter err = new PrintWriter(System.err, true);
    CommandLine line = new CommandLine(new SparkMain());
    line.registerConverter(double.class, DecimalNumber::parse);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setOut(out);
    line.setErr(err);
    line.setParameterExceptionHandler(ErrorReport::wrongUse);
    line.setExecutionExceptionHandler(
        (error, command, parsed) -> ErrorReport.failed(error, command, false));
    int code = line.execute(arguments);
    out.flush();
    err.flush();
    // Spark's own hooks do the rest; on a cluster a plain return is what it takes for success.
    if (code != 0) System.exit(code);
  }

  /** Of the software, as the jar states it. */
  static String version() {
    String version = SparkMain.class.getPackage().getImplementationVersion();
    return version == null ? "unknown" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "CAVGA for Apache Spark " + version(), "Java " + System.getProperty("java.version")
    };
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command.");
  }
}
