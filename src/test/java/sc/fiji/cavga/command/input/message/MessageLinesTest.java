package sc.fiji.cavga.command.input.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.util.List;
import javax.swing.JPanel;
import javax.swing.JTextArea;
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
import sc.fiji.cavga.command.TrainCommand;

/** A message of Fiji's dialog, as its panel makes it. */
class MessageLinesTest {

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
          .createModule(context.service(CommandService.class).getCommand(TrainCommand.class));

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
  void fitsItsTextOnALineAndGrowsWithIt() throws Exception {
    MessageLines widget =
        assertInstanceOf(MessageLines.class, widget("normal_found", JPanel.class));
    JTextArea area = (JTextArea) widget.getComponent().getComponent(0);
    assertEquals("Choose the folder of healthy eyes to learn from.", area.getText());
    assertTrue(widget.isMessage() && !widget.isLabeled());
    int line = area.getFontMetrics(area.getFont()).getHeight();
    assertTrue(widget.getComponent().getPreferredSize().height < 2 * line);
    module.setInput("normal_found", "3 pictures.<br>Few: use 20 or more & better <hundreds>.");
    EventQueue.invokeAndWait(widget::refreshWidget);
    assertEquals("3 pictures.\nFew: use 20 or more & better <hundreds>.", area.getText());
    assertTrue(widget.getComponent().getPreferredSize().height >= 2 * line);
  }

  @Test
  void leavesOtherInputsAndOtherToolkitsAlone() {
    assertNull(widget("normal", JPanel.class));
    assertNull(widget("normal_found", String.class));
  }
}
