package sc.fiji.cavga.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.cli.error.ExitCode;
import sc.fiji.cavga.faults.ChildJava;
import sc.fiji.cavga.faults.windows.WindowsRules;

/**
 * The command line in a Java whose files obey Windows, whose character set is that of Windows up to
 * Java 17, and whose language is one with letters, digits and a decimal sign of its own. All that
 * is written is the same as without.
 */
class WindowsRunTest {

  private static final List<String> WINDOWS =
      List.of(
          "-Djava.nio.file.spi.DefaultFileSystemProvider=" + WindowsRules.class.getName(),
          "-Dfile.encoding=windows-1252",
          "-Dline.separator=\r\n");

  @TempDir Path temporary;

  @Test
  void everyCommandWritesTheSame() throws Exception {
    Path data = DrawnPictures.dataset(temporary.resolve("Dätä set"));
    Map<String, String> plain = run(data, "plain", List.of());
    Map<String, String> turkish = run(data, "tr", language("tr", "TR"));
    Map<String, String> arabic = run(data, "ar", language("ar", "EG"));
    assertTrue(plain.size() > 20, plain.keySet().toString());
    for (Map<String, String> other : List.of(turkish, arabic)) {
      assertEquals(plain.keySet(), other.keySet());
      plain.forEach((name, content) -> assertEquals(content, other.get(name), name));
    }
  }

  private static List<String> language(String language, String country) {
    List<String> options = new ArrayList<>(WINDOWS);
    options.add("-Duser.language=" + language);
    options.add("-Duser.country=" + country);
    return options;
  }

  /** What was written, by name, times left out; in this Java where it has no options. */
  private Map<String, String> run(Path data, String name, List<String> options) throws Exception {
    Path folder = temporary.resolve(name + " ü");
    List<String> commands = new ArrayList<>();
    String model = folder.resolve("healthy.cavga").toString();
    String train =
        "train --model MODEL --size 16 --batch 4 --seed 3 --detector-steps 3 --method local --dataset";
    commands.addAll(command(train, model, data.toString()));
    String localize = "localize --threads 2 --model MODEL --input";
    Path results = folder.resolve("results");
    for (String more : new String[] {"", "--overwrite"}) {
      commands.addAll(command(localize, model, data.resolve("test").toString()));
      commands.addAll(List.of("--output", results.toString()));
      if (!more.isEmpty()) commands.add(more);
    }
    for (int i = 0; i < 2; i++) {
      commands.addAll(command("evaluate --maps --model MODEL --dataset", model, data.toString()));
      commands.addAll(List.of("--output", folder.resolve("metrics").toString()));
    }
    String[] arguments = commands.toArray(new String[0]);
    if (options.isEmpty()) {
      StringWriter said = new StringWriter();
      assertEquals(ExitCode.DONE, Commands.run(new PrintWriter(said), arguments), said.toString());
    } else
      new ChildJava(temporary.resolve(name + ".log"), options, Commands.class, arguments).run();
    return written(folder);
  }

  /** Behind a plus sign. */
  private static List<String> command(String words, String model, String last) {
    List<String> command = new ArrayList<>(List.of("+"));
    for (String word : words.split(" ")) command.add(word.equals("MODEL") ? model : word);
    command.add(last);
    return command;
  }

  private static Map<String, String> written(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).collect(Collectors.toList());
    }
    for (Path file : files) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      String content = Files.readString(file, StandardCharsets.ISO_8859_1);
      assertFalse(name.contains(".part"), name);
      if (name.endsWith(".csv")) content = withoutSeconds(content);
      // The model tells when it was made.
      if (!name.endsWith(".cavga") && !name.startsWith(".") && !name.contains("/."))
        contents.put(name, content);
    }
    return contents;
  }

  private static String withoutSeconds(String table) {
    List<String> lines = table.lines().collect(Collectors.toList());
    int seconds = Arrays.asList(lines.get(0).split(",")).indexOf("seconds");
    return lines.stream()
        .map(
            line -> {
              String[] cells = line.split(",", -1);
              if (seconds >= 0 && cells.length > seconds) cells[seconds] = "";
              return String.join(",", cells);
            })
        .collect(Collectors.joining("\n"));
  }

  /** Commands behind each other, each behind a plus sign. */
  static final class Commands {

    private Commands() {}

    public static void main(String[] arguments) {
      boolean asked = System.getProperty("java.nio.file.spi.DefaultFileSystemProvider") != null;
      if (asked != FileSystems.getDefault().provider() instanceof WindowsRules)
        throw new AssertionError("other rules");
      System.exit(run(new PrintWriter(System.out, true), arguments));
    }

    static int run(PrintWriter out, String... arguments) {
      List<String> command = new ArrayList<>();
      for (int i = 1; i <= arguments.length; i++) {
        if (i < arguments.length && !arguments[i].equals("+")) {
          command.add(arguments[i]);
          continue;
        }
        int code = Main.run(out, out, command.toArray(new String[0]));
        if (code != ExitCode.DONE) return code;
        command.clear();
      }
      return ExitCode.DONE;
    }
  }
}
