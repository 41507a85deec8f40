package sc.fiji.cavga.model;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;

/** The file of the model that comes with the software, for tests that look at it. */
public final class ShippedModelFile {

  private static final String ENTRY = "models/" + ShippedModels.HEALTHY_FUNDUS + ".cavga";

  private ShippedModelFile() {}

  /** Skips a test where it was not put among the resources. */
  public static void assumeThere() {
    assumeTrue(
        ShippedModels.class.getClassLoader().getResource(ENTRY) != null,
        "There is no " + ENTRY + " among the resources.");
  }

  public static byte[] bytes() throws IOException {
    try (InputStream in = ShippedModels.class.getClassLoader().getResourceAsStream(ENTRY)) {
      return in.readAllBytes();
    }
  }
}
