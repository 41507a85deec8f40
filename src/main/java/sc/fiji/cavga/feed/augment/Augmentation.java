package sc.fiji.cavga.feed.augment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import sc.fiji.cavga.io.Excerpt;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * How training pictures are varied, so that the network learns healthy eyes rather than these
 * pictures: within what anatomy and cameras vary in, and no further. The paper says nothing about
 * it.
 *
 * <p>Left eyes mirror right ones. What happens to a picture is decided by a seed alone; see {@link
 * #apply}.
 */
public final class Augmentation {

  /** Pictures as they are. */
  public static final Augmentation NONE = new Augmentation(false, 0, 0, 0, 0);

  /** For fundus photographs: left/right, ±7 degrees, ±10 % brightness and contrast, ±5 % tint. */
  public static final Augmentation FUNDUS = new Augmentation(true, 7, 0.1, 0.1, 0.05);

  private static final Set<String> KEYS =
      Set.of("mirror", "rotation_degrees", "brightness", "contrast", "tint");

  /** What earlier versions wrote, and what it was in all of them. */
  private static final Map<String, JsonPrimitive> FORMER =
      Map.of(
          "upside_down",
          new JsonPrimitive(false),
          "shift",
          new JsonPrimitive(0.0),
          "zoom",
          new JsonPrimitive(0.0));

  /** Numbers that a picture's seed gave to what {@link #FORMER} names. */
  private static final int FORMER_DRAWS = 3;

  private final boolean mirror;
  private final double rotationDegrees;
  private final double brightness;
  private final double contrast;
  private final double tint;

  /**
   * @param mirror whether half of the pictures are mirrored left to right
   * @param rotationDegrees the largest rotation to either side, 0 to 180
   * @param brightness the largest change of brightness, 0 to 0.9: 0.1 draws factors 0.9 to 1.1
   * @param contrast the same for the distance from the mean inside the field of view
   * @param tint the same for each colour channel on its own; grey pictures have none
   * @throws IllegalArgumentException with one sentence that names the value and its range
   */
  public Augmentation(
      boolean mirror, double rotationDegrees, double brightness, double contrast, double tint) {
    this.mirror = mirror;
    this.rotationDegrees = within("rotation", rotationDegrees, 180);
    this.brightness = within("brightness", brightness, 0.9);
    this.contrast = within("contrast", contrast, 0.9);
    this.tint = within("tint", tint, 0.9);
  }

  private static double within(String name, double value, double most) {
    if (!(value >= 0 && value <= most))
      throw new IllegalArgumentException(
          "The augmentation's " + name + " must be 0 to " + most + ", not " + value + ".");
    return value;
  }

  /** The same for pictures that are all of one side. */
  public Augmentation withoutMirror() {
    return new Augmentation(false, rotationDegrees, brightness, contrast, tint);
  }

  public boolean mirror() {
    return mirror;
  }

  /**
   * A varied copy; the same seed gives the same bits. The field of view turns with the picture, and
   * what comes in from outside the square is outside the field of view.
   *
   * @return with the original's placement, which no longer maps to the file's pixels
   */
  public PreparedPicture apply(PreparedPicture picture, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    // All draws are made whatever is switched on, so that one setting does not change another's.
    double flipX = random.nextBoolean() && mirror ? -1 : 1;
    // A draw less would give all pictures other numbers than in earlier versions.
    random.nextBoolean();
    double angle = Math.toRadians(symmetric(random, rotationDegrees));
    for (int i = 0; i < FORMER_DRAWS; i++) random.nextDouble();
    double gain = 1 + symmetric(random, brightness);
    double spread = 1 + symmetric(random, contrast);
    double[] gains = new double[picture.channels()];
    for (int c = 0; c < gains.length; c++)
      gains[c] = gain * (gains.length == 1 ? 1 : 1 + symmetric(random, tint));
    PreparedPicture moved = new Warp(flipX, angle).apply(picture);
    return new ColourChange(spread, gains).apply(moved);
  }

  private static double symmetric(SplittableRandom random, double most) {
    return (2 * random.nextDouble() - 1) * most;
  }

  /** For the model file; {@link #fromJson} takes it back. */
  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("mirror", mirror);
    json.addProperty("rotation_degrees", rotationDegrees);
    json.addProperty("brightness", brightness);
    json.addProperty("contrast", contrast);
    json.addProperty("tint", tint);
    return json;
  }

  /**
   * @throws IOException with one sentence when an entry is missing, unknown, of another type or out
   *     of range
   */
  public static Augmentation fromJson(JsonObject json) throws IOException {
    for (Map.Entry<String, JsonElement> entry : json.entrySet())
      if (FORMER.containsKey(entry.getKey())) {
        if (!FORMER.get(entry.getKey()).equals(entry.getValue()))
          throw new IOException(
              "This version varies no pictures by '" + entry.getKey() + "': train a new model.");
      } else if (!KEYS.contains(entry.getKey()))
        throw new IOException(
            "The augmentation has no entry '"
                + Excerpt.of(entry.getKey())
                + "'; it has "
                + String.join(", ", new TreeSet<>(KEYS))
                + ".");
    try {
      return new Augmentation(
          primitive(json, "mirror", true).getAsBoolean(),
          primitive(json, "rotation_degrees", false).getAsDouble(),
          primitive(json, "brightness", false).getAsDouble(),
          primitive(json, "contrast", false).getAsDouble(),
          primitive(json, "tint", false).getAsDouble());
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static JsonPrimitive primitive(JsonObject json, String key, boolean logical)
      throws IOException {
    JsonElement value = json.get(key);
    if (value != null && value.isJsonPrimitive()) {
      JsonPrimitive primitive = value.getAsJsonPrimitive();
      if (logical ? primitive.isBoolean() : primitive.isNumber()) return primitive;
    }
    throw new IOException(
        "The augmentation's '"
            + key
            + "' must be "
            + (logical ? "true or false" : "a number")
            + ".");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Augmentation && toJson().equals(((Augmentation) other).toJson());
  }

  @Override
  public int hashCode() {
    return toJson().hashCode();
  }

  @Override
  public String toString() {
    return toJson().toString();
  }
}
