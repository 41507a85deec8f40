package sc.fiji.cavga.command.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.awt.EventQueue;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.command.LocalizeCommand;

/** A field of Fiji's dialog, as its panel makes it. */
class WordsWidgetTest {

  @AutoClose private final DialogWidgets dialog = new DialogWidgets(LocalizeCommand.class);

  @Test
  void showsWordsAndGivesTheChoice() {
    WordsWidget widget = assertInstanceOf(WordsWidget.class, dialog.widget("slices", JPanel.class));
    JComboBox<?> box = (JComboBox<?>) widget.getComponent().getComponent(0);
    assertEquals(2, box.getItemCount());
    assertEquals("the one that is shown", box.getSelectedItem());
    assertEquals("current", widget.getValue());
    box.setSelectedItem("all slices");
    assertEquals("all", dialog.module().getInput("slices"));
    assertEquals("all", widget.getValue());
  }

  /** As where a dialog opens again after a wrong input. */
  @Test
  void showsWhatWasChosenBefore() throws Exception {
    dialog.module().setInput("map", "reconstruction");
    WordsWidget widget = assertInstanceOf(WordsWidget.class, dialog.widget("map", JPanel.class));
    JComboBox<?> box = (JComboBox<?>) widget.getComponent().getComponent(0);
    assertEquals("reconstruction by CAVGA's network", box.getSelectedItem());
    dialog.module().setInput("map", "attention");
    EventQueue.invokeAndWait(widget::refreshWidget);
    assertEquals("attention of CAVGA's network", box.getSelectedItem());
    assertEquals("attention", dialog.module().getInput("map"));
  }

  @Test
  void leavesOtherInputsAndOtherToolkitsAlone() {
    assertNull(dialog.widget("model", JPanel.class));
    assertNull(dialog.widget("slices", String.class));
  }
}
