package sc.fiji.cavga.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;
import org.scijava.widget.Button;
import sc.fiji.cavga.command.input.Inputs;

/** What stands on the first page of a dialog, and how the second is reached. */
class DialogPagesTest {

  private final Context context = Commands.context();

  @AfterEach
  void dispose() {
    context.dispose();
  }

  /** The first page is for everybody; what has a default that most keep is on the second. */
  @Test
  void theFirstPageIsShort() {
    for (CommandInfo command : Commands.all(context)) {
      long asked =
          Inputs.firstPage(command).stream()
              .filter(item -> !Inputs.isMessage(item) && item.getType() != Button.class)
              .count();
      assertTrue(asked <= 7, command.getClassName() + " asks for " + asked);
    }
    CommandInfo train = context.service(CommandService.class).getCommand(TrainCommand.class);
    assertTrue(Inputs.advanced(train).size() > 10);
    assertEquals("method", Inputs.firstPage(train).get(0).getName());
  }

  /** In Fiji's dialogs and plain ImageJ's: a second page comes after all of the first. */
  @Test
  void theSecondPageIsAskedForLast() {
    int pages = 0;
    for (CommandInfo command : Commands.all(context)) {
      List<String> asked =
          Inputs.firstPage(command).stream().map(ModuleItem::getName).collect(Collectors.toList());
      // Of one that asks for nothing all is on the second page, for macros.
      if (asked.isEmpty() || Inputs.advanced(command).isEmpty()) continue;
      pages++;
      assertEquals(
          "advanced", asked.get(asked.size() - 1), command.getClassName() + " asks for " + asked);
    }
    assertTrue(pages >= 5, pages + " commands have a second page");
  }
}
