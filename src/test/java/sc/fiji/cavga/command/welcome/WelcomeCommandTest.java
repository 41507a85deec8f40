package sc.fiji.cavga.command.welcome;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import sc.fiji.cavga.command.Commands;

class WelcomeCommandTest {

  @Test
  void withoutAScreenItGivesItsText() throws Exception {
    try (Context context = Commands.context()) {
      String text = (String) Commands.run(context, WelcomeCommand.class).getOutput("text");
      for (String part :
          List.of(
              "differs from healthy eyes",
              "sample",
              "healthy-fundus",
              "Plugins > CAVGA > Localize Anomalies...",
              "docs/tutorial.md",
              "This is not a medical device.")) assertTrue(text.contains(part), part);
    }
  }
}
