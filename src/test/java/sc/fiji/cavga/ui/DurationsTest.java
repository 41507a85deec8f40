package sc.fiji.cavga.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({
    "NaN, unknown",
    "0, 0 s",
    "499, 0 s",
    "59499, 59 s",
    "59500, 1 min",
    "125000, 2 min 5 s",
    "3600000, 1 h",
    "4800000, 1 h 20 min",
    "90000000, 25 h"
  })
  void speaksAsPeopleDo(double milliseconds, String expected) {
    assertEquals(expected, Durations.text(milliseconds / 1000.0));
  }
}
