package sc.fiji.cavga.command;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.measure.ResultsTable;
import java.awt.GraphicsEnvironment;
import java.io.File;
import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.prefs.PrefService;
import sc.fiji.cavga.command.input.FirstUse;
import sc.fiji.cavga.command.input.Inputs;
import sc.fiji.cavga.command.input.LastChoices;
import sc.fiji.cavga.command.input.MacroOptions;
import sc.fiji.cavga.command.legacy.LegacyInputs;

/**
 * Says which inputs Fiji's dialog need not ask for, and that Fiji need not show a command's tables
 * and images: for tables it knows no way, and would warn of it in a window, and images, which the
 * commands show, it would add to a macro's in batch mode once more. The second page's are asked for
 * by a button of their own, and in a macro or without a screen nobody may be there to answer: what
 * was left out has its default then, and where there is none the command says what is missing.
 *
 * <p>Keys that a command does not have end it: Fiji passes over them. The paths of a macro file
 * come as they were written. It comes after the macro's values and the active image, and before the
 * dialog. Fiji records the inputs that are settled here as it does those from its dialog.
 */
@Plugin(type = PreprocessorPlugin.class, priority = Priority.HIGH)
public final class SettledInputs extends AbstractPreprocessorPlugin {

  @Parameter private PrefService preferences;
  @Parameter private ModuleService modules;

  @Override
  public void process(Module module) {
    if (!(module.getDelegateObject() instanceof CavgaCommand)) return;
    for (ModuleItem<?> item : module.getInfo().outputs())
      if (item.getType() == ResultsTable.class || item.getType() == ImagePlus.class)
        module.resolveOutput(item.getName());
    for (ModuleItem<?> item : module.getInfo().inputs()) {
      Object value = module.getInput(item.getName());
      if (IJ.isMacro() && value instanceof File)
        module.setInput(item.getName(), new File(MacroOptions.asWritten(value.toString())));
      if (value instanceof String && item.get(Inputs.WORDS) != null)
        module.setInput(item.getName(), Inputs.choice(item, (String) value));
    }
    CavgaCommand command = (CavgaCommand) module.getDelegateObject();
    MacroOptions.wrongIn(Macro.getOptions(), Inputs.keys(module.getInfo()))
        .ifPresentOrElse(command::refuse, () -> readNumbers(module, Macro.getOptions()));
    command.complete(module::isInputResolved);
    boolean unattended = IJ.isMacro() || GraphicsEnvironment.isHeadless();
    if (!unattended) attend(module);
    for (ModuleItem<?> item : module.getInfo().inputs())
      if (unattended || Inputs.isAdvanced(item)) module.resolveInput(item.getName());
  }

  /** A script has given inputs; a person is asked for all of them. */
  void attend(Module module) {
    for (ModuleItem<?> item : Inputs.given(module.getInfo()))
      if (module.isInputResolved(item.getName())) return;
    CavgaCommand command = (CavgaCommand) module.getDelegateObject();
    FirstUse.of(preferences);
    if (!command.isAskedAgain()) LastChoices.offer(module, preferences);
    command.attend(sentence -> askAgain(module, sentence));
    command.whenClosed(LegacyInputs::recordNothing);
  }

  /** Fiji's dialog opens with what was given before. */
  private void askAgain(Module failed, String sentence) {
    LegacyInputs.recordNothing();
    IJ.error("CAVGA", sentence);
    modules.run(again(failed), true);
  }

  /** A module of the same command with the same inputs, which are still to be asked for. */
  Module again(Module failed) {
    Module next = modules.createModule(failed.getInfo());
    Inputs.copy(failed, next);
    ((CavgaCommand) next.getDelegateObject()).askAgain();
    return next;
  }

  /** Fiji knows no decimal comma. */
  private static void readNumbers(Module module, String options) {
    MacroOptions given = MacroOptions.withOthers(options, Inputs.keys(module.getInfo()));
    CavgaCommand command = (CavgaCommand) module.getDelegateObject();
    for (ModuleItem<?> item : Inputs.accepted(module.getInfo()))
      if (item.getType() == double.class)
        given
            .get(item.getName())
            .ifPresent(
                text -> {
                  try {
                    module.setInput(item.getName(), Inputs.parse(item, text));
                  } catch (IllegalArgumentException e) {
                    command.refuse(e.getMessage());
                  }
                });
  }
}
