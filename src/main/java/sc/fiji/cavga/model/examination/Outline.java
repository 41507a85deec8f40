package sc.fiji.cavga.model.examination;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import sc.fiji.cavga.picture.Turn;

/**
 * A closed outline that a method has drawn, in the picture's own pixels: pixel (x, y) covers x to x
 * + 1 and y to y + 1, as in ImageJ. Immutable.
 */
public final class Outline {

  private final String name;
  private final float[] x;
  private final float[] y;
  private final Map<String, String> properties;

  /**
   * @param name of the selection, such as "disc"
   * @param x of the corners, in order; at least three
   * @param y of the corners, as many
   * @throws IllegalArgumentException when the corners are too few or their numbers differ
   */
  public Outline(String name, float[] x, float[] y) {
    this(name, x, y, Map.of());
  }

  /**
   * @param properties of the selection, by key; keys are single words
   */
  public Outline(String name, float[] x, float[] y, Map<String, String> properties) {
    if (x.length != y.length || x.length < 3)
      throw new IllegalArgumentException("The outline " + name + " needs three corners or more.");
    this.name = Objects.requireNonNull(name);
    this.x = x.clone();
    this.y = y.clone();
    this.properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }

  public String name() {
    return name;
  }

  /** Of the corners, a copy. */
  public float[] x() {
    return x.clone();
  }

  /** Of the corners, a copy. */
  public float[] y() {
    return y.clone();
  }

  /** By key; unmodifiable. */
  public Map<String, String> properties() {
    return properties;
  }

  /** The same where the picture is turned. */
  public Outline turned(Turn turn) {
    if (turn.isNone()) return this;
    float[] turnedX = new float[x.length];
    float[] turnedY = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      turnedX[i] = (float) turn.x(x[i], y[i]);
      turnedY[i] = (float) turn.y(x[i], y[i]);
    }
    return new Outline(name, turnedX, turnedY, properties);
  }
}
