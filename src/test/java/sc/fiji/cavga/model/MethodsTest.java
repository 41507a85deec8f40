package sc.fiji.cavga.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MethodsTest {

  private static final String INDEX = "META-INF/json/org.scijava.plugin.Plugin";

  @TempDir Path folder;

  @Test
  void aJarThatIsThereTwiceGivesEachMethodOnce() throws Exception {
    List<URL> path = new ArrayList<>();
    path.add(folder.toUri().toURL());
    for (String entry :
        System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
      path.add(Paths.get(entry).toUri().toURL());
    Path index = folder.resolve(INDEX);
    Files.createDirectories(index.getParent());
    // The same annotations once more, as a second copy of the jar has them.
    for (String entry :
        System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
      if (Files.isRegularFile(Paths.get(entry, INDEX))
          && Files.readString(Paths.get(entry, INDEX)).contains(Method.class.getName()))
        Files.writeString(index, Files.readString(Paths.get(entry, INDEX)));
    ClassLoader alone = ClassLoader.getPlatformClassLoader();
    try (URLClassLoader loader = new URLClassLoader(path.toArray(new URL[0]), alone)) {
      Object methods =
          loader.loadClass(Methods.class.getName()).getMethod("discovered").invoke(null);
      Object names = methods.getClass().getMethod("names").invoke(methods);
      assertEquals(Methods.discovered().names(), names);
    }
  }
}
