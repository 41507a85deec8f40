package sc.fiji.cavga.cli.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

  private final StringWriter text = new StringWriter();
  private long now = 5;

  private ProgressLine line(boolean terminal) {
    return new ProgressLine(new PrintWriter(text), terminal, () -> now);
  }

  private void wait(int milliseconds) {
    now += TimeUnit.MILLISECONDS.toNanos(milliseconds);
  }

  private String printed() {
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  @Test
  void drawsABarOverItselfOnATerminal() {
    try (ProgressLine line = line(true)) {
      line.show("Epoch 1, loss 0.5", 0, 4);
      wait(30_000);
      line.show("Epoch 2", 1, 4);
      wait(90_000);
      line.show("Done", 4, 4);
    }
    assertEquals(
        "\r[..............................]   0 %  Epoch 1, loss 0.5"
            + "\r[########......................]  25 %, 1 min 30 s left  Epoch 2"
            + "\r[##############################] 100 %, took 2 min  Done"
            + " ".repeat(8)
            + "\n",
        printed());
  }

  @Test
  void isNotDrawnMoreOftenThanAPersonCanRead() {
    ProgressLine line = line(true);
    line.show("a", 1, 100);
    int length = text.toString().length();
    wait(100);
    line.show("b", 2, 100);
    assertEquals(length, text.toString().length());
  }

  @Test
  void printsPlainLinesNowAndThenElsewhere() {
    try (ProgressLine line = line(false)) {
      line.show("Epoch 1", 0, 4);
      wait(9_000);
      line.show("Epoch 2", 1, 4);
      wait(3_000);
      line.show("Epoch 3", 2, 4);
      wait(1_000);
      line.show("Epoch 4", 4, 4);
    }
    assertEquals(
        "Epoch 1:   0 %\nEpoch 3:  50 %, 12 s left\nEpoch 4: 100 %, took 13 s\n", printed());
  }

  @Test
  void keepsOtherLinesApartFromTheBar() {
    ProgressLine line = line(true);
    line.show("x", 1, 1);
    line.println("picture.jpg: no retina");
    line.close();
    String bar = "\r[##############################] 100 %, took 0 s  x";
    assertEquals(
        bar + "\r" + " ".repeat(bar.length() - 1) + "\rpicture.jpg: no retina\n", printed());
  }
}
