package sc.fiji.cavga.command.input.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.command.TrainCommand;
import sc.fiji.cavga.command.input.DialogWidgets;

/** A message of Fiji's dialog, as its panel makes it. */
class MessageLinesTest {

  @AutoClose private final DialogWidgets dialog = new DialogWidgets(TrainCommand.class);

  @Test
  void fitsItsTextOnALineAndGrowsWithIt() throws Exception {
    MessageLines widget =
        assertInstanceOf(MessageLines.class, dialog.widget("normal_found", JPanel.class));
    JTextArea area = (JTextArea) widget.getComponent().getComponent(0);
    assertEquals("Choose the folder of healthy eyes to learn from.", area.getText());
    assertTrue(widget.isMessage() && !widget.isLabeled());
    int line = area.getFontMetrics(area.getFont()).getHeight();
    assertTrue(widget.getComponent().getPreferredSize().height < 2 * line);
    dialog
        .module()
        .setInput("normal_found", "3 pictures.<br>Few: use 20 or more & better <hundreds>.");
    EventQueue.invokeAndWait(widget::refreshWidget);
    assertEquals("3 pictures.\nFew: use 20 or more & better <hundreds>.", area.getText());
    assertTrue(widget.getComponent().getPreferredSize().height >= 2 * line);
  }

  @Test
  void leavesOtherInputsAndOtherToolkitsAlone() {
    assertNull(dialog.widget("normal", JPanel.class));
    assertNull(dialog.widget("normal_found", String.class));
  }
}
