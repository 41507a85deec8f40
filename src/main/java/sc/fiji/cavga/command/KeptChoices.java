package sc.fiji.cavga.command;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.prefs.PrefService;
import sc.fiji.cavga.command.input.LastChoices;
import sc.fiji.cavga.command.legacy.LegacyInputs;

/**
 * Keeps the model and folders that a dialog has given, also where the command fails later; and sees
 * to it that a run that is cancelled is recorded with its inputs. Fiji's recorder asks for them
 * after a run, and not after one that was cancelled.
 */
@Plugin(type = PreprocessorPlugin.class, priority = Priority.LAST)
public final class KeptChoices extends AbstractPreprocessorPlugin {

  @Parameter private PrefService preferences;

  @Override
  public void process(Module module) {
    if (!(module.getDelegateObject() instanceof CavgaCommand)) return;
    CavgaCommand command = (CavgaCommand) module.getDelegateObject();
    command.whenCancelled(() -> LegacyInputs.record(module));
    if (command.isAttended()) LastChoices.keep(module, preferences);
  }
}
