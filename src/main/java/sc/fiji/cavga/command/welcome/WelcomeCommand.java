package sc.fiji.cavga.command.welcome;

import ij.IJ;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.cavga.command.CavgaCommand;
import sc.fiji.cavga.ui.Desktop;
import sc.fiji.cavga.ui.notice.Welcome;

/** Shows the welcome; in a macro or without windows it gives its text. */
@Plugin(
    type = Command.class,
    menuPath = "Plugins>CAVGA>Welcome",
    description = "Says what CAVGA is and how to begin, and tries it on the sample.",
    headless = true)
public final class WelcomeCommand extends CavgaCommand {

  @Parameter(
      label = Welcome.TITLE,
      description = "What is said, where no window shows it.",
      type = ItemIO.OUTPUT)
  private String text;

  @Override
  protected void execute() {
    if (Desktop.hasWindows() && !IJ.isMacro()) Welcome.show(false);
    else text = Welcome.text();
  }
}
