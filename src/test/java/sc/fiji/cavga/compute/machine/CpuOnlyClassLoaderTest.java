package sc.fiji.cavga.compute.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CpuOnlyClassLoaderTest {

  private static final String SERVICE = "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend";

  private static URL folderWith(Path folder, String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return folder.toUri().toURL();
  }

  @Test
  void hidesTheCudaBackendAndKeepsTheOthers(@TempDir Path cuda, @TempDir Path cpu)
      throws IOException {
    URL[] urls = {
      folderWith(cuda, SERVICE, "# licence\norg.nd4j.linalg.jcublas.JCublasBackend\n"),
      folderWith(cpu, SERVICE, "org.nd4j.linalg.cpu.nativecpu.CpuBackend\n")
    };
    try (URLClassLoader both = new URLClassLoader(urls, null)) {
      CpuOnlyClassLoader view = new CpuOnlyClassLoader(both);
      List<URL> kept = Collections.list(view.getResources(SERVICE));
      assertEquals(List.of(cpu.resolve(SERVICE).toUri().toURL()), kept);
      assertEquals(kept.get(0), view.getResource(SERVICE));
    }
  }

  @Test
  void findsNothingWhereOnlyCudaIs(@TempDir Path cuda) throws IOException {
    URL[] urls = {folderWith(cuda, SERVICE, "org.nd4j.linalg.jcublas.JCublasBackend")};
    try (URLClassLoader only = new URLClassLoader(urls, null)) {
      assertNull(new CpuOnlyClassLoader(only).getResource(SERVICE));
    }
  }

  @Test
  void leavesAllOtherResourcesAlone(@TempDir Path folder) throws IOException {
    URL[] urls = {folderWith(folder, "notes.txt", "org.nd4j.linalg.jcublas.JCublasBackend")};
    try (URLClassLoader loader = new URLClassLoader(urls, null)) {
      CpuOnlyClassLoader view = new CpuOnlyClassLoader(loader);
      URL expected = folder.resolve("notes.txt").toUri().toURL();
      assertEquals(expected, view.getResource("notes.txt"));
      assertEquals(List.of(expected), Collections.list(view.getResources("notes.txt")));
    }
  }
}
