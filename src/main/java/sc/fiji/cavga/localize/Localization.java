package sc.fiji.cavga.localize;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;
import sc.fiji.cavga.model.Prediction;
import sc.fiji.cavga.model.examination.LabelImage;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.examination.Measure;
import sc.fiji.cavga.model.examination.Outline;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.picture.Turn;
import sc.fiji.cavga.preprocess.PictureMap;
import sc.fiji.cavga.preprocess.TurnedMap;

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
  private final OutputOrientation lying;
  private final Turn turn;

  /**
   * @param map of the picture, 1.0 is the threshold
   * @param above how many of its pixels lie above that
   * @param regions the strongest first
   * @param notes what was noted when the picture was read, in sentences
   */
  Localization(
      String name,
      PixelSize pixelSize,
      MapKind kind,
      PictureMap map,
      Prediction prediction,
      long above,
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
    this.anomalousFraction = above == 0 ? 0 : above / (double) map.inside();
    this.seconds = seconds;
    this.notes = notes;
    this.lying = OutputOrientation.UPRIGHT;
    this.turn = Turn.none(map.width(), map.height());
  }

  private Localization(Localization upright, OutputOrientation lying) {
    this.lying = lying;
    this.turn = lying.turn(upright.orientation, upright.width(), upright.height());
    this.orientation = upright.orientation;
    this.name = upright.name;
    this.pixelSize = turn.of(upright.pixelSize);
    this.kind = upright.kind;
    this.map = TurnedMap.of(upright.map, turn);
    this.prediction = upright.prediction;
    this.regions =
        upright.regions.stream().map(each -> each.turned(turn)).collect(Collectors.toList());
    this.anomalousFraction = upright.anomalousFraction;
    this.seconds = upright.seconds;
    this.notes = upright.notes;
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

  /** The same with map, regions, outlines and places as pixels lie elsewhere; not the numbers. */
  public Localization lying(OutputOrientation other) {
    if (other == lying) return this;
    if (lying != OutputOrientation.UPRIGHT)
      throw new IllegalArgumentException("Only what lies upright can be turned.");
    return new Localization(this, other);
  }

  /** The way from the upright picture to how this lies. */
  public Turn turn() {
    return turn;
  }

  /**
   * How map and regions lie where the pixels of the picture's file lie otherwise than upright, and
   * programs may show them as they are.
   *
   * @return in words; empty where the file is upright itself
   */
  public Optional<String> turned() {
    return lying.words(orientation);
  }

  /** What was assumed or changed when the picture was read, in sentences; mostly empty. */
  public String notes() {
    return (notes + " " + lying.sentence(orientation)).trim();
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
    // A warning is a sentence, and has its full stop.
    boolean ended = text.charAt(text.length() - 1) == '.';
    for (Prediction.Decision other : prediction.others())
      text.append(ended ? " Method " : "; ").append(other.text()).append(ended ? "." : "");
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

  /** Of all methods, as this lies. */
  public List<Measure> measures() {
    return prediction.measures().stream()
        .map(each -> each.turned(turn))
        .collect(Collectors.toList());
  }

  /** Of all methods, as this lies. */
  public List<Outline> outlines() {
    return prediction.outlines().stream()
        .map(each -> each.turned(turn))
        .collect(Collectors.toList());
  }

  /** Of all methods, as this lies. */
  public List<LabelImage> labels() {
    return prediction.labels().stream().map(each -> each.turned(turn)).collect(Collectors.toList());
  }

  /**
   * What the model has said, before it was brought to the picture's pixels: map, measures, outlines
   * and labels lie upright.
   */
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
