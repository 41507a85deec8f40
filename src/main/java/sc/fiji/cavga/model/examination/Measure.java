package sc.fiji.cavga.model.examination;

import java.util.Objects;
import java.util.Optional;

/** A number that a method has measured in a picture, or the reason why there is none. Immutable. */
public final class Measure {

  private final String name;
  private final double value;
  private final String reason;

  private Measure(String name, double value, String reason) {
    this.name = Objects.requireNonNull(name);
    this.value = value;
    this.reason = reason;
  }

  /**
   * @param name the column's name in tables, in lower snake case
   * @param value finite
   */
  public static Measure of(String name, double value) {
    if (!Double.isFinite(value))
      throw new IllegalArgumentException("The measure " + name + " must be a finite number.");
    return new Measure(name, value, null);
  }

  /**
   * @param reason one sentence
   */
  public static Measure missing(String name, String reason) {
    return new Measure(name, Double.NaN, Objects.requireNonNull(reason));
  }

  public String name() {
    return name;
  }

  /** NaN where nothing was measured. */
  public double value() {
    return value;
  }

  /** Why nothing was measured; empty where something was. */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }
}
