package sc.fiji.cavga.localize;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;
import sc.fiji.cavga.model.Prediction;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.preprocess.PictureMap;

/** What was found in one picture. Immutable. */
public final class Localization {

  private final String name;
  private final PixelSize pixelSize;
  private final MapKind kind;
  private final PictureMap map;
  private final Prediction prediction;
  private final List<Region> regions;
  private final double anomalousFraction;
  private final double seconds;
  private final String notes;
  private final int orientation;

  /**
   * @param map of the picture, 1.0 is the threshold
   * @param regions the strongest first
   * @param notes what was noted when the picture was read, in sentences
   */
  Localization(
      String name,
      PixelSize pixelSize,
      MapKind kind,
      PictureMap map,
      Prediction prediction,
      List<Region> regions,
      double seconds,
      String notes,
      int orientation) {
    this.orientation = orientation;
    this.name = Objects.requireNonNull(name);
    this.pixelSize = Objects.requireNonNull(pixelSize);
    this.kind = Objects.requireNonNull(kind);
    this.map = Objects.requireNonNull(map);
    this.prediction = Objects.requireNonNull(prediction);
    this.regions = List.copyOf(regions);
    this.anomalousFraction = anomalousFraction(map);
    this.seconds = seconds;
    this.notes = notes;
  }

  private static double anomalousFraction(PictureMap map) {
    float[] values = new float[map.width()];
    long above = 0;
    for (int y = 0; y < map.height(); y++) {
      if (!map.rowAbove(Regions.THRESHOLD, y, values)) continue;
      for (float value : values) if (value > Regions.THRESHOLD) above++;
    }
    return above == 0 ? 0 : above / (double) map.inside();
  }

  /** The picture's. */
  public String name() {
    return name;
  }

  /** In pixels, the picture's. */
  public int width() {
    return map.width();
  }

  /** In pixels, the picture's. */
  public int height() {
    return map.height();
  }

  /** How the file's own pixels lie, as in EXIF, 1 to 8. */
  int orientation() {
    return orientation;
  }

  /**
   * How the pixels of the picture's file lie, which programs may show as they are: map and regions
   * are those of the upright picture.
   *
   * @return in words; empty where the file is upright itself
   */
  public Optional<String> turned() {
    return turned(orientation);
  }

  /**
   * As the other method.
   *
   * @param orientation as in EXIF, 1 to 8
   */
  public static Optional<String> turned(int orientation) {
    return orientation == 1
        ? Optional.empty()
        : Optional.of(
            "upright, while the pixels of the file have the EXIF orientation " + orientation);
  }

  /** What was assumed or changed when the picture was read, in sentences; mostly empty. */
  public String notes() {
    return notes;
  }

  /** The picture's. */
  public PixelSize pixelSize() {
    return pixelSize;
  }

  public MapKind kind() {
    return kind;
  }

  /**
   * How anomalous each pixel is: axes (X,Y) as the picture's, 1.0 is the threshold that healthy
   * eyes hardly pass, NaN outside the field of view. Made anew each time.
   */
  public Img<FloatType> map() {
    return map.image();
  }

  /** The same map, whose rows are made as they are asked for. */
  public PictureMap rows() {
    return map;
  }

  /** The picture's score, on no fixed scale: compare it with {@link #scoreThreshold()}. */
  public double score() {
    return prediction.score();
  }

  public double scoreThreshold() {
    return prediction.threshold();
  }

  /** False where nothing can be said of the picture: its score is NaN then. */
  public boolean judged() {
    return prediction.notJudgedBecause().isEmpty();
  }

  /** What speaks against trusting the decision, or why there is none: one sentence. */
  public Optional<String> warning() {
    return prediction.warning();
  }

  /** The decision: whether the score lies above its threshold; false where nothing can be said. */
  public boolean anomalous() {
    return prediction.anomalous();
  }

  /** The decision with its reasons and what speaks against it, for people. */
  public String decision() {
    StringBuilder text = new StringBuilder(shortDecision());
    warning().ifPresent(warning -> text.append(judged() ? "; but: " : ": ").append(warning));
    for (Prediction.Decision other : prediction.others()) text.append("; ").append(other.text());
    return text.toString();
  }

  /** The decision of the first method alone, without what speaks against it. */
  public String shortDecision() {
    if (!judged()) return "Not judged";
    return String.format(
        Locale.ROOT,
        "%s: score %.2f, threshold %.2f; %s",
        anomalous() ? "Anomalous" : "Not anomalous",
        score(),
        scoreThreshold(),
        regions.isEmpty()
            ? "no region"
            : regions.size() == 1 ? "1 region" : regions.size() + " regions");
  }

  /** What the model has said, before it was brought to the picture's pixels. */
  public Prediction prediction() {
    return prediction;
  }

  /** The strongest first; unmodifiable. A normal picture may have some, an anomalous one none. */
  public List<Region> regions() {
    return regions;
  }

  /** The share of the field of view above the threshold of 1.0, in 0 to 1. */
  public double anomalousFraction() {
    return anomalousFraction;
  }

  /** What it took, without reading the file. */
  public double seconds() {
    return seconds;
  }
}
