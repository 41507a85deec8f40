package sc.fiji.cavga.model;

import java.util.List;
import sc.fiji.cavga.feed.CacheLimit;
import sc.fiji.cavga.feed.PictureRoles;
import sc.fiji.cavga.feed.Split;
import sc.fiji.cavga.feed.augment.Augmentation;
import sc.fiji.cavga.feed.augment.OtherCamera;
import sc.fiji.cavga.model.calibration.Calibration;
import sc.fiji.cavga.model.calibration.CalibrationFitting;
import sc.fiji.cavga.preprocess.Preprocessing;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;
import sc.fiji.cavga.preprocess.Preprocessing.Illumination;
import sc.fiji.cavga.settings.Setting;
import sc.fiji.cavga.settings.Setting.Page;
import sc.fiji.cavga.settings.Settings;

/** The settings of every training, whatever its method. */
public final class CommonSettings {

  /** How training pictures are varied. */
  public enum Variation {
    /** Mirrored, turned a little, and with other light. */
    FUNDUS(Augmentation.FUNDUS),
    /** The same, and as other cameras might show the eyes. */
    CAMERAS(Augmentation.FUNDUS),
    NONE(Augmentation.NONE);

    private final Augmentation augmentation;

    Variation(Augmentation augmentation) {
      this.augmentation = augmentation;
    }
  }

  private static final int AUTOMATIC = -1;

  /** In megabytes: more than any machine has. */
  private static final int MOST_CACHE = 1_000_000;

  /** Numbers with more digits are read differently by different programs. */
  private static final double LARGEST_SEED = 1e15;

  public static final Setting<Integer> SIZE =
      Setting.integer("size", 128)
          .within(Preprocessing.SMALLEST_SIZE, Preprocessing.LARGEST_SIZE)
          .json("preprocessing.size")
          .label("Size (pixels)")
          .help(
              "Width and height to which pictures are brought: 16 to 1024, such as 128 or 256."
                  + " Smaller lesions need a larger size, which takes longer.")
          .on(Page.FIRST);

  public static final Setting<Integer> CHANNELS =
      Setting.integer("channels", 3)
          .within(1, 3)
          .range("1 or 3")
          .json("preprocessing.channels")
          .label("Channels (3 colour, 1 grey)")
          .help("3 for colour, 1 for grey pictures such as red-free photographs.")
          .on(Page.ADVANCED);

  public static final Setting<FieldOfViewMode> FIELD_OF_VIEW =
      Setting.choice("field_of_view", FieldOfViewMode.RETINA)
          .json("preprocessing.field_of_view")
          .label("Area that counts")
          .help(
              "What counts: retina looks for its disc inside black borders; whole_picture is for"
                  + " pictures of something else.")
          .on(Page.ADVANCED);

  public static final Setting<Illumination> ILLUMINATION =
      Setting.choice("illumination", Illumination.NONE)
          .json("preprocessing.illumination")
          .label("Uneven light")
          .help("flatten divides each picture by its own wide mean, against uneven light.")
          .on(Page.ADVANCED);

  public static final Setting<Variation> AUGMENTATION =
      Setting.choice("augmentation", Variation.FUNDUS)
          .label("Variation of training pictures")
          .help(
              "How training pictures are varied: fundus (mirror, small rotation, brightness, tint),"
                  + " cameras (also as other cameras might show them, for a model that is used with"
                  + " several) or none. With none, left and right eyes are not told apart either.")
          .on(Page.ADVANCED);

  public static final Setting<Integer> BATCH =
      Setting.integer("batch", 8)
          .within(1, 1024)
          .json("schedule.batch_size")
          .label("Batch size")
          .help("Pictures in one training step: 1 to 1024. Fewer need less memory.")
          .on(Page.ADVANCED);

  public static final Setting<Double> MINUTES =
      Setting.number("minutes", 0)
          .within(0, 100_000)
          .json("schedule.minutes")
          .label("Time limit (minutes, 0 = none)")
          .help("After which training ends with the best model that it has.")
          .shown("no limit")
          .on(Page.ADVANCED)
          .free();

