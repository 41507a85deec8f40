package sc.fiji.cavga.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import sc.fiji.cavga.cli.option.TrainingOptions;
import sc.fiji.cavga.dataset.Subject;
import sc.fiji.cavga.train.TrainingConfig;

/** The options of training: their names, and the defaults that the help tells. */
class OptionDefaultsTest {

  /** Of these the help says in words what the default depends on. */
  private static final Set<String> IN_WORDS = Set.of("--width", "--levels", "--minutes", "--cache");

  private static final Pattern DEFAULT = Pattern.compile(" Default: (.+)$", Pattern.DOTALL);

  /** What scripts for the version before methods came may say, but for what is gone. */
  private static final List<String> EARLIER =
      List.of(
          ("--model --resume --normal --anomalous --dataset --layout --class --weak-from-test"
                  + " --weak-seed --weak --variant --encoder-weights --size --channels --width"
                  + " --levels --latent-channels --flat-latent --attention --field-of-view"
                  + " --illumination --epochs --batch --learning-rate --warm-up --fewest-steps"
                  + " --most-steps --patience --minutes --held-out --map-quantile --score-quantile"
                  + " --score-share --default-map --detector-steps --painted --seed --cache"
                  + " --reconstruction-weight --divergence-weight --adversarial-weight"
                  + " --attention-weight --classification-weight --augmentation --threads"
                  + " --help --version --verbose")
              .split(" "));

  @Command(name = "training")
  private static final class Training {
    @Mixin private TrainingOptions options;
  }

  private final Training training = new Training();

  private CommandLine line() {
    CommandLine line =
        new CommandLine(new Main())
            .addSubcommand(training)
            .setCaseInsensitiveEnumValuesAllowed(true);
    TrainingOptions.addTo(line);
    return line;
  }

  /** Of all methods, so that every option has an effect. */
  private static TrainingConfig config(String... arguments) throws Exception {
    OptionDefaultsTest fresh = new OptionDefaultsTest();
    List<String> all = new ArrayList<>(List.of("training", "--method", "local,cavga"));
    all.addAll(List.of(arguments));
    fresh.line().parseArgs(all.toArray(new String[0]));
    return fresh.training.options.config(Subject.RETINA, false);
  }

  @Test
  void whatTheHelpTellsChangesNothing() throws Exception {
    List<String> told = new ArrayList<>();
    for (OptionSpec option : line().getSubcommands().get("training").getCommandSpec().options()) {
      Matcher matcher = DEFAULT.matcher(String.join(" ", option.description()));
      if (!matcher.find() || IN_WORDS.contains(option.longestName())) continue;
      told.add(option.longestName());
      assertEquals(config(), config(option.longestName(), matcher.group(1)), option.longestName());
    }
    assertTrue(told.size() > 20, told.toString());
    assertTrue(told.contains("--attention-weight") && told.contains("--seed"), told.toString());
  }

  @Test
  void anotherValueChangesSomething() throws Exception {
    String[] changes = {"--epochs 7", "--seed 4", "--default-map DENSITY", "--flat-latent"};
    for (String change : changes) assertTrue(!config().equals(config(change.split(" "))), change);
  }

  @Test
  void ofPaintedOnlyLesionsAreLeft() throws Exception {
    assertEquals(config(), config("--painted", "lesions"));
    assertEquals(config(), config("--painted", "LESIONS"));
    String gone =
        "--painted is gone: leave it out, and for glaucoma give --method disc (or local,disc).";
    for (String value : List.of("glaucoma", "cats"))
      assertEquals(
          gone,
          assertThrows(ParameterException.class, () -> config("--painted", value)).getMessage());
    OptionDefaultsTest resumed = new OptionDefaultsTest();
    resumed.line().parseArgs("training", "--painted", "glaucoma");
    TrainingConfig earlier = TrainingConfig.standard();
    assertEquals(
        gone,
        assertThrows(ParameterException.class, () -> resumed.training.options.config(earlier))
            .getMessage());
  }

  @Test
  void everyOptionOfEarlierScriptsIsStillThere() {
    Set<String> names = new TreeSet<>();
    for (OptionSpec option : Main.line().getSubcommands().get("train").getCommandSpec().options())
      names.addAll(List.of(option.names()));
    Set<String> missing = new TreeSet<>(EARLIER);
    missing.removeAll(names);
    assertEquals(Set.of(), missing);
    assertTrue(names.contains("--method"), names.toString());
  }
}
