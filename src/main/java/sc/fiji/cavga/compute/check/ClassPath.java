package sc.fiji.cavga.compute.check;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** What another Java process needs to find the same classes. */
final class ClassPath {

  private final Set<String> urls = new LinkedHashSet<>();

  /**
   * @param entries files and folders, as Java's own class path has them
   */
  ClassPath(String entries) {
    for (String entry : entries.split(File.pathSeparator))
      if (!entry.isEmpty()) urls.add(new File(entry).toURI().toString());
  }

  /** The files and folders that a class loader and its parents look into, and Java's own. */
  static ClassPath of(ClassLoader loader) {
    ClassPath path = new ClassPath(System.getProperty("java.class.path", ""));
    for (ClassLoader each = loader; each != null; each = each.getParent())
      if (each instanceof URLClassLoader)
        for (URL url : ((URLClassLoader) each).getURLs()) path.urls.add(url.toString());
    return path;
  }

  /**
   * A jar that names all of them: Fiji's class path is too long for a command on Windows.
   *
   * @param folder to write it into
   */
  Path jar(Path folder) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.CLASS_PATH, String.join(" ", urls));
    Path jar = folder.resolve("classes.jar");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    return jar;
  }
}
