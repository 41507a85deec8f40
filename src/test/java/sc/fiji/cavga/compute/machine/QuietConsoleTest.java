package sc.fiji.cavga.compute.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuietConsoleTest {

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
  private final PrintStream console = new PrintStream(heard, true, StandardCharsets.UTF_8);

  @BeforeEach
  void catchConsole() {
    System.setOut(console);
    System.setErr(console);
  }

  @AfterEach
  void giveConsoleBack() {
    System.setOut(out);
    System.setErr(err);
  }

  @Test
  void dropsWhatThisThreadPrintsAndReturnsItsResult() throws Exception {
    int result =
        QuietConsole.during(
            () -> {
              System.out.println("chatter");
              System.err.printf("more %d%n", 1);
              System.out.write('x');
              System.out.flush();
              return 7;
            });
    System.out.print("after");
    assertEquals(7, result);
    assertEquals("after", heard.toString(StandardCharsets.UTF_8));
    assertSame(console, System.out);
    assertSame(console, System.err);
  }

  @Test
  void passesOnWhatOtherThreadsPrint() throws Exception {
    QuietConsole.during(
        () -> {
          Thread other = new Thread(() -> System.out.print("Größe"));
          other.start();
          other.join();
          System.out.print("dropped");
          return null;
        });
    assertEquals("Größe", heard.toString(StandardCharsets.UTF_8));
  }

  @Test
  void restoresTheConsoleAfterAnError() {
    assertThrows(
        IOException.class,
        () ->
            QuietConsole.during(
                () -> {
                  throw new IOException("broken");
                }));
    assertSame(console, System.out);
  }

  @Test
  void leavesStreamsThatSomebodyElseHasSetMeanwhile() throws Exception {
    PrintStream others = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    PrintStream[] ours = new PrintStream[1];
    QuietConsole.during(
        () -> {
          ours[0] = System.out;
          System.setOut(others);
          return null;
        });
    assertSame(others, System.out);
    ours[0].print("late");
    assertEquals("late", heard.toString(StandardCharsets.UTF_8));
  }
}
