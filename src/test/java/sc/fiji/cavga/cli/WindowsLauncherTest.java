package sc.fiji.cavga.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Reads {@code cavga.cmd}, which runs on Windows alone, as the command processor would. */
class WindowsLauncherTest {

  private static final Path SCRIPT = Paths.get("src/build/launcher/cavga.cmd");

  /** What is, or holds, a path that may have spaces, ampersands and brackets. */
  private static final Pattern PATH =
      Pattern.compile(
          "%~dp0|%~f0|%(?:jar|java|archive|place|new|JAVA_HOME|LOCALAPPDATA)[:%]|%%~?F");

  private static List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(SCRIPT));
    lines.removeIf(line -> line.startsWith("rem "));
    return lines;
  }

  /** Between quotes nothing ends a command; behind an odd number of them a path is between. */
  @Test
  void pathsStandBetweenQuotes() throws IOException {
    int paths = 0;
    for (String line : lines()) {
      Matcher path = PATH.matcher(line);
      while (path.find()) {
        // cmd /c takes the outermost quotes of its line away.
        String before = line.substring(0, path.start()).replace("cmd /c \"\"", "cmd /c \"");
        if (before.endsWith("for ")) continue;
        paths++;
        assertEquals(1, before.chars().filter(c -> c == '"').count() % 2, line);
      }
    }
    assertTrue(paths > 15, "only " + paths);
  }

  @Test
  void everyLabelIsThere() throws IOException {
    Set<String> asked = new TreeSet<>();
    Set<String> there = new TreeSet<>();
    for (String line : lines()) {
      Matcher jump = Pattern.compile("goto (\\w+)").matcher(line);
      while (jump.find()) asked.add(jump.group(1));
      if (line.startsWith(":")) there.add(line.substring(1));
    }
    assertEquals(asked, there);
  }

  /** Letters that are not ASCII would be read in the machine's own character set. */
  @Test
  void theScriptIsAsciiAndItsCallerLearnsTheExitCode() throws IOException {
    String text = Files.readString(SCRIPT);
    assertTrue(text.chars().allMatch(c -> c < 128));
    String start = "\"%java%\" %options% -jar \"%jar%\" %*\nexit /b %errorlevel%\n";
    assertTrue(text.replace("\r", "").contains(start));
  }
}
