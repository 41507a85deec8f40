package sc.fiji.cavga.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Paths;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import sc.fiji.cavga.cli.error.ExitCode;

class ReferencePageTest {

  /** If this fails: {@code cavga reference > docs/reference.md}. */
  @Test
  void thePageInTheDocsIsWhatTheProgramSays() throws Exception {
    Ran ran = Ran.with("reference");
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertEquals(Files.readString(Paths.get("docs/reference.md")), ran.out());
  }

  @Test
  void everyOptionOfEveryCommandIsInIt() {
    String page = Ran.with("reference").out();
    int options = 0;
    for (CommandLine command : Main.line().getSubcommands().values()) {
      boolean hidden = command.getCommandSpec().usageMessage().hidden();
      String title = "### `" + command.getCommandSpec().qualifiedName() + "`\n";
      assertEquals(!hidden, page.contains(title), title);
      if (hidden) continue;
      for (OptionSpec option : command.getCommandSpec().options()) {
        String name = option.longestName().replaceFirst("^--weak$", "--[no-]weak");
        assertTrue(page.contains("`" + name + "`") || page.contains(name + "` "), title + name);
        options++;
      }
    }
    assertTrue(options > 100, options + " options");
    for (String cell : page.split("(?<!\\\\)\\|"))
      assertTrue(!cell.contains("%%") && !cell.contains("${"), cell);
  }
}
