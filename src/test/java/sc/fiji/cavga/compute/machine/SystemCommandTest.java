package sc.fiji.cavga.compute.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SystemCommandTest {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private static Optional<String> output(String... words) {
    return SystemCommand.of(List.of(words)).output(60, TimeUnit.SECONDS);
  }

  @Test
  void givesWhatAProgramPrints() {
    String version = output(JAVA, "-version").orElse("");
    assertTrue(version.contains(System.getProperty("java.version")), version);
  }

  @Test
  void isEmptyWhereThereIsNoSuchProgramOrItFails() {
    assertEquals(Optional.empty(), output("no-such-program-here"));
    assertEquals(Optional.empty(), output(JAVA, "-no-such-option"));
  }
}
