package sc.fiji.cavga.compute.machine;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version that a Maven-built jar states of itself. */
public final class JarVersion {

  private JarVersion() {}

  /** The version, or "unknown" where the jar is missing or states none. */
  public static String of(ClassLoader loader, String group, String artifact) {
    String path = "META-INF/maven/" + group + "/" + artifact + "/pom.properties";
    try (InputStream stream = loader.getResourceAsStream(path)) {
      if (stream == null) return "unknown";
      Properties properties = new Properties();
      properties.load(stream);
      return properties.getProperty("version", "unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }
}
