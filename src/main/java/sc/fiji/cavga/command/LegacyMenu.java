package sc.fiji.cavga.command;

import ij.IJ;
import ij.Macro;
import ij.plugin.PlugIn;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.event.EventService;
import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.plugin.DefaultPluginFinder;
import org.scijava.plugin.PluginIndex;
import org.scijava.task.TaskService;

/**
 * Runs the commands from the menus of plain ImageJ 1.x, which knows no SciJava; plugins.config
 * names the entries. In Fiji the commands themselves have these entries.
 */
public final class LegacyMenu implements PlugIn {

  /**
   * @param commandClass the command's class name
   * @throws IllegalStateException in a macro, which it stops, with one sentence when the command
   *     fails; otherwise the sentence is shown
   */
  @Override
  public void run(String commandClass) {
    PluginIndex plugins =
        new PluginIndex(new DefaultPluginFinder(LegacyMenu.class.getClassLoader()));
    Context context = null;
    try {
      context =
          new Context(
              List.of(
                  CommandService.class, TaskService.class, EventService.class, LogService.class),
              plugins,
              true);
      run(context, commandClass);
    } catch (ExecutionException e) {
      report(sentence(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IllegalArgumentException e) {
      report(e);
    } finally {
      if (context != null) context.dispose();
    }
  }

  private static void run(Context context, String commandClass)
      throws ExecutionException, InterruptedException {
    CommandInfo info = context.service(CommandService.class).getCommand(commandClass);
    ModuleService modules = context.service(ModuleService.class);
    Module module = modules.createModule(info);
    if (!new LegacyInputs(module).ask()) return;
    LegacyStatus status = new LegacyStatus();
    context.service(EventService.class).subscribe(status);
    modules.run(module, false).get();
    CavgaCommand command = (CavgaCommand) module.getDelegateObject();
    if (command.isCanceled()) IJ.log(command.getCancelReason());
    for (ModuleItem<?> output : info.outputs())
      if (output.getType() == String.class) IJ.log((String) output.getValue(module));
    status.clear();
  }

  /** The innermost cause of ours: SciJava wraps it. */
  private static Throwable sentence(Throwable wrapped) {
    Throwable cause = wrapped;
    while (cause.getCause() != null
        && (cause instanceof ExecutionException || cause.getClass() == RuntimeException.class))
      cause = cause.getCause();
    return cause;
  }

  private static void report(Throwable problem) {
    if (IJ.isMacro() || Macro.getOptions() != null)
      throw new IllegalStateException(problem.getMessage(), problem);
    IJ.error("CAVGA", problem.getMessage());
  }
}
