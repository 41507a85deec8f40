package sc.fiji.cavga.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import sc.fiji.cavga.cli.error.ExitCode;
import sc.fiji.cavga.compute.ForkedJava;
import sc.fiji.cavga.model.Method;
import sc.fiji.cavga.model.Methods;

class ReferencePageTest {

  /** If this fails: {@code cavga reference > docs/reference.md}. The tests have a method more. */
  @Test
  void thePageInTheDocsIsWhatTheProgramSays() throws Exception {
    ForkedJava program =
        ForkedJava.run(entry -> !entry.contains("test-classes"), Main.class, "reference");
    assertEquals(ExitCode.DONE, program.exitCode(), program.console());
    assertEquals(Files.readString(Paths.get("docs/reference.md")), program.console());
  }

  /** A method that somebody adds has its settings described without more. */
  @Test
  void everyMethodHasATable() {
    String page = Ran.with("reference").out();
    for (Method method : Methods.discovered().all()) {
      assertTrue(page.contains("\n### Of the method `" + method.name() + "`\n"), method.name());
      assertTrue(page.contains(method.description()), method.name());
    }
    assertTrue(Methods.discovered().names().contains("toy"));
  }

  @Test
  void everyOptionOfEveryCommandIsInIt() {
    String page = Ran.with("reference").out();
    int options = 0;
    List<CommandLine> commands = new ArrayList<>(Main.line().getSubcommands().values());
    for (int i = 0; i < commands.size(); i++)
      commands.addAll(commands.get(i).getSubcommands().values());
    for (CommandLine command : commands) {
      boolean hidden = command.getCommandSpec().usageMessage().hidden();
      String title = "### `" + command.getCommandSpec().qualifiedName() + "`\n";
      assertEquals(!hidden, page.contains(title), title);
      if (hidden) continue;
      for (OptionSpec option : command.getCommandSpec().options()) {
        String name = option.longestName().replaceFirst("^--weak$", "--[no-]weak");
        boolean described = page.contains("`" + name + "`") || page.contains(name + "` ");
        assertEquals(!option.hidden(), described, title + name);
        options++;
      }
    }
    assertTrue(options > 100, options + " options");
    for (String cell : page.split("(?<!\\\\)\\|"))
      assertTrue(!cell.contains("%%") && !cell.contains("${"), cell);
  }
}
