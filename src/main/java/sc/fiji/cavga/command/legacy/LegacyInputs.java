package sc.fiji.cavga.command.legacy;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.plugin.frame.Recorder;
import java.awt.GraphicsEnvironment;
import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import org.scijava.Contextual;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.prefs.PrefService;
import sc.fiji.cavga.command.input.DependentInputs;
import sc.fiji.cavga.command.input.FirstUse;
import sc.fiji.cavga.command.input.InputDialog;
import sc.fiji.cavga.command.input.Inputs;
import sc.fiji.cavga.command.input.LastChoices;
import sc.fiji.cavga.command.input.MacroOptions;
import sc.fiji.cavga.io.ErrorSentence;
import sc.fiji.cavga.picture.PictureImage;
import sc.fiji.cavga.read.PictureReader;
import sc.fiji.cavga.ui.Desktop;

/**
 * Gives a command its inputs in plain ImageJ: the open image, and the others from the macro's
 * options or from a dialog. What a dialog gave is recorded with the keys that Fiji records.
 */
public final class LegacyInputs {

  private static final String IMAGE = "image";

  private final Module module;
  private final String command;
  private final boolean again;
  private boolean person;

  public LegacyInputs(Module module) {
    this(module, false);
  }

  private LegacyInputs(Module module, boolean again) {
    this.module = module;
    this.again = again;
    this.command = module.getInfo().getMenuPath().getLeaf().getName();
  }

  /**
   * Another run's, which asks for the same inputs again and shows what was given.
   *
   * @param next a module of the same command
   */
  public LegacyInputs again(Module next) {
    Inputs.copy(module, next);
    // Otherwise one line would have the keys of both dialogs.
    if (Recorder.record) Recorder.setCommand(Recorder.getCommand());
    return new LegacyInputs(next, true);
  }

  /** Whether a person has given the inputs, in a dialog and not while a macro runs. */
  public boolean isOfPerson() {
    return person;
  }

  public Module module() {
    return module;
  }

  /**
   * @return false when the user has closed the dialog
   * @throws IllegalArgumentException with one sentence when there is no image or a macro's value
   *     cannot be read
   */
  public boolean ask() {
    String options = Macro.getOptions();
    if (options == null && GraphicsEnvironment.isHeadless()) options = "";
    if (options != null) return take(options);
    if (!again) giveImage(null);
    PrefService preferences =
        ((Contextual) module.getDelegateObject()).context().service(PrefService.class);
    if (!again) LastChoices.offer(module, preferences);
    person = !IJ.isMacro();
    if (person) FirstUse.of(preferences);
    if (!new InputDialog(command, module).ask(Inputs.firstPage(module.getInfo()))) {
      recordNothing();
      return false;
    }
    LastChoices.keep(module, preferences);
    record(module);
    return true;
  }

  /**
   * Takes the inputs from a macro's options; errors as in {@link #ask}.
   *
   * @return true
   */
  public boolean take(String options) {
    List<String> keys = new ArrayList<>();
    for (ModuleItem<?> item : Inputs.accepted(module.getInfo())) keys.add(item.getName());
    boolean hasImage = module.getInfo().getInput(IMAGE) != null;
    if (hasImage) keys.add(IMAGE);
    MacroOptions given = new MacroOptions(options, keys);
    giveImage(given.get(IMAGE).orElse(null));
    for (ModuleItem<?> item : Inputs.accepted(module.getInfo()))
      given
          .get(item.getName())
          .ifPresent(text -> module.setInput(item.getName(), Inputs.parse(item, text)));
    ((DependentInputs) module.getDelegateObject()).complete(name -> given.get(name).isPresent());
    return true;
  }

  /**
   * The one of a title, where Fiji has recorded one; that of a file, read as a folder run reads it;
   * or else the one in front.
   */
  private void giveImage(String name) {
    if (module.getInfo().getInput(IMAGE) == null) return;
    ImagePlus image = name == null ? null : WindowManager.getImage(name);
    if (image == null && name != null && new File(name).isFile()) image = opened(name);
    module.setInput(IMAGE, image == null ? IJ.getImage() : image);
  }

  /** As a folder run reads it, so that both say the same. */
  private static ImagePlus opened(String file) {
    try {
      Path path = Paths.get(file);
      ImagePlus image =
          PictureImage.of(path.getFileName().toString(), PictureReader.standard().read(path));
      Desktop.show(image);
      return image;
    } catch (IOException | InvalidPathException e) {
      throw new IllegalArgumentException(ErrorSentence.orMessage(e), e);
    }
  }

  /**
   * Where nothing was carried out: ImageJ would record the command without its inputs, and such a
   * line ends a macro.
   */
  public static void recordNothing() {
    if (Recorder.record && !IJ.isMacro()) Recorder.setCommand(null);
  }

  /** Gives the recorder what a person has given, where it is open and no macro runs. */
  public static void record(Module module) {
    if (!Recorder.record || IJ.isMacro()) return;
    for (ModuleItem<?> item : Inputs.given(module.getInfo()))
      Recorder.recordOption(
          item.getName(), Recorder.fixString(Inputs.text(module.getInput(item.getName()))));
  }
}
