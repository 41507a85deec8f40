package sc.fiji.cavga.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadCountTest {

  @Test
  void isOnePerCoreAndNoMoreThanTheSystemGrants() {
    assertEquals(4, ThreadCount.of(null, 4, 8));
    assertEquals(2, ThreadCount.of("", 4, 2));
  }

  @Test
  void isOnePerProcessorWhereCoresAreUnknown() {
    assertEquals(6, ThreadCount.of(null, 0, 6));
    assertEquals(6, ThreadCount.of(null, -1, 6));
  }

  @Test
  void isWhatTheEnvironmentSays() {
    assertEquals(3, ThreadCount.of("3", 4, 8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-2", "4,2", "many", "1.5", "1025", "99999999999"})
  void namesTheVariableThatIsNoCount(String variable) {
    String message =
        assertThrows(ComputeUnavailableException.class, () -> ThreadCount.check(variable))
            .getMessage();
    assertTrue(message.contains("OMP_NUM_THREADS is '" + variable + "'"), message);
  }
}
