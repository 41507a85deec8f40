package sc.fiji.cavga.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.prefs.PrefService;
import sc.fiji.cavga.command.export.ExportCommand;
import sc.fiji.cavga.command.input.Inputs;
import sc.fiji.cavga.command.input.LastChoices;
import sc.fiji.cavga.command.recalibration.RecalibrateCommand;

/** Commands that a person has started from a menu. */
class AttendedCommandTest {

  private static final File SHIPPED = new File("healthy-fundus");

  @TempDir Path folder;

  private final Context context = Commands.context();
  private final Map<String, String> kept = new HashMap<>();

  /** That keeps what it is given to this test. */
  private final PrefService preferences =
      (PrefService)
          Proxy.newProxyInstance(
              PrefService.class.getClassLoader(),
              new Class<?>[] {PrefService.class},
              (proxy, method, values) ->
                  method.getName().equals("get")
                      ? kept.getOrDefault((String) values[1], (String) values[2])
                      : kept.put((String) values[1], (String) values[2]));

  @AfterEach
  void dispose() {
    context.dispose();
  }

  private Module module(Class<? extends CavgaCommand> command) {
    return context
        .service(ModuleService.class)
        .createModule(context.service(CommandService.class).getCommand(command));
  }

  @Test
  void aFailureIsSaidToAPersonAndEndsAScript() throws Exception {
    Module attended = module(LocalizeFolderCommand.class);
    List<String> told = new ArrayList<>();
    ((CavgaCommand) attended.getDelegateObject()).attend(told::add);
    context.service(ModuleService.class).run(attended, false).get();
    CavgaCommand command = (CavgaCommand) attended.getDelegateObject();
    assertTrue(command.isCanceled());
    assertEquals(List.of("Choose a folder of pictures."), told);
    assertEquals("", command.getCancelReason(), "Fiji would show it a second time");
    assertThrows(
        ExecutionException.class,
        () ->
            context
                .service(ModuleService.class)
                .run(module(LocalizeFolderCommand.class), false)
                .get());
  }

  /** A missing file is said in words of ours. */
  @Test
  void aMissingModelIsSaid() throws Exception {
    Module attended = module(ModelInfoCommand.class);
    File missing = folder.resolve("none.cavga").toFile();
    attended.setInput("model", missing);
    List<String> told = new ArrayList<>();
    ((CavgaCommand) attended.getDelegateObject()).attend(told::add);
    context.service(ModuleService.class).run(attended, false).get();
    assertTrue(told.get(0).contains("none.cavga"), told.get(0));
  }

  /** Nobody types a dialog a second time because one field was wrong. */
  @Test
  void theDialogThatOpensAgainHasWhatWasGiven() {
    kept.put("input", "last");
    Module failed = module(LocalizeFolderCommand.class);
    failed.setInput("model", new File("m.cavga"));
    failed.setInput("overwrite", true);
    failed.setInput("eye_side", "left");
    SettledInputs settled = new SettledInputs();
    context.inject(settled);
    Module next = settled.again(failed);
    assertEquals(new File("m.cavga"), next.getInput("model"));
    assertEquals(true, next.getInput("overwrite"));
    assertEquals("left", next.getInput("eye_side"));
    for (ModuleItem<?> item : Inputs.given(next.getInfo()))
      assertFalse(next.isInputResolved(item.getName()), item.getName() + " is not asked for");
    assertTrue(((CavgaCommand) next.getDelegateObject()).isAskedAgain());
    assertNull(next.getInput("input"), "an empty field stays empty");
  }

  @Test
  void whatADialogHasGivenIsOfferedByTheNext() {
    Module given = module(LocalizeFolderCommand.class);
    given.setInput("model", new File("m.cavga"));
    given.setInput("output", new File("out"));
    given.setInput("overwrite", true);
    LastChoices.keep(given, preferences);
    assertEquals(Map.of("model", "m.cavga", "output", "out"), kept);
    Module next = module(LocalizeFolderCommand.class);
    next.setInput("output", new File("another"));
    LastChoices.offer(next, preferences);
    assertEquals(new File("m.cavga"), next.getInput("model"));
    assertEquals(new File("another"), next.getInput("output"));
    assertNull(next.getInput("input"));
    assertEquals(false, next.getInput("overwrite"));
    assertFalse(next.isInputResolved("model"), "the dialog still asks");
  }

  /** All these inputs are called output. */
  @Test
  void whatOneCommandWritesIsNotOfferedWhereAnotherWritesSomethingElse() {
    Module folders = module(LocalizeFolderCommand.class);
    folders.setInput("output", new File("out"));
    LastChoices.keep(folders, preferences);
    Module recalibration = module(RecalibrateCommand.class);
    LastChoices.offer(recalibration, preferences);
    assertNull(recalibration.getInput("output"));
    recalibration.setInput("output", new File("m.cavga"));
    LastChoices.keep(recalibration, preferences);
    Module next = module(EvaluateCommand.class);
    LastChoices.offer(next, preferences);
    assertEquals(new File("out"), next.getInput("output"));
    Module export = module(ExportCommand.class);
    LastChoices.offer(export, preferences);
    assertNull(export.getInput("output"));
    export.setInput("output", new File("m.onnx"));
    LastChoices.keep(export, preferences);
    Module again = module(RecalibrateCommand.class);
    LastChoices.offer(again, preferences);
    assertEquals(new File("m.cavga"), again.getInput("output"));
  }

  /** It is offered where nothing else was chosen, and never as a file to write. */
  @Test
  void theShippedModelIsOfferedFirstAndToNoTraining() {
    Module first = module(LocalizeFolderCommand.class);
    LastChoices.offer(first, preferences);
    assertEquals(SHIPPED, first.getInput("model"));
    LastChoices.keep(first, preferences);
    Module training = module(TrainCommand.class);
    LastChoices.offer(training, preferences);
    assertNull(training.getInput("model"));
    training.setInput("model", new File("m.cavga"));
    LastChoices.keep(training, preferences);
    Module next = module(ModelInfoCommand.class);
    LastChoices.offer(next, preferences);
    assertEquals(new File("m.cavga"), next.getInput("model"), "what was trained last");
  }

  /** Without a screen, as tests run, nobody is there. */
  @Test
  void macrosAndScriptsAreOfferedNothing() {
    Module script = module(LocalizeFolderCommand.class);
    script.resolveInput("input");
    SettledInputs settled = new SettledInputs();
    context.inject(settled);
    settled.attend(script);
    assertFalse(((CavgaCommand) script.getDelegateObject()).isAttended());
    assertEquals(SHIPPED, script.getInput("model"));
  }
}
