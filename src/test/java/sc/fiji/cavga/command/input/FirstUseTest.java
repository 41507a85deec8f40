package sc.fiji.cavga.command.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.scijava.prefs.PrefService;

class FirstUseTest {

  private final Map<String, Boolean> kept = new HashMap<>();

  private final PrefService preferences =
      (PrefService)
          Proxy.newProxyInstance(
              PrefService.class.getClassLoader(),
              new Class<?>[] {PrefService.class},
              (proxy, method, values) ->
                  method.getName().equals("getBoolean")
                      ? kept.getOrDefault((String) values[1], (Boolean) values[2])
                      : kept.put((String) values[1], (Boolean) values[2]));

  @Test
  void isOnce() {
    assertTrue(FirstUse.isFirst(preferences));
    assertFalse(FirstUse.isFirst(preferences));
  }

  /** As tests run: whoever sits in front of a screen later is still to be welcomed. */
  @Test
  void withoutAScreenNobodyIsWelcomed() {
    FirstUse.of(preferences);
    assertEquals(Map.of(), kept);
  }
}
