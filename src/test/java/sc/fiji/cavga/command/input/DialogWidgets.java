package sc.fiji.cavga.command.input;

import java.util.List;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.widget.AbstractInputPanel;
import org.scijava.widget.InputWidget;
import org.scijava.widget.WidgetModel;
import org.scijava.widget.WidgetService;
import sc.fiji.cavga.command.Commands;

/** The widgets of a command in Fiji's dialog, as its panel makes them. */
public final class DialogWidgets implements AutoCloseable {

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
  private final Module module;

  public DialogWidgets(Class<? extends Command> command) {
    module =
        context
            .service(ModuleService.class)
            .createModule(context.service(CommandService.class).getCommand(command));
  }

  public Module module() {
    return module;
  }

  /**
   * @param component that the panel holds, such as a JPanel
   */
  public InputWidget<?, ?> widget(String input, Class<?> component) {
    ModuleItem<?> item = module.getInfo().getInput(input);
    WidgetService widgets = context.service(WidgetService.class);
    WidgetModel model = widgets.createModel(new Panel<>(component), module, item, List.of());
    return widgets.create(model);
  }

  @Override
  public void close() {
    context.dispose();
  }
}
