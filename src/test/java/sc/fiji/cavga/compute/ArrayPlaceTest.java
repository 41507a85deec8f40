package sc.fiji.cavga.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ArrayPlaceTest {

  @Test
  void theBackendDecidesUnlessSomebodyAsks() {
    assertEquals(ArrayPlace.HOST, ArrayPlace.of(null, true));
    assertEquals(ArrayPlace.RESIDENT, ArrayPlace.of(null, false));
    assertEquals(ArrayPlace.HOST, ArrayPlace.of("host", true));
    assertEquals(ArrayPlace.RESIDENT, ArrayPlace.of("resident", true));
    assertEquals(ArrayPlace.RESIDENT, ArrayPlace.of("resident", false));
  }

  @Test
  void otherWordsAreRefused() {
    assertRefused("card", true, "must be host or resident, not card");
    assertRefused("Host", true, "must be host or resident, not Host");
    assertRefused("", true, "must be host or resident");
  }

  /** Java would write memory that the card does not see. */
  @Test
  void mainMemoryIsRefusedOnACard() {
    assertRefused("host", false, "leave out -Dcavga.arrays=host");
  }

  private static void assertRefused(String asked, boolean cpu, String words) {
    String message =
        assertThrows(ComputeUnavailableException.class, () -> ArrayPlace.of(asked, cpu))
            .getMessage();
    assertTrue(message.contains(words) && message.endsWith("."), message);
  }
}
