package sc.fiji.cavga.compute;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;

/** Starts from a class loader that the thread does not know, as a plugin in Fiji does. */
public final class InItsOwnClassLoader {

  private InItsOwnClassLoader() {}

  /**
   * @param arguments the class path of the new class loader, the class to run there, its argument
   */
  public static void main(String... arguments) throws Exception {
    String[] entries = arguments[0].split(File.pathSeparator);
    URL[] urls = new URL[entries.length];
    for (int i = 0; i < urls.length; i++) urls[i] = new File(entries[i]).toURI().toURL();
    ClassLoader plugins = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
    plugins
        .loadClass(arguments[1])
        .getMethod("main", String[].class)
        .invoke(null, (Object) new String[] {arguments[2]});
  }
}
