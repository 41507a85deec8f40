package sc.fiji.cavga.command.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import sc.fiji.cavga.command.Commands;
import sc.fiji.cavga.command.LocalizeCommand;
import sc.fiji.cavga.command.TrainCommand;

/** The second page of Train CAVGA..., typed in by a script. */
class AnswersTest {

  private final Context context = Commands.context();
  private final ModuleInfo train =
      context.service(CommandService.class).getCommand(TrainCommand.class);
  private final Module module = context.service(ModuleService.class).createModule(train);

  @AfterEach
  void dispose() {
    context.dispose();
  }

  /** Types into the fields that are shown, and closes the form when nothing is left to type. */
  private static final class Typing implements Answers.Form {
    final Deque<Map<String, String>> typed = new ArrayDeque<>();
    final List<Map<String, String>> seen = new ArrayList<>();
    final List<String> told = new ArrayList<>();

    @Override
    public Map<ModuleItem<?>, String> ask(Map<ModuleItem<?>, String> texts) {
      Map<String, String> shown = new HashMap<>();
      texts.forEach((item, text) -> shown.put(item.getName(), text));
      seen.add(shown);
      Map<String, String> next = typed.poll();
      if (next == null) return null;
      Map<ModuleItem<?>, String> all = new LinkedHashMap<>(texts);
      all.replaceAll((item, text) -> next.getOrDefault(item.getName(), text));
      return all;
    }

    @Override
    public void tell(String sentence) {
      told.add(sentence);
    }
  }

  @Test
  void aWrongNumberAppliesNothingIsNamedAndTheRestStaysTyped() {
    Typing typing = new Typing();
    typing.typed.add(Map.of("epochs", "7", "learning_rate", "0.5x", "variant", "r"));
    assertFalse(answers().take(Inputs.advanced(train), typing));
    assertEquals(List.of("\"Learning rate (CAVGA)\" must be a number, not \"0.5x\"."), typing.told);
    assertEquals(40, module.getInput("epochs"));
    assertEquals("d", module.getInput("variant"));
    Map<String, String> again = typing.seen.get(1);
    assertEquals("7", again.get("epochs"));
    assertEquals("0.5x", again.get("learning_rate"));
    assertEquals("r", again.get("variant"));
  }

  @Test
  void whatIsCorrectedIsApplied() {
    Typing typing = new Typing();
    typing.typed.add(Map.of("epochs", "7.5"));
    typing.typed.add(Map.of("epochs", "7", "learning_rate", "0,5"));
    typing.typed.add(Map.of("learning_rate", "0,05"));
    assertTrue(answers().take(Inputs.advanced(train), typing));
    assertEquals(2, typing.told.size());
    assertEquals("too high", typing.told.get(1));
    assertEquals(7, module.getInput("epochs"));
    assertEquals(0.05, module.getInput("learning_rate"));
  }

  private Answers answers() {
    return new Answers(
        module,
        (name, value) -> {
          if (name.equals("learning_rate") && (double) value > 0.1)
            throw new IllegalArgumentException("too high");
        });
  }

  /** Macros and the recorder have the choices themselves, in their order. */
  @Test
  void everyChoiceHasItsWords() {
    for (ModuleItem<?> item : Inputs.given(train))
      assertEquals(Inputs.choices(item).length, Inputs.words(item).length, item.getName());
    assertEquals("DCGAN's layers (CAVGA-D)", Inputs.words(train.getInput("variant"))[0]);
  }

  @Test
  void theHelpPageHasEachInputAndItsKey() {
    ModuleInfo localize = context.service(CommandService.class).getCommand(LocalizeCommand.class);
    String page = HelpPage.of(localize);
    assertTrue(page.contains("Localize Anomalies"), page);
    for (ModuleItem<?> item : Inputs.given(localize)) {
      assertTrue(page.contains("<b>" + item.getLabel() + "</b>"), page);
      assertTrue(page.contains("(in macros: " + item.getName() + ")"), page);
    }
    assertFalse(page.contains("href"), "nothing is fetched");
  }
}
