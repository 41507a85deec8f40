package sc.fiji.cavga.command.input.message;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Window;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import org.scijava.Priority;
import org.scijava.plugin.Plugin;
import org.scijava.widget.AbstractInputWidget;
import org.scijava.widget.InputWidget;
import org.scijava.widget.MessageWidget;
import org.scijava.widget.WidgetModel;
import sc.fiji.cavga.command.input.DependentInputs;
import sc.fiji.cavga.command.input.Inputs;

/**
 * Shows a message of our commands in Fiji's dialogs, each sentence on its lines, and fits the
 * dialog to it when it changes. Fiji's own may take a word for a line when the dialog's size is
 * chosen, which leaves a quarter of the dialog empty, and does not make room later.
 */
@Plugin(type = InputWidget.class, priority = Priority.VERY_HIGH)
public final class MessageLines extends AbstractInputWidget<String, JPanel>
    implements MessageWidget<JPanel> {

  private final JPanel panel = new JPanel(new BorderLayout());
  private JTextArea area;

  @Override
  public boolean supports(WidgetModel model) {
    return Inputs.isMessage(model.getItem())
        && model.getModule().getDelegateObject() instanceof DependentInputs
        && model.getPanel() != null
        && model.getPanel().getWidgetComponentType() == JPanel.class;
  }

  @Override
  public void set(WidgetModel model) {
    super.set(model);
    area = new JTextArea(lines());
    area.setFont(UIManager.getFont("Label.font"));
    area.setEditable(false);
    area.setFocusable(false);
    area.setOpaque(false);
    panel.add(area);
  }

  @Override
  public void refreshWidget() {
    if (EventQueue.isDispatchThread()) show();
    else EventQueue.invokeLater(this::show);
  }

  private void show() {
    if (area.getText().equals(lines())) return;
    Dimension before = area.getPreferredSize();
    area.setText(lines());
    Window dialog = SwingUtilities.getWindowAncestor(panel);
    if (dialog != null && !before.equals(area.getPreferredSize())) dialog.pack();
  }

  private String lines() {
    return Inputs.lines(get().getValue());
  }

  /** Nobody gives one. */
  @Override
  public String getValue() {
    return null;
  }

  @Override
  public boolean isLabeled() {
    return false;
  }

  @Override
  public boolean isMessage() {
    return true;
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
