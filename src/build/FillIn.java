import ij.ImageJ;
import java.awt.Button;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.TextField;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Starts ImageJ, and in its dialog of a title writes into the text fields and presses a button, as
 * screenshots.sh needs it: {@code java -cp ij.jar FillIn.java TITLE TEXT|TEXT... BUTTON IMAGEJ...};
 * the button may be empty.
 */
public final class FillIn {

  private FillIn() {}

  public static void main(String[] arguments) throws Exception {
    ImageJ.main(Arrays.copyOfRange(arguments, 3, arguments.length));
    Dialog dialog = null;
    while (dialog == null) {
      Thread.sleep(200);
      for (Window window : Window.getWindows())
        if (window.isShowing()
            && window instanceof Dialog
            && arguments[0].equals(((Dialog) window).getTitle())) dialog = (Dialog) window;
    }
    Thread.sleep(500);
    List<TextField> fields = new ArrayList<>();
    collect(dialog, TextField.class, fields);
    List<Button> buttons = new ArrayList<>();
    collect(dialog, Button.class, buttons);
    EventQueue.invokeAndWait(
        () -> {
          String[] texts = arguments[1].split("\\|");
          for (int i = 0; i < texts.length; i++)
            if (!texts[i].isEmpty()) fields.get(i).setText(texts[i]);
          for (Button button : buttons)
            if (button.getLabel().trim().equals(arguments[2]))
              for (ActionListener listener : button.getActionListeners())
                listener.actionPerformed(
                    new ActionEvent(button, ActionEvent.ACTION_PERFORMED, button.getLabel()));
        });
  }

  private static <T extends Component> void collect(Container from, Class<T> type, List<T> into) {
    for (Component child : from.getComponents()) {
      if (type.isInstance(child)) into.add(type.cast(child));
      else if (child instanceof Container) collect((Container) child, type, into);
    }
  }
}
