package sc.fiji.cavga.io.plugin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.scijava.InstantiableException;
import org.scijava.plugin.DefaultPluginFinder;
import org.scijava.plugin.PluginIndex;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.SciJavaPlugin;

/** Finds the plugins of a kind by their {@code @Plugin} annotation, without a SciJava context. */
public final class ClassPathPlugins {

  private ClassPathPlugins() {}

  /**
   * New ones, in the order of their priority, each class once: a jar may be on the class path
   * twice.
   *
   * @param what a plugin of this kind is called in messages, such as "reader"
   * @throws IllegalStateException with one sentence when one cannot be made
   */
  public static <P extends SciJavaPlugin> List<P> of(Class<P> kind, String what) {
    PluginIndex index = new PluginIndex(new DefaultPluginFinder(kind.getClassLoader()));
    index.discover();
    List<P> plugins = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (PluginInfo<P> info : index.getPlugins(kind))
      if (known.add(info.getClassName()))
        try {
          plugins.add(info.createInstance());
        } catch (InstantiableException | RuntimeException | LinkageError e) {
          // SciJava hands on what a constructor throws, such as a library that is not there.
          throw new IllegalStateException(
              "The " + what + " " + info.getClassName() + " cannot be used; remove its jar.", e);
        }
    return plugins;
  }
}
