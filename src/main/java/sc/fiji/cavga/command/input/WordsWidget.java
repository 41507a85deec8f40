package sc.fiji.cavga.command.input;

import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.util.Arrays;
import javax.swing.BorderFactory;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import org.scijava.Priority;
import org.scijava.plugin.Plugin;
import org.scijava.widget.AbstractInputWidget;
import org.scijava.widget.ChoiceWidget;
import org.scijava.widget.InputWidget;
import org.scijava.widget.WidgetModel;

/**
 * Shows an input's choices in Fiji's dialogs as its {@link Inputs#WORDS}. The input gets the choice
 * itself, which macros have and the recorder writes.
 */
@Plugin(type = InputWidget.class, priority = Priority.HIGH)
public final class WordsWidget extends AbstractInputWidget<String, JPanel>
    implements ChoiceWidget<JPanel> {

  private final JPanel panel = new JPanel(new BorderLayout());
  private JComboBox<String> box;

  @Override
  public boolean supports(WidgetModel model) {
    return model.getItem().get(Inputs.WORDS) != null
        && model.getPanel() != null
        && model.getPanel().getWidgetComponentType() == JPanel.class;
  }

  @Override
  public void set(WidgetModel model) {
    super.set(model);
    box = new JComboBox<>(Inputs.words(model.getItem()));
    panel.setBorder(BorderFactory.createEmptyBorder(3, 0, 3, 0));
    box.setToolTipText(model.getItem().getDescription());
    panel.add(box);
    show();
    box.addActionListener(event -> updateModel());
  }

  @Override
  public String getValue() {
    return Inputs.choices(get().getItem())[box.getSelectedIndex()];
  }

  @Override
  public void refreshWidget() {
    if (EventQueue.isDispatchThread()) show();
    else EventQueue.invokeLater(this::show);
  }

  private void show() {
    Object value = get().getValue();
    int chosen =
        value == null
            ? 0
            : Arrays.asList(Inputs.choices(get().getItem()))
                .indexOf(Inputs.choice(get().getItem(), value.toString()));
    if (chosen >= 0 && chosen != box.getSelectedIndex()) box.setSelectedIndex(chosen);
  }

  @Override
  public JPanel getComponent() {
    return panel;
  }

  @Override
  public Class<JPanel> getComponentType() {
    return JPanel.class;
  }
}
