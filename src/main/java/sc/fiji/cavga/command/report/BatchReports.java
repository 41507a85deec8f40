package sc.fiji.cavga.command.report;

import ij.IJ;
import ij.macro.Interpreter;
import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Plugin;

/**
 * In batch mode a command's report goes to ImageJ's log. Fiji would open a window for each, as many
 * as a macro has pictures.
 */
@Plugin(type = PostprocessorPlugin.class, priority = Priority.VERY_HIGH)
public final class BatchReports extends AbstractPostprocessorPlugin {

  @Override
  public void process(Module module) {
    if (!Interpreter.isBatchMode() || !isOurs(module)) return;
    for (ModuleItem<?> item : module.getInfo().outputs()) {
      if (item.getType() != String.class || module.isOutputResolved(item.getName())) continue;
      Object report = module.getOutput(item.getName());
      if (report != null) IJ.log(report.toString());
      module.resolveOutput(item.getName());
    }
  }

  private static boolean isOurs(Module module) {
    return module.getDelegateObject().getClass().getName().startsWith("sc.fiji.cavga.command.");
  }
}
