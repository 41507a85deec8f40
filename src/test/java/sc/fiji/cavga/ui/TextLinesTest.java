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
}
