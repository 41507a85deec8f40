package sc.fiji.cavga.command;

import ij.IJ;
import ij.plugin.frame.Recorder;
import java.awt.GraphicsEnvironment;
import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Plugin;

/**
 * Records the second page's inputs, which Fiji's own recording leaves out; it comes before that.
 */
@Plugin(type = PostprocessorPlugin.class, priority = Priority.LOW)
public final class AdvancedInputsRecorder extends AbstractPostprocessorPlugin {

  @Override
  public void process(Module module) {
    if (!(module.getDelegateObject() instanceof CavgaCommand)) return;
    if (GraphicsEnvironment.isHeadless() || !Recorder.record || IJ.isMacro()) return;
    for (ModuleItem<?> item : Inputs.advanced(module.getInfo()))
      Recorder.recordOption(
          item.getName(), Recorder.fixString(Inputs.text(module.getInput(item.getName()))));
  }
}
