package sc.fiji.cavga.compute.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SystemCommandTest {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private static Optional<String> output(String... words) {
    return SystemCommand.output(60, words);
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
