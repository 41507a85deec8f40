package sc.fiji.cavga.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * One photograph as the core sees it: pixel values between 0 (black) and 1 (the file's white),
 * whatever the file held.
 *
 * <p>The pixels are usually a converting view of an ImageJ or Bio-Formats picture, so that opening
 * a large file does not cost four bytes a sample more.
 */
public final class Picture {

  private static final double EIGHT_BITS = 255;

  private final String name;
  private final RandomAccessibleInterval<FloatType> pixels;
  private final PixelSize pixelSize;
  private final Laterality side;
  private final List<String> notes;
  private final List<String> changes;
  private final double white;
  private final int orientation;

  /** What was found out about the pixels, by its kind; shared by all that have these pixels. */
  private final Map<Class<?>, Object> facts;

  /**
   * @param name what to call the picture in tables and messages
   * @param pixels axes (X,Y,C) with zero minimum, one channel (grey) or three (red, green, blue),
   *     values in 0 to 1
   * @param pixelSize the physical size of a pixel, or {@link PixelSize#UNKNOWN}
   */
  public Picture(String name, RandomAccessibleInterval<FloatType> pixels, PixelSize pixelSize) {
    this(
        name,
        pixels,
        pixelSize,
        Laterality.UNKNOWN,
        List.of(),
        List.of(),
        EIGHT_BITS,
        1,
        nothing());
  }

  private Picture(
      String name,
      RandomAccessibleInterval<FloatType> pixels,
      PixelSize pixelSize,
      Laterality side,
      List<String> notes,
      List<String> changes,
      double white,
      int orientation,
      Map<Class<?>, Object> facts) {
    this.facts = facts;
    this.orientation = orientation;
    this.white = white;
    this.notes = List.copyOf(notes);
    this.changes = List.copyOf(changes);
    this.side = Objects.requireNonNull(side);
    this.name = Objects.requireNonNull(name);
    this.pixels = Objects.requireNonNull(pixels);
    this.pixelSize = Objects.requireNonNull(pixelSize);
    if (pixels.numDimensions() != 3 || (pixels.dimension(2) != 1 && pixels.dimension(2) != 3))
      throw new IllegalArgumentException(
          "A picture needs the axes X, Y and channel, with one channel or three.");
    for (int d = 0; d < 3; d++)
      if (pixels.min(d) != 0)
        throw new IllegalArgumentException("A picture's axes start at zero; use Views.zeroMin.");
  }

  private static Map<Class<?>, Object> nothing() {
    return new ConcurrentHashMap<>();
  }

  public String name() {
    return name;
  }

  /** Axes (X,Y,C), zero minimum, values in 0 to 1. */
  public RandomAccessibleInterval<FloatType> pixels() {
    return pixels;
  }

  public int width() {
    return (int) pixels.dimension(0);
  }

  public int height() {
    return (int) pixels.dimension(1);
  }

  /** One (grey) or three (red, green, blue). */
  public int channels() {
    return (int) pixels.dimension(2);
  }

  public PixelSize pixelSize() {
    return pixelSize;
  }

  /** Which eye it shows, where somebody has said so. */
  public Laterality side() {
    return side;
  }

  /** The same of a known eye. */
  public Picture withSide(Laterality known) {
    return new Picture(name, pixels, pixelSize, known, notes, changes, white, orientation, facts);
  }

  /** The same under another name. */
  public Picture named(String other) {
    return new Picture(other, pixels, pixelSize, side, notes, changes, white, orientation, facts);
  }

  /** The same photograph with other pixels, turned or of other colours. */
  public Picture with(RandomAccessibleInterval<FloatType> others, PixelSize size) {
    return new Picture(name, others, size, side, notes, changes, white, orientation, nothing());
  }

  /**
   * The same with one more note.
   *
   * @param note one sentence; an empty one is left out
   */
  public Picture noting(String note) {
    if (note.isEmpty()) return this;
    List<String> more = new ArrayList<>(notes);
    more.add(note);
    return new Picture(name, pixels, pixelSize, side, more, changes, white, orientation, facts);
  }

  /** The same, where its white was found out; the level's note becomes one of the picture's. */
  public Picture scaledBy(WhiteLevel level) {
    return new Picture(
            name, pixels, pixelSize, side, notes, changes, level.white(), orientation, facts)
        .noting(level.note());
  }

  /** The stored number that became 1; 255 where there is nothing to find out. */
  public double white() {
    return white;
  }

  /** The same, of which a file's pixels were turned. */
  Picture turnedFrom(int stored) {
    return new Picture(name, pixels, pixelSize, side, notes, changes, white, stored, facts);
  }

  /** How the file's own pixels lie, as in EXIF, 1 to 8; the picture's lie upright. */
  public int orientation() {
    return orientation;
  }

  /**
   * The same of which something was changed, with a note of it: programs that leave the file's
   * pixels as they are see another picture.
   */
  public Picture changed(String note) {
    List<String> more = new ArrayList<>(changes);
    more.add(note);
    Picture noted = noting(note);
    return new Picture(name, pixels, pixelSize, side, noted.notes, more, white, orientation, facts);
  }

  /** Those of the notes that say that the file's own pixels are others. */
  public List<String> changes() {
    return changes;
  }

  /** What was assumed or changed when the picture was read, a sentence each; mostly none. */
  public List<String> notes() {
    return notes;
  }

  /**
   * Something that follows from the pixels alone: found out when somebody first asks, and kept for
   * all others. It must be small, as it stays as long as the picture.
   *
   * @param kind what it is; there is one of each
   * @param finding must not ask for another kind
   */
  public <T> T known(Class<T> kind, Function<Picture, T> finding) {
    return kind.cast(facts.computeIfAbsent(kind, key -> finding.apply(this)));
  }
}
