package sc.fiji.cavga.command.input;

import ij.gui.HTMLDialog;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleItem;

/**
 * What a command does and what each of its inputs means, as a page that is made of the command's
 * own words: nothing is fetched from anywhere.
 */
public final class HelpPage {

  private HelpPage() {}

  /** Shows it beside the dialog, which stays as it is. */
  public static void show(ModuleInfo info) {
    new HTMLDialog(title(info) + ": help", of(info), false);
  }

  private static String title(ModuleInfo info) {
    return info.getMenuPath().getLeaf().getName().replace("...", "");
  }

  /** In HTML, as ImageJ shows it. */
  static String of(ModuleInfo info) {
    StringBuilder page = new StringBuilder("<html><h2>").append(title(info)).append("</h2>");
    if (info.getDescription() != null)
      page.append("<p>").append(info.getDescription()).append("</p>");
    for (ModuleItem<?> item : Inputs.given(info)) page.append(Inputs.help(item));
    return page.append("</html>").toString();
  }
}
