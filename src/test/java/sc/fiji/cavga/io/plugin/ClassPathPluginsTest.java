package sc.fiji.cavga.io.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.scijava.plugin.Plugin;
import org.scijava.plugin.SciJavaPlugin;

/** Plugins come in the order of their priority; one that cannot be made is named. */
final class ClassPathPluginsTest {

  /** A kind of plugins that can be made. */
  public interface Sound extends SciJavaPlugin {}

  /** Comes second. */
  @Plugin(type = Sound.class, priority = 1)
  public static final class Second implements Sound {}

  /** Comes first. */
  @Plugin(type = Sound.class, priority = 2)
  public static final class First implements Sound {}

  /** A kind with a plugin that cannot be made. */
  public interface Faulty extends SciJavaPlugin {}

  /** As one whose library is missing. */
  @Plugin(type = Faulty.class)
  public static final class NotMade implements Faulty {

    final Object library = load();

    private static Object load() {
      throw new NoClassDefFoundError("another/Library");
    }
  }

  @Test
  void pluginsComeInTheOrderOfTheirPriority() {
    List<Sound> plugins = ClassPathPlugins.of(Sound.class, "sound");
    assertEquals(2, plugins.size());
    assertInstanceOf(First.class, plugins.get(0));
    assertInstanceOf(Second.class, plugins.get(1));
  }

  @Test
  void onePluginThatCannotBeMadeIsNamed() {
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class, () -> ClassPathPlugins.of(Faulty.class, "reader"));
    assertEquals(
        "The reader " + NotMade.class.getName() + " cannot be used; remove its jar.",
        e.getMessage());
  }
}
