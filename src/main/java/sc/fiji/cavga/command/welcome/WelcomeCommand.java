package sc.fiji.cavga.command.welcome;

import ij.IJ;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.cavga.command.CavgaCommand;
import sc.fiji.cavga.ui.Desktop;
import sc.fiji.cavga.ui.notice.Welcome;

/** Shows the welcome; a macro has its text in the log, and without windows it is the output. */
@Plugin(
    type = Command.class,
    menuPath = "Plugins>CAVGA>Welcome",
    description = "Says what CAVGA is and how to begin, and tries it on the sample.",
    headless = true)
public final class WelcomeCommand extends CavgaCommand {

  @Parameter(
      label = Welcome.TITLE,
      description = "What is said, where there are no windows.",
      type = ItemIO.OUTPUT)
  private String text;

  @Override
  protected void execute() {
    if (!Desktop.hasWindows()) text = Welcome.text();
    else if (IJ.isMacro()) IJ.log(Welcome.text());
    else Welcome.show(false);
  }
}
