package sc.fiji.cavga.image;

import java.util.Objects;

/**
 * How a picture becomes the network's input: stored in the model, so that a picture is seen at
 * localization as it was at training.
 */
public final class Preprocessing {

  /** How the part of a picture that counts is found. */
  public enum FieldOfViewMode {
    /** The retina's disc is looked for; pictures without black borders count whole. */
    RETINA,
    /** The whole picture counts. */
    WHOLE_PICTURE
  }

  private final int size;
  private final int channels;
  private final FieldOfViewMode fieldOfView;

  /**
   * @param size width and height of the network's input in pixels, 16 to 1024
   * @param channels 1 (grey) or 3 (colour)
   */
  public Preprocessing(int size, int channels, FieldOfViewMode fieldOfView) {
    this.size = size;
    this.channels = channels;
    this.fieldOfView = Objects.requireNonNull(fieldOfView);
  }

  public int size() {
    return size;
  }

  public int channels() {
    return channels;
  }

  public FieldOfViewMode fieldOfView() {
    return fieldOfView;
  }
}
