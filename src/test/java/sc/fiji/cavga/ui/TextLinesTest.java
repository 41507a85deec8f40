package sc.fiji.cavga.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TextLinesTest {

  @Test
  void breaksBetweenWordsAlone() {
    assertEquals("one two\nthree\nfour", TextLines.broken("one two three four", 8));
    assertEquals("incomprehensible\nis it", TextLines.broken("incomprehensible is it", 5));
    assertEquals("", TextLines.broken("", 5));
  }

  @Test
  void spansOfTime() {
    assertEquals("89 s", Durations.text(89));
    assertEquals("2 min", Durations.text(100));
    assertEquals("2 h", Durations.text(7000));
    assertEquals("unknown", Durations.text(Double.NaN));
  }
}
