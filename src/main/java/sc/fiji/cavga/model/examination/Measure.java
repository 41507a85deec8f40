package sc.fiji.cavga.model.examination;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import sc.fiji.cavga.picture.Turn;

/**
 * A number that a method has measured in a picture, or a word for it such as an eye's side; or the
 * reason why there is none. Immutable.
 */
public final class Measure {

  private static final String X = "_x";
  private static final String Y = "_y";

  private final String name;
  private final double value;
  private final String word;
  private final String reason;

  /** The other coordinate, where this is one of a place; NaN elsewhere. */
  private final double across;

  private Measure(String name, double value, double across, String word, String reason) {
    this.name = Objects.requireNonNull(name);
    this.value = value;
    this.across = across;
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
    return new Measure(name, value, Double.NaN, null, null);
  }

  /**
   * A place in the picture's own pixels.
   *
   * @param name what the two columns' names begin with
   * @return its x and its y, named so
   */
  public static List<Measure> place(String name, double x, double y) {
    return List.of(
        new Measure(name + X, x, y, null, null), new Measure(name + Y, y, x, null, null));
  }

  /**
   * @param name the column's name in tables, in lower snake case
   */
  public static Measure of(String name, String word) {
    return new Measure(name, Double.NaN, Double.NaN, Objects.requireNonNull(word), null);
  }

  /**
   * @param reason one sentence
   */
  public static Measure missing(String name, String reason) {
    return new Measure(name, Double.NaN, Double.NaN, null, Objects.requireNonNull(reason));
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

  /** The same where the picture is turned: places move, everything else stays. */
  public Measure turned(Turn turn) {
    if (Double.isNaN(across) || turn.isNone()) return this;
    return name.endsWith(X)
        ? new Measure(name, turn.x(value, across), turn.y(value, across), null, null)
        : new Measure(name, turn.y(across, value), turn.x(across, value), null, null);
  }
}
