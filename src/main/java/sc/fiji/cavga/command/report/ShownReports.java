package sc.fiji.cavga.command.report;

import ij.macro.Interpreter;
import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Plugin;
import sc.fiji.cavga.ui.Desktop;

/**
 * A command's report stands in one window, as in plain ImageJ, and in batch mode in ImageJ's log.
 * Fiji would open a window for each, as many as a macro has pictures, and end lines within words.
 */
@Plugin(type = PostprocessorPlugin.class, priority = Priority.VERY_HIGH)
public final class ShownReports extends AbstractPostprocessorPlugin {

  @Override
  public void process(Module module) {
    if (!Interpreter.isBatchMode() && !Desktop.hasWindows() || !isOurs(module)) return;
    for (ModuleItem<?> item : module.getInfo().outputs()) {
      if (item.getType() != String.class || module.isOutputResolved(item.getName())) continue;
      Object report = module.getOutput(item.getName());
      if (report != null) Desktop.say(item.getLabel(), report.toString());
      module.resolveOutput(item.getName());
    }
  }

  private static boolean isOurs(Module module) {
    return module.getDelegateObject().getClass().getName().startsWith("sc.fiji.cavga.command.");
  }
}
