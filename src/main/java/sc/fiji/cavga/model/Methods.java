package sc.fiji.cavga.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import sc.fiji.cavga.io.Excerpt;
import sc.fiji.cavga.io.plugin.ClassPathPlugins;
import sc.fiji.cavga.settings.Setting;

/** The methods that are known, found by their {@code @Plugin} annotation; the default one first. */
public final class Methods {

  private final List<Method> methods;

  /**
   * @param methods the one that is used where none is named first
   */
  public Methods(List<? extends Method> methods) {
    this.methods = List.copyOf(methods);
  }

  /** Those on the class path, without a SciJava context. */
  public static Methods discovered() {
    return new Methods(ClassPathPlugins.of(Method.class, "method"));
  }

  /** In their order; unmodifiable. */
  public List<Method> all() {
    return methods;
  }

  /**
   * @throws IllegalArgumentException with one sentence that lists the names when there is none
   */
  public Method find(String name) {
    for (Method method : methods) if (method.name().equals(name)) return method;
    throw new IllegalArgumentException(
        "There is no method \""
            + Excerpt.of(name)
            + "\": choose "
            + String.join(" or ", names())
            + ".");
  }

  /**
   * Several, separated by commas, each once.
   *
   * @throws IllegalArgumentException with one sentence when one is unknown or named twice
   */
  public List<Method> list(String names) {
    List<Method> list = new ArrayList<>();
    for (String name : names.split(",", -1)) {
      Method method = find(name.trim());
      if (list.contains(method))
        throw new IllegalArgumentException("The method " + name.trim() + " is named twice.");
      list.add(method);
    }
    return list;
  }

  /** All settings, with the names of the methods whose own they are; none for common ones. */
  public Map<Setting<?>, List<String>> settings() {
    Map<Setting<?>, List<String>> all = new LinkedHashMap<>();
    for (Setting<?> setting : CommonSettings.all()) all.put(setting, new ArrayList<>());
    for (Method method : methods)
      for (Setting<?> setting : method.settings())
        all.computeIfAbsent(setting, none -> new ArrayList<>()).add(method.name());
    return all;
  }

  public List<String> names() {
    return methods.stream().map(Method::name).collect(Collectors.toList());
  }
}
