package sc.fiji.cavga.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import sc.fiji.cavga.cli.option.TrainingOptions;
import sc.fiji.cavga.train.TrainingConfig;

/** The defaults that the command line's help tells are those that training uses. */
class OptionDefaultsTest {

  /** Of these the help says in words what the default depends on. */
  private static final Set<String> IN_WORDS = Set.of("--levels", "--minutes", "--cache");

  private static final Pattern DEFAULT =
      Pattern.compile("; default: (?:the paper's, )?(.+)$", Pattern.DOTALL);

  @Command
  private static final class Training {
    @Mixin private TrainingOptions options;
  }

  private static TrainingConfig config(String... arguments) {
    Training training = new Training();
    CommandLine line = new CommandLine(training).setCaseInsensitiveEnumValuesAllowed(true);
    line.parseArgs(arguments);
    return training.options.config(TrainingConfig.standard(), false);
  }

  @Test
  void whatTheHelpTellsChangesNothing() {
    List<String> told = new ArrayList<>();
    for (OptionSpec option : new CommandLine(new Training()).getCommandSpec().options()) {
      Matcher matcher = DEFAULT.matcher(String.join(" ", option.description()));
      if (!matcher.find() || IN_WORDS.contains(option.longestName())) continue;
      told.add(option.longestName());
      assertEquals(config(), config(option.longestName(), matcher.group(1)), option.longestName());
    }
    assertTrue(told.size() > 20, told.toString());
    assertTrue(told.contains("--attention-weight") && told.contains("--seed"), told.toString());
  }
}
