package sc.fiji.cavga.command;

import ij.IJ;
import java.awt.GraphicsEnvironment;
import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;

/**
 * Keeps Fiji from asking in a macro, or without a screen, for inputs that were left out: these have
 * their defaults, and where there is none the command says what is missing. Nobody may be there to
 * answer a dialog. It comes after the macro's values and the active image, and before the dialog.
 */
@Plugin(type = PreprocessorPlugin.class, priority = Priority.HIGH)
public final class UnattendedInputs extends AbstractPreprocessorPlugin {

  @Override
  public void process(Module module) {
    if (!(module.getDelegateObject() instanceof CavgaCommand)) return;
    if (!IJ.isMacro() && !GraphicsEnvironment.isHeadless()) return;
    for (ModuleItem<?> item : module.getInfo().inputs()) module.resolveInput(item.getName());
  }
}
