package sc.fiji.cavga.command.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.awt.EventQueue;
import java.util.List;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.widget.AbstractInputPanel;
import org.scijava.widget.InputWidget;
import org.scijava.widget.WidgetModel;
import org.scijava.widget.WidgetService;
import sc.fiji.cavga.command.Commands;
import sc.fiji.cavga.command.LocalizeCommand;

/** A field of Fiji's dialog, as its panel makes it. */
class WordsWidgetTest {

  private static final class Panel<W> extends AbstractInputPanel<W, W> {

    private final Class<W> type;

    Panel(Class<W> type) {
      this.type = type;
    }

    @Override
    public Class<W> getWidgetComponentType() {
      return type;
    }

    @Override
    public W getComponent() {
      return null;
    }

    @Override
    public Class<W> getComponentType() {
      return type;
    }
  }

  private final Context context = Commands.context();
  private final Module module =
      context
          .service(ModuleService.class)
          .createModule(context.service(CommandService.class).getCommand(LocalizeCommand.class));

  @AfterEach
  void dispose() {
    context.dispose();
  }

  private InputWidget<?, ?> widget(String input, Class<?> component) {
    ModuleItem<?> item = module.getInfo().getInput(input);
    WidgetService widgets = context.service(WidgetService.class);
    WidgetModel model = widgets.createModel(new Panel<>(component), module, item, List.of());
    return widgets.create(model);
  }

  @Test
  void showsWordsAndGivesTheChoice() {
    WordsWidget widget = assertInstanceOf(WordsWidget.class, widget("slices", JPanel.class));
    JComboBox<?> box = (JComboBox<?>) widget.getComponent().getComponent(0);
    assertEquals(2, box.getItemCount());
    assertEquals("the one that is shown", box.getSelectedItem());
    assertEquals("current", widget.getValue());
    box.setSelectedItem("all slices");
    assertEquals("all", module.getInput("slices"));
    assertEquals("all", widget.getValue());
  }

  /** As where a dialog opens again after a wrong input. */
  @Test
  void showsWhatWasChosenBefore() throws Exception {
    module.setInput("map", "reconstruction");
    WordsWidget widget = assertInstanceOf(WordsWidget.class, widget("map", JPanel.class));
    JComboBox<?> box = (JComboBox<?>) widget.getComponent().getComponent(0);
    assertEquals("reconstruction by CAVGA's network", box.getSelectedItem());
    module.setInput("map", "attention");
    EventQueue.invokeAndWait(widget::refreshWidget);
    assertEquals("attention of CAVGA's network", box.getSelectedItem());
    assertEquals("attention", module.getInput("map"));
  }

  @Test
  void leavesOtherInputsAndOtherToolkitsAlone() {
    assertNull(widget("model", JPanel.class));
    assertNull(widget("slices", String.class));
  }
}
