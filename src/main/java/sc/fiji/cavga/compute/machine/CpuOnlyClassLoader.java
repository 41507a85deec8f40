package sc.fiji.cavga.compute.machine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * Hides ND4J's CUDA services, so that the CPU computes though the CUDA jars are there.
 *
 * <p>ND4J takes the backend of the highest priority, and the priorities are environment variables,
 * which a running Java cannot change. It finds the backends as Java services, by this class loader.
 */
public final class CpuOnlyClassLoader extends ClassLoader {

  private static final String SERVICES = "META-INF/services/org.nd4j.";

  public CpuOnlyClassLoader(ClassLoader parent) {
    super(parent);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    Enumeration<URL> all = super.getResources(name);
    if (!name.startsWith(SERVICES)) return all;
    List<URL> kept = new ArrayList<>();
    for (URL service : Collections.list(all)) if (!isCuda(service)) kept.add(service);
    return Collections.enumeration(kept);
  }

  @Override
  public URL getResource(String name) {
    if (!name.startsWith(SERVICES)) return super.getResource(name);
    try {
      Enumeration<URL> kept = getResources(name);
      return kept.hasMoreElements() ? kept.nextElement() : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isCuda(URL service) throws IOException {
    try (InputStream stream = service.openStream()) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return text.contains("org.nd4j.linalg.jcublas.") || text.contains("org.nd4j.jita.");
    }
  }
}
