package sc.fiji.cavga.model.examination;

import java.util.Objects;
import sc.fiji.cavga.picture.Turn;

/** A picture of labels, 8 bits for each of the photograph's own pixels. Immutable. */
public final class LabelImage {

  private final String name;
  private final int width;
  private final int height;
  private final byte[] labels;

  /**
   * @param name of the folder that such pictures are written into, such as "discs"
   * @param labels row by row; taken as they are and not to be changed any more
   * @throws IllegalArgumentException when their number does not fit the size
   */
  public LabelImage(String name, int width, int height, byte[] labels) {
    if (!name.matches("[a-z][a-z0-9_]*"))
      throw new IllegalArgumentException("A label image cannot be named \"" + name + "\".");
    if (labels.length != width * height)
      throw new IllegalArgumentException("The label image " + name + " has another size.");
    this.name = name;
    this.width = width;
    this.height = height;
    this.labels = Objects.requireNonNull(labels);
  }

  public String name() {
    return name;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** Row by row; the array itself, not a copy. */
  public byte[] labels() {
    return labels;
  }

  /** The same where the picture is turned. */
  public LabelImage turned(Turn turn) {
    if (turn.isNone()) return this;
    byte[] turned = new byte[labels.length];
    for (int y = 0, at = 0; y < turn.height(); y++)
      for (int x = 0; x < turn.width(); x++) turned[at++] = labels[turn.from(x, y)];
    return new LabelImage(name, turn.width(), turn.height(), turned);
  }
}
