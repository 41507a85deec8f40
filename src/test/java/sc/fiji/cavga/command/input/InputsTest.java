package sc.fiji.cavga.command.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import sc.fiji.cavga.command.Commands;
import sc.fiji.cavga.command.LocalizeFolderCommand;
import sc.fiji.cavga.command.TrainCommand;

class InputsTest {

  @TempDir File folder;

  private final Context context = Commands.context();
  private final ModuleInfo train =
      context.service(CommandService.class).getCommand(TrainCommand.class);

  @AfterEach
  void dispose() {
    context.dispose();
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    Module module = context.service(ModuleService.class).createModule(train);
    for (ModuleItem<?> item : Inputs.given(train)) {
      Object value = module.getInput(item.getName());
      if (value != null) assertEquals(value, Inputs.parse(item, Inputs.text(value)));
    }
    assertEquals("", Inputs.text(null));
    assertEquals("30", Inputs.text(30.0));
    assertEquals("0.001", Inputs.text(0.001));
  }

  @Test
  void whatIsNoNumberIsNamed() {
    ModuleItem<?> epochs = train.getInput("epochs");
    Exception wrong =
        assertThrows(IllegalArgumentException.class, () -> Inputs.parse(epochs, "many"));
    assertEquals("epochs must be a number, not \"many\".", wrong.getMessage());
    wrong = assertThrows(IllegalArgumentException.class, () -> Inputs.parse(epochs, "2.5"));
    assertEquals("epochs must be a whole number, not 2.5.", wrong.getMessage());
  }

  @Test
  void aDecimalCommaIsOneUnlessItMayMeanThousands() {
    ModuleItem<?> rate = train.getInput("learning_rate");
    for (String half : List.of("0.5", "0,5", ",5", "5e-1", "5,0e-1"))
      assertEquals(0.5, Inputs.parse(rate, half), half);
    assertEquals(0.125, Inputs.parse(rate, "0,125"));
    for (String unclear : List.of("1,000", "1,000.5", "1,2,3"))
      assertThrows(IllegalArgumentException.class, () -> Inputs.parse(rate, unclear), unclear);
    assertThrows(
        IllegalArgumentException.class, () -> Inputs.parse(train.getInput("epochs"), "1,0"));
  }

  @Test
  void everyInputIsOnOnePageAndServicesOnNone() {
    List<String> names =
        Inputs.given(train).stream().map(ModuleItem::getName).collect(Collectors.toList());
    assertEquals(names.stream().distinct().collect(Collectors.toList()), names);
    assertTrue(names.containsAll(List.of("normal", "model", "seed", "map_quantile")));
    assertTrue(!names.contains("log") && !names.contains("advanced"));
  }

  @Test
  void choosingAFolderChangesTheMessage() throws Exception {
    Module module = context.service(ModuleService.class).createModule(train);
    module.setInput("normal", folder);
    module.getInfo().getInput("normal").callback(module);
    assertTrue(((String) module.getInput("normal_found")).startsWith("There are no pictures"));
    ModuleInfo info = context.service(CommandService.class).getCommand(LocalizeFolderCommand.class);
    module = context.service(ModuleService.class).createModule(info);
    module.setInput("input", folder);
    info.getInput("input").callback(module);
    assertTrue(((String) module.getInput("input_found")).startsWith("There are no pictures"));
  }
}
