package sc.fiji.cavga.command;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.plugin.PlugIn;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
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
import org.scijava.prefs.PrefService;
import org.scijava.service.Service;
import org.scijava.task.TaskService;
import sc.fiji.cavga.command.input.RunningMacro;
import sc.fiji.cavga.command.legacy.LegacyInputs;
import sc.fiji.cavga.command.legacy.LegacyStatus;
import sc.fiji.cavga.ui.Desktop;

/**
 * Runs the commands from the menus of plain ImageJ 1.x, which knows no SciJava; plugins.config
 * names the entries. In Fiji the commands themselves have these entries.
 */
public final class LegacyMenu implements PlugIn {

  private static final String TITLE = "CAVGA";

  /**
   * A failure ends a macro, with its sentence in the log; without a macro the sentence is shown.
   *
   * @param commandClass the command's class name
   * @throws IllegalStateException with one sentence when the command fails in a script
   */
  @Override
  public void run(String commandClass) {
    try {
      run(
          commands -> commands.getCommand(commandClass),
          LegacyInputs::ask,
          outputs -> outputs.forEach(Desktop::say));
    } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
      if (IJ.isMacro()) end(e.getMessage());
      else if (Macro.getOptions() != null) throw new IllegalStateException(e.getMessage(), e);
      else IJ.error(TITLE, e.getMessage());
    }
  }

  private static void end(String reason) {
    IJ.log(reason);
    RunningMacro.end();
  }

  /**
   * For macros in a plain ImageJ without a screen, which has no menus that {@code run} could find:
   * {@code call("sc.fiji.cavga.command.LegacyMenu.call", "Train CAVGA...", "normal=...
   * model=...")}. A failure ends the macro with one sentence.
   *
   * @param name of the menu entry
   * @param options as for {@code run}
   * @return what the command says
   */
  public static String call(String name, String options) {
    List<String> said = new ArrayList<>();
    try {
      run(
          commands ->
              commands.getCommands().stream()
                  .filter(info -> isEntry(info, name))
                  .findFirst()
                  .orElseThrow(
                      () -> new IllegalArgumentException("There is no command " + name + ".")),
          inputs -> inputs.take(options),
          outputs -> said.addAll(outputs.values()));
    } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
      end(e.getMessage());
    }
    return String.join("\n", said);
  }

  private static boolean isEntry(CommandInfo info, String name) {
    return info.getMenuPath().getLeaf() != null
        && name.equals(info.getMenuPath().getLeaf().getName());
  }

  private static void run(
      Function<CommandService, CommandInfo> choice,
      Predicate<LegacyInputs> inputs,
      Consumer<Map<String, String>> outputs) {
    PluginIndex plugins =
        new PluginIndex(new DefaultPluginFinder(LegacyMenu.class.getClassLoader()));
    List<Class<? extends Service>> services =
        List.of(
            CommandService.class,
            TaskService.class,
            EventService.class,
            LogService.class,
            PrefService.class);
    try (Context context = new Context(new ArrayList<>(services), plugins, true)) {
      CommandInfo info = choice.apply(context.service(CommandService.class));
      ModuleService modules = context.service(ModuleService.class);
      LegacyInputs given = new LegacyInputs(modules.createModule(info));
      while (given != null && inputs.test(given))
        given = run(context, given, outputs) ? null : given.again(modules.createModule(info));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Runs a command once.
   *
   * @return false when it could not do what a person has asked for, who was told why and is to be
   *     asked again
   * @throws IllegalStateException with one sentence when it fails otherwise
   */
  private static boolean run(
      Context context, LegacyInputs given, Consumer<Map<String, String>> outputs)
      throws InterruptedException {
    Module module = given.module();
    CavgaCommand command = (CavgaCommand) module.getDelegateObject();
    AtomicReference<String> told = new AtomicReference<>();
    if (given.isOfPerson()) command.attend(told::set);
    LegacyStatus status = new LegacyStatus();
    context.service(EventService.class).subscribe(status);
    try {
      context.service(ModuleService.class).run(module, false).get();
    } catch (ExecutionException e) {
      Throwable cause = cause(e);
      throw new IllegalStateException(cause.getMessage(), cause);
    } finally {
      status.clear();
    }
    if (told.get() != null) {
      IJ.error(TITLE, told.get());
      return false;
    }
    bringForward(module);
    outputs.accept(said(module));
    return true;
  }

  /** ImageJ notes for each thread what the image in front is; the command had another thread. */
  private static void bringForward(Module module) {
    if (WindowManager.getTempCurrentImage() == null) return;
    for (ModuleItem<?> output : module.getInfo().outputs())
      if (output.getType() == ImagePlus.class && output.getValue(module) != null)
        WindowManager.setTempCurrentImage((ImagePlus) output.getValue(module));
  }

  /** Why it was cancelled, or its results for people, each under its title. */
  private static Map<String, String> said(Module module) {
    CavgaCommand command = (CavgaCommand) module.getDelegateObject();
    if (command.isCanceled()) return Map.of(TITLE, command.getCancelReason());
    Map<String, String> said = new LinkedHashMap<>();
    for (ModuleItem<?> output : module.getInfo().outputs())
      if (output.getType() == String.class && output.getValue(module) != null)
        said.put(output.getLabel(), (String) output.getValue(module));
    return said;
  }

  /** The innermost cause of ours: SciJava wraps it. */
  private static Throwable cause(Throwable wrapped) {
    Throwable cause = wrapped;
    while (cause.getCause() != null
        && (cause instanceof ExecutionException || cause.getClass() == RuntimeException.class))
      cause = cause.getCause();
    return cause;
  }
}
