package sc.fiji.cavga.method.disc.outline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes wrong with weights; what comes of good ones is in {@code DiscTeachingTest}. */
class DiscOutlinerTest {

  @Test
  void missingNetworksAreSaidInOneSentence() {
    IOException e =
        assertThrows(
            IOException.class,
            () -> DiscOutliner.of(getClass().getClassLoader(), "models/none.safetensors"));
    assertEquals(
        "The software's own networks for the optic disc (models/none.safetensors) are missing:"
            + " install CAVGA again, or give your own ones.",
        e.getMessage());
  }

  @Test
  void weightsThatLackArraysAreRefused() {
    Exception e = assertThrows(IllegalArgumentException.class, () -> new DiscOutliner(List.of()));
    assertTrue(e.getMessage().contains("finder."), e.getMessage());
  }
}
