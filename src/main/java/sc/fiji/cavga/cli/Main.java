package sc.fiji.cavga.cli;

import static java.util.stream.Collectors.toList;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import sc.fiji.cavga.cli.bench.BenchCommand;
import sc.fiji.cavga.cli.error.ErrorReport;
import sc.fiji.cavga.cli.export.ExportCommand;
import sc.fiji.cavga.cli.option.TrainingOptions;
import sc.fiji.cavga.cli.recalibration.RecalibrateCommand;
import sc.fiji.cavga.localize.OutputOrientation;
import sc.fiji.cavga.localize.folder.output.MapSize;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.render.OverlayFormat;
import sc.fiji.cavga.settings.DecimalNumber;

/** The command line: {@code java -jar CAVGA_-VERSION.jar COMMAND}. */
@Command(
    name = "cavga",
    description = {
      "Learns what healthy fundus photographs look like and shows where a new one differs.",
      "For research; not a medical device."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    usageHelpAutoWidth = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all was done",
      "1:some inputs failed, the rest is written",
      "2:wrong use, nothing was done",
      "3:the run failed, earlier results are as they were"
    })
public final class Main implements Runnable {

  private static final List<Class<?>> COMMANDS =
      List.of(
          TrainCommand.class,
          TrainDiscCommand.class,
          RecalibrateCommand.class,
          LocalizeCommand.class,
          DiscCommand.class,
          EvaluateCommand.class,
          ExportCommand.class,
          TrialsCommand.class,
          BenchCommand.class,
          DeviceCommand.class,
          DemoCommand.class,
          SampleCommand.class,
          RehearseCommand.class,
          ReferenceCommand.class);

  /** Those that need the other commands too. */
  private static final List<Class<?>> LOOKING_AT_ALL =
      List.of(RehearseCommand.class, ReferenceCommand.class);

  @Spec private CommandSpec spec;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "With an error, show where in the program it arose.")
  private boolean verbose;

  /** Ends Java with the command's exit code. */
  public static void main(String... arguments) {
    // Nothing here has a window, and a server has no display.
    System.setProperty("java.awt.headless", "true");
    PrintWriter out = new PrintWriter(System.out, true);
    PrintWriter err = new PrintWriter(System.err, true);
    System.exit(run(out, err, arguments));
  }

  /** Runs a command with these streams for its results and for its progress and errors. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine line = lineFor(arguments);
    Main main = line.getCommand();
    line.setOut(out);
    line.setErr(err);
    line.setParameterExceptionHandler(ErrorReport::wrongUse);
    line.setExecutionExceptionHandler(
        (error, command, parsed) -> ErrorReport.failed(error, command, main.verbose));
    int code;
    try {
      code = line.execute(arguments);
    } catch (OutOfMemoryError | StackOverflowError | LinkageError error) {
      // These pass by the handler above, and Java's own exit code for them means something else.
      code = ErrorReport.failed(error, line, main.verbose);
    }
    out.flush();
    err.flush();
    return code;
  }

  /** All commands with all their options. */
  static CommandLine line() {
    CommandLine line = withCommands(COMMANDS);
    TrainingOptions.addTo(line);
    return line;
  }

  /**
   * The command that these arguments name with its options, or else all commands without those of
   * settings: making all of it each time takes a tenth of a second.
   */
  static CommandLine lineFor(String... arguments) {
    List<Class<?>> named =
        COMMANDS.stream().filter(command -> isNamed(command, arguments)).collect(toList());
    if (named.isEmpty()) return withCommands(COMMANDS);
    if (LOOKING_AT_ALL.containsAll(named)) return line();
    CommandLine line = withCommands(named);
    TrainingOptions.addTo(line);
    return line;
  }

  private static CommandLine withCommands(List<Class<?>> commands) {
    CommandLine line = new CommandLine(new Main());
    for (Class<?> command : commands) line.addSubcommand(command);
    line.registerConverter(double.class, DecimalNumber::parse);
    line.registerConverter(Double.class, DecimalNumber::parse);
    line.registerConverter(Path.class, Main::path);
    readByLabel(line, MapKind.class, MapKind::of);
    readByLabel(line, MapSize.class, MapSize::of);
    readByLabel(line, OverlayFormat.class, OverlayFormat::of);
    readByLabel(line, OutputOrientation.class, OutputOrientation::of);
    return line.setCaseInsensitiveEnumValuesAllowed(true);
  }

  /** An unset variable of a script would otherwise name the folder in which the script runs. */
  private static Path path(String typed) {
    if (typed.isBlank())
      throw new TypeConversionException("it is empty, and must name a file or a folder");
    return Paths.get(typed);
  }

  /**
   * Choices in whatever case: picocli's own sentence would list them as Java does, in capitals.
   *
   * @param of by the label in lower case; throws a sentence that lists them
   */
  private static <T> void readByLabel(CommandLine line, Class<T> type, Function<String, T> of) {
    line.registerConverter(
        type,
        typed -> {
          try {
            return of.apply(typed.toLowerCase(Locale.ROOT));
          } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
          }
        });
  }

  /** The options before a command are switches, so that the first other argument is its name. */
  private static boolean isNamed(Class<?> command, String... arguments) {
    String name = command.getAnnotation(Command.class).name();
    return Arrays.stream(arguments)
        .filter(argument -> !argument.startsWith("-"))
        .findFirst()
        .filter(name::equals)
        .isPresent();
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command.");
  }
}
