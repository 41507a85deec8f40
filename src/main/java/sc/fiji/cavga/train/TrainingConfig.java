package sc.fiji.cavga.train;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.Method;
import sc.fiji.cavga.model.Methods;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.settings.Setting;
import sc.fiji.cavga.settings.Settings;

/**
 * All that decides what a training gives, the pictures apart: the methods, and the values of their
 * settings. With the same pictures and the same configuration it gives the same bits. Immutable.
 *
 * <pre>{@code
 * TrainingConfig config = TrainingConfig.of("local").with(CommonSettings.SIZE, 128);
 * }</pre>
 */
public final class TrainingConfig {

  private final List<Method> methods;
  private final Settings settings;

  private TrainingConfig(List<Method> methods, Settings settings) {
    this.methods = List.copyOf(methods);
    this.settings = Objects.requireNonNull(settings);
  }

  /** The default method at its defaults. */
  public static TrainingConfig standard() {
    return of(List.of(Methods.discovered().all().get(0)));
  }

  /**
   * @param names of methods, separated by commas; the first one's score and decision are a
   *     picture's
   * @throws IllegalArgumentException with one sentence when one is unknown or named twice
   */
  public static TrainingConfig of(String names) {
    return of(Methods.discovered().list(names));
  }

  /** All settings at their defaults. */
  public static TrainingConfig of(List<Method> methods) {
    if (methods.isEmpty()) throw new IllegalArgumentException("A training needs a method.");
    return new TrainingConfig(methods, declared(methods));
  }

  private static Settings declared(List<Method> methods) {
    Set<Setting<?>> all = new LinkedHashSet<>(CommonSettings.all());
    for (Method method : methods) all.addAll(method.settings());
    return Settings.of(all);
  }

  /** In order; unmodifiable. */
  public List<Method> methods() {
    return methods;
  }

  /** In order. */
  public List<String> methodNames() {
    return methods.stream().map(Method::name).collect(Collectors.toList());
  }

  /** Of all methods together. */
  public Settings settings() {
    return settings;
  }

  /** Common ones and a method's own. */
  public Settings settings(Method method) {
    return ModelFile.declared(method).with(settings);
  }

  public <T> T get(Setting<T> setting) {
    return settings.get(setting);
  }

  /**
   * @throws IllegalArgumentException with one sentence that names the setting and its range
   */
  public <T> TrainingConfig with(Setting<T> setting, T value) {
    return new TrainingConfig(methods, settings.with(setting, value));
  }

  /** As {@link #with}, with the value as people write it. */
  public <T> TrainingConfig withText(Setting<T> setting, String text) {
    return new TrainingConfig(methods, settings.withText(setting, text));
  }

  /** The same values for other settings, as far as these methods have them. */
  public TrainingConfig with(Settings other) {
    return new TrainingConfig(methods, settings.with(other));
  }

  /** With another object for the method of its name, such as one that begins with weights. */
  public TrainingConfig with(Method other) {
    List<Method> others = new ArrayList<>(methods);
    others.replaceAll(each -> each.name().equals(other.name()) ? other : each);
    return new TrainingConfig(others, settings);
  }

  /**
   * Whether all values fit each other, asked before training.
   *
   * @throws IllegalArgumentException with one sentence when they do not
   */
  public TrainingConfig checked() {
    CommonSettings.preprocessing(settings);
    for (Method method : methods) method.check(settings(method));
    return this;
  }

  /**
   * What keeps a training under this configuration from going on from one under another, in one
   * sentence: other methods, or the first setting that differs and may not.
   */
  public Optional<String> obstacleToResume(TrainingConfig earlier) {
    List<String> ours = methodNames();
    List<String> theirs = earlier.methodNames();
    if (!ours.equals(theirs))
      return Optional.of(
          "The training to go on with had the method "
              + String.join(",", theirs)
              + " and not "
              + String.join(",", ours)
              + ": use the same, or begin anew without the checkpoint.");
    return settings.obstacleToResume(earlier.settings);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TrainingConfig
        && methodNames().equals(((TrainingConfig) other).methodNames())
        && settings.equals(((TrainingConfig) other).settings);
  }

  @Override
  public int hashCode() {
    return settings.hashCode();
  }

  @Override
  public String toString() {
    return String.join(",", methodNames()) + " " + settings;
  }
}
