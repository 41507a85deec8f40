package sc.fiji.cavga.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.macro.Interpreter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scijava.Context;

/** A macro without a screen does not go on after a command that has failed. */
public class MacroFailureTest {

  private static final List<String> SAID = new ArrayList<>();

  /** Called by the macro. */
  public static String fail(String path) throws Exception {
    try (Context context = Commands.context()) {
      SAID.add(Commands.failure(context, LocalizeFolderCommand.class, "input", path));
    }
    return "";
  }

  /** Called by the macro. */
  public static String reached(String what) {
    SAID.add(what);
    return "";
  }

  @Test
  void theMacroEndsAtTheFailure() {
    String call = "call('" + MacroFailureTest.class.getName() + ".%s', '%s');";
    new Interpreter()
        .run(
            String.format(call, "reached", "the beginning")
                + String.format(call, "fail", "/no \u00c3\u00a4/folder")
                + String.format(call, "reached", "the end"));
    assertEquals(List.of("the beginning", "Choose a folder for the results."), SAID);
  }
}
