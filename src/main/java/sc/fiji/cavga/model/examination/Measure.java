package sc.fiji.cavga.model.examination;

import java.util.Objects;
import java.util.Optional;

/**
 * A number that a method has measured in a picture, or a word for it such as an eye's side; or the
 * reason why there is none. Immutable.
 */
public final class Measure {

  private final String name;
  private final double value;
  private final String word;
  private final String reason;

  private Measure(String name, double value, String word, String reason) {
    this.name = Objects.requireNonNull(name);
    this.value = value;
    this.word = word;
    this.reason = reason;
  }

  /**
   * @param name the column's name in tables, in lower snake case
   * @param value finite
   */
  public static Measure of(String name, double value) {
    if (!Double.isFinite(value))
      throw new IllegalArgumentException("The measure " + name + " must be a finite number.");
    return new Measure(name, value, null, null);
  }

  /**
   * @param name the column's name in tables, in lower snake case
   */
  public static Measure of(String name, String word) {
    return new Measure(name, Double.NaN, Objects.requireNonNull(word), null);
  }

  /**
   * @param reason one sentence
   */
  public static Measure missing(String name, String reason) {
    return new Measure(name, Double.NaN, null, Objects.requireNonNull(reason));
  }

  public String name() {
    return name;
  }

  /** The word; empty where it is a number or nothing was measured. */
  public Optional<String> word() {
    return Optional.ofNullable(word);
  }

  /** NaN where nothing was measured or it is a word. */
  public double value() {
    return value;
  }

  /** Why nothing was measured; empty where something was. */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }
}