  public static final Setting<Double> HELD_OUT =
      Setting.number("held_out", Split.DEFAULT_SHARE)
          .between(0, 1)
          .json("held_out_share")
          .label("Held-out share")
          .help(
              "Share of the normal pictures, above 0 and below 1, that calibrates the model and is"
                  + " not learned from.")
          .on(Page.ADVANCED);

  public static final Setting<Double> MAP_QUANTILE =
      Setting.number("map_quantile", CalibrationFitting.MAP_QUANTILE)
          .between(0, 1)
          .label("Healthy pixels below the map's threshold (share)")
          .help("Share of healthy pixels that lie below the map's threshold of 1.0.")
          .on(Page.ADVANCED)
          .free();

  public static final Setting<Double> SCORE_QUANTILE =
      Setting.number("score_quantile", CalibrationFitting.SCORE_QUANTILE)
          .between(0, 1)
          .label("Healthy pictures below the score's threshold (share)")
          .help("Share of healthy pictures that lie below the score's threshold.")
          .on(Page.ADVANCED)
          .free();

  public static final Setting<Double> SCORE_SHARE =
      Setting.number("score_share", Calibration.SCORE_SHARE)
          .above(0, 1)
          .label("Score share")
          .help("Share of the field of view, the most unusual one, that a score is made of.")
          .free();

  public static final Setting<Long> SEED =
      Setting.whole("seed", 0)
          .within(-LARGEST_SEED, LARGEST_SEED)
          .range("a whole number of at most 15 digits")
          .label("Seed")
          .help("The same number gives the same model from the same pictures.")
          .on(Page.ADVANCED);

  public static final Setting<Integer> CACHE =
      Setting.integer("cache", AUTOMATIC)
          .within(AUTOMATIC, MOST_CACHE)
          .range("0 to 1000000 megabytes, or -1 to choose by itself")
          .json("cache_megabytes")
          .label("Cache (megabytes)")
          .help("Memory for prepared pictures; has no influence on the result.")
          .shown("a share of Java's heap")
          .free();

  /** Set by whether anomalous pictures are given; has an option of its own. */
  public static final Setting<Boolean> WEAK =
      Setting.toggle("weak", false)
          .json("weakly_supervised")
          .label("Weak supervision")
          .help("Whether anomalous training pictures take part.");

  private CommonSettings() {}

  /** In the order in which people meet them. */
  public static List<Setting<?>> all() {
    return List.of(
        SIZE,
        CHANNELS,
        FIELD_OF_VIEW,
        ILLUMINATION,
        AUGMENTATION,
        BATCH,
        MINUTES,
        HELD_OUT,
        MAP_QUANTILE,
        SCORE_QUANTILE,
        SCORE_SHARE,
        SEED,
        CACHE,
        WEAK);
  }

  /**
   * @throws IllegalArgumentException with one sentence when values do not fit each other
   */
  public static Preprocessing preprocessing(Settings settings) {
    return new Preprocessing(
        settings.get(SIZE),
        settings.get(CHANNELS),
        settings.get(FIELD_OF_VIEW),
        settings.get(ILLUMINATION));
  }

  public static Augmentation augmentation(Settings settings) {
    return settings.get(AUGMENTATION).augmentation;
  }

  /** Whether eyes are also seen as other cameras might show them, see {@link OtherCamera}. */
  public static boolean otherCameras(Settings settings) {
    return settings.get(AUGMENTATION) == Variation.CAMERAS;
  }

  /** How the training's pictures are read and divided. */
  public static PictureRoles roles(Settings settings) {
    int cache = settings.get(CACHE);
    return new PictureRoles(
        preprocessing(settings),
        settings.get(HELD_OUT),
        settings.get(SEED),
        settings.get(WEAK),
        augmentation(settings).mirror(),
        cache == AUTOMATIC ? CacheLimit.byDefault() : CacheLimit.ofBytes((long) cache << 20));
  }
}
