package sc.fiji.cavga.command;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.prefs.PrefService;
import sc.fiji.cavga.command.input.LastChoices;

/** Keeps the model and folders that a dialog has given, also where the command fails later. */
@Plugin(type = PreprocessorPlugin.class, priority = Priority.LAST)
public final class KeptChoices extends AbstractPreprocessorPlugin {

  @Parameter private PrefService preferences;

  @Override
  public void process(Module module) {
    if (!(module.getDelegateObject() instanceof CavgaCommand)) return;
    if (((CavgaCommand) module.getDelegateObject()).isAttended())
      LastChoices.keep(module, preferences);
  }
}
