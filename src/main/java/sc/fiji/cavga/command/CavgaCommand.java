package sc.fiji.cavga.command;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.command.ContextCommand;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Parameter;
import org.scijava.task.TaskService;
import sc.fiji.cavga.command.input.DependentInputs;
import sc.fiji.cavga.command.input.GivenFile;
import sc.fiji.cavga.command.input.HelpPage;
import sc.fiji.cavga.command.input.InputDialog;
import sc.fiji.cavga.command.input.Inputs;
import sc.fiji.cavga.command.input.RunningMacro;
import sc.fiji.cavga.command.task.CancellableTask;
import sc.fiji.cavga.compute.ComputeBackend;
import sc.fiji.cavga.io.ErrorSentence;
import sc.fiji.cavga.train.TrainingCancelledException;
import sc.fiji.cavga.ui.Desktop;
import sc.fiji.cavga.ui.notice.FinishedRun;

/**
 * What all commands have in common. A failure throws, with one sentence that says what to do, and
 * ends a macro or script. Where a person has started the command from a menu, the sentence is told
 * to that person, whose dialog then opens again.
 */
public abstract class CavgaCommand extends ContextCommand implements DependentInputs {

  @Parameter private TaskService tasks;
  @Parameter private CommandService commands;

  private String refusal;

  /** The person who has started it from a menu, and is there to read a sentence; null for none. */
  private Consumer<String> person;

  private boolean askedAgain;

  private Runnable whenCancelled = () -> {};

  private Runnable whenClosed = () -> {};

  @Override
  public final void run() {
    whenClosed = () -> {};
    try {
      if (refusal != null) throw new IllegalArgumentException(refusal);
      execute();
      if (isCanceled()) whenCancelled.run();
    } catch (TrainingCancelledException | CancellationException e) {
      cancel(e.getMessage());
      whenCancelled.run();
    } catch (IOException e) {
      if (said(e)) return;
      RunningMacro.end();
      throw new UncheckedIOException(ErrorSentence.orMessage(e), e);
    } catch (RuntimeException e) {
      if (said(e)) return;
      RunningMacro.end();
      throw e;
    }
  }

  /**
   * Called where a person has started it from a menu.
   *
   * @param told is given the sentence when the command cannot do what was asked for
   */
  void attend(Consumer<String> told) {
    person = told;
  }

  /** What is still to be done where it is cancelled while it runs. */
  void whenCancelled(Runnable work) {
    whenCancelled = work;
  }

  /** What is to be done where its dialog is closed, so that it does not run. */
  void whenClosed(Runnable work) {
    whenClosed = work;
  }

  @Override
  public void cancel(String reason) {
    whenClosed.run();
    super.cancel(reason);
  }

  /** Called where its dialog has opened again after a failure: it has what was given before. */
  void askAgain() {
    askedAgain = true;
  }

  boolean isAskedAgain() {
    return askedAgain;
  }

  boolean isAttended() {
    return person != null;
  }

  /**
   * Says a failure to the person in front; thrown, Fiji would show it as a stack trace. A fault of
   * the program stays one, so that it can be reported.
   */
  private boolean said(Exception failure) {
    boolean sentence =
        failure instanceof IOException
            || failure instanceof IllegalArgumentException
                && !(failure instanceof NumberFormatException)
            || failure.getClass().getName().startsWith("sc.fiji.cavga.");
    if (person == null || !sentence || failure.getMessage() == null) return false;
    cancel(null);
    person.accept(ErrorSentence.orMessage(failure));
    return true;
  }

  /**
   * Lets the command fail when it is run, as it fails for other reasons: what looks after inputs
   * cannot end a macro.
   *
   * @param sentence why; one
   */
  void refuse(String sentence) {
    refusal = sentence;
  }

  /**
   * The second page: asks for the inputs that Fiji's dialog does not show. Called by SciJava when
   * the button of that name is pressed.
   */
  void askAdvanced() {
    CommandInfo info = commands.getCommand(getClass());
    String title = info.getMenuPath().getLeaf().getName().replace("...", "") + ": advanced";
    List<ModuleItem<?>> items = Inputs.advanced(info);
    items.removeIf(item -> !isUsed(item.getName()));
    new InputDialog(title, info.createModule(this), this::checkInput).ask(items);
  }

  /** Whether an input of the second page counts, given what the first page has. */
  boolean isUsed(String name) {
    return true;
  }

  /**
   * Checks what was typed on the second page before it is applied.
   *
   * @throws IllegalArgumentException with one sentence when it is out of range
   */
  void checkInput(String name, Object value) {}

  /** Called by SciJava when the button of that name is pressed. */
  void showHelp() {
    HelpPage.show(commands.getCommand(getClass()));
  }

  /**
   * Shows how a run came out, with buttons that open its files, where a person has started it from
   * a menu.
   *
   * @param report to open, a page or a table
   * @param folder of the results
   * @return what is still to be said: null where it was shown, and otherwise the text
   */
  protected String showEnd(String text, Path report, Path folder) {
    if (person == null || !Desktop.hasWindows()) return text;
    String name = commands.getCommand(getClass()).getMenuPath().getLeaf().getName();
    FinishedRun.show(name.replace("...", ""), text, report, folder);
    return null;
  }

  /** Here nothing follows from anything. */
  @Override
  public void complete(Predicate<String> given) {}

  protected abstract void execute() throws IOException, TrainingCancelledException;

  /**
   * To be closed in any case; a cancel of the command itself cancels it too. What computes is
   * started then: the first time in a session that takes seconds, and heeds no interrupt.
   *
   * @throws CancellationException when it is cancelled before that
   */
  protected CancellableTask begin(String name) {
    CancellableTask task = new CancellableTask(tasks.createTask(name), this::isCanceled);
    try {
      task.await("Starting", ComputeBackend::start);
      return task;
    } catch (Throwable e) {
      task.close();
      throw e;
    }
  }

  /**
   * @param what of which the file is asked for, such as "a model file"
   * @throws IllegalArgumentException with one sentence when none was chosen
   */
  protected static Path chosen(File file, String what) {
    if (!isChosen(file)) throw new IllegalArgumentException("Choose " + what + ".");
    return GivenFile.path(file);
  }

  /** Null where none was chosen. */
  protected static Path orNull(File file) {
    return isChosen(file) ? GivenFile.path(file) : null;
  }

  /** An empty field of a dialog or macro comes as an empty name. */
  protected static boolean isChosen(File file) {
    return file != null && !file.getPath().trim().isEmpty();
  }
}
