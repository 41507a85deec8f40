package sc.fiji.cavga.method.disc.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import sc.fiji.cavga.method.disc.net.DiscNet;
import sc.fiji.cavga.method.disc.outline.DiscOutliner;
import sc.fiji.cavga.method.disc.outline.OutlinedDisc;
import sc.fiji.cavga.model.examination.Measure;
import sc.fiji.cavga.picture.Laterality;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.picture.UnusablePictureException;
import sc.fiji.cavga.preprocess.Placement;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * What is measured of an optic disc, or why nothing is. Ratios and widths have no unit: widths of
 * the rim are shares of the disc's diameter, which is that of the circle of the same area.
 * Immutable.
 */
public final class DiscMeasurement {

  /** The column that most pictures have nothing for: few files tell the size of their pixels. */
  public static final String MILLIMETRES = "disc_diameter_mm";

  /** A cup of at least this vertical ratio is large, and shows the pale floor of the disc. */
  private static final double LARGE_CUP = 0.6;

  /** In the logarithm of green light: 2 of 100 large cups of eyes with glaucoma are less pale. */
  private static final double HARDLY_PALER = 0.02;

  private static final String CUP_IS_NOT_PALE =
      "The cup is large and yet hardly paler than the rim, so its outline may follow vessels; look at"
          + " it before you trust its ratios.";

  /** In place of a confidence where somebody has drawn the outlines. */
  public static final String BY_HAND = "drawn by hand";

  private static final String ON_ITS_SIDE =
      "The optic disc lies above or below the middle, so the photograph may lie on its side, and"
          + " what is said of it may be wrong; turn it so that the disc lies left or right.";

  /** Probabilities at which disc and cup end. */
  public static final double THRESHOLD = 0.5;

  /** Outlines at these thresholds tell how uncertain a number is. */
  static final double SURE = 0.75;

  static final double POSSIBLE = 0.25;

  private static final String NO_SIDE = "The eye's side is not known.";
  private static final String SIDE = "eye_side";
  private static final List<String> NAMES =
      List.of(
          SIDE,
          "cdr_vertical",
          "cdr_horizontal",
          "cdr_area",
          "rim_inferior",
          "rim_superior",
          "rim_nasal",
          "rim_temporal",
          "isnt",
          "disc_x",
          "disc_y",
          "disc_diameter_px",
          "disc_confidence",
          "cdr_confidence",
          "disc_diameter_of_field",
          MILLIMETRES,
          "peripapillary_pallor",
          "pale_share");

  private final DiscShape shape;
  private final SideByPlace place;
  private final double fieldDiameter;
  private final double pallor;
  private final double paleShare;
  private final double cupPallor;
  private final double confidence;
  private final DiscShape[] bounds;
  private final String drawn;
  private final String reason;

  private DiscMeasurement(
      DiscShape shape,
      SideByPlace place,
      double fieldDiameter,
      double pallor,
      double paleShare,
      double cupPallor,
      double confidence,
      DiscShape[] bounds,
      String drawn,
      String reason) {
    this.shape = shape;
    this.place = place;
    this.fieldDiameter = fieldDiameter;
    this.pallor = pallor;
    this.paleShare = paleShare;
    this.cupPallor = cupPallor;
    this.confidence = confidence;
    this.bounds = bounds;
    this.drawn = drawn;
    this.reason = reason;
  }

  /**
   * @param placement of the picture's field of view
   * @param given the eye's side where somebody knows it; {@link Laterality#UNKNOWN} to tell it by
   *     the disc's place
   */
  public static DiscMeasurement of(OutlinedDisc outlined, Placement placement, Laterality given) {
    if (outlined.reason().isPresent()) return missing(outlined.reason().get());
    DiscShape inSquare = DiscShape.of(outlined.disc(), outlined.cup(), THRESHOLD);
    if (inSquare == null) return missing("The optic disc's outline cannot be seen.");
    DiscShape shape = inPicture(outlined, inSquare);
    Pallor pale = new Pallor(outlined.square(), inSquare.disc());
    DiscShape sure = DiscShape.of(outlined.disc(), outlined.cup(), SURE);
    DiscShape possible = DiscShape.of(outlined.disc(), outlined.cup(), POSSIBLE);
    return new DiscMeasurement(
        shape,
        SideByPlace.of(shape.disc(), placement, given),
        outlined.fieldDiameter(),
        pale.beside(),
        pale.share(),
        inSquare.cup().map(pale::cup).orElse(Double.NaN),
        outlined.confidence(),
        new DiscShape[] {sure == null ? inSquare : sure, possible},
        null,
        null);
  }

  private static DiscMeasurement missing(String reason) {
    return new DiscMeasurement(
        null,
        SideByPlace.unknown(),
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        0,
        null,
        null,
        Objects.requireNonNull(reason));
  }

  private static DiscShape inPicture(OutlinedDisc outlined, DiscShape shape) {
    Placement square = outlined.square().placement();
    return shape.scaled(square.side() / outlined.square().size(), square.left(), square.top());
  }

  /**
   * Of outlines that no network has drawn, or not as they are now: how certain they are is not
   * known.
   *
   * @param shape in the picture's own pixels
   * @param picture whose own pixels are at hand
   * @param given as in {@link #of}
   * @param confidence what stands in tables in place of a confidence, such as {@link #BY_HAND}
   */
  public static DiscMeasurement drawn(
      DiscShape shape, PreparedPicture picture, Laterality given, String confidence) {
    Placement whole = picture.placement();
    Pallor pale = pallor(shape.disc(), picture);
    return new DiscMeasurement(
        shape,
        SideByPlace.of(shape.disc(), whole, given),
        whole.side(),
        pale == null ? Double.NaN : pale.beside(),
        pale == null ? Double.NaN : pale.share(),
        Double.NaN,
        Double.NaN,
        new DiscShape[] {shape, shape},
        Objects.requireNonNull(confidence),
        null);
  }

  /** Null where nothing of the retina around is seen. */
  private static Pallor pallor(PolarOutline disc, PreparedPicture picture) {
    double side = DiscOutliner.SQUARE * disc.diameter();
    double left = disc.centreX() - side / 2;
    double top = disc.centreY() - side / 2;
    double scale = DiscNet.OUTLINER_SIZE / side;
    try {
      return new Pallor(
          picture.region(left, top, side, DiscNet.OUTLINER_SIZE),
          disc.scaled(scale, -scale * left, -scale * top));
    } catch (UnusablePictureException outside) {
      return null;
    }
  }

  /** Why nothing was measured; empty where something was. */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  /** In the picture's own pixels; null where nothing was measured. */
  public DiscShape shape() {
    return shape;
  }

  /** As given, or told by the disc's place. */
  public Laterality side() {
    return place.side();
  }

  /** What to know before trusting a number, in one sentence; mostly nothing. */
  public Optional<String> warning() {
    if (place.isOnItsSide()) return Optional.of(ON_ITS_SIDE);
    boolean doubtful =
        drawn == null
            && shape != null
            && shape.verticalRatio() >= LARGE_CUP
            && cupPallor < HARDLY_PALER;
    return doubtful ? Optional.of(CUP_IS_NOT_PALE) : Optional.empty();
  }

  /** The disc's diameter by that of the field of view. */
  public double discSize() {
    return shape.disc().diameter() / fieldDiameter;
  }

  /** Above 0 where the retina beside the disc is pale; NaN where it cannot be seen. */
  public double pallor() {
    return pallor;
  }

  /** The share of the disc that is pale, 0 to 1; NaN where the retina around cannot be seen. */
  public double paleShare() {
    return paleShare;
  }

  /** How much paler the cup is than the rim; below 0 where it is not, NaN where nothing tells. */
  double cupPallor() {
    return cupPallor;
  }

  /** What stands in place of confidences where the outlines were drawn; empty elsewhere. */
  public Optional<String> drawn() {
    return Optional.ofNullable(drawn);
  }

  /**
   * 0 to 1, how certain the width of the rim in a clock hour is: 1 less the difference, by the
   * disc's diameter, between outlines drawn narrowly and widely.
   */
  public double hourConfidence(int hour) {
    return 1 - Math.min(1, Math.abs(bounds[0].hour(hour) - bounds[1].hour(hour)));
  }

  /** 0 to 1, how certain the vertical ratio is, likewise. */
  public double ratioConfidence() {
    return 1 - Math.min(1, Math.abs(bounds[0].verticalRatio() - bounds[1].verticalRatio()));
  }

  /**
   * The sectors from the widest rim to the thinnest, such as ISNT; empty where the side is not
   * known.
   */
  public Optional<String> order() {
    Laterality side = side();
    if (side == Laterality.UNKNOWN) return Optional.empty();
    return Optional.of(
        Arrays.stream(Sector.values())
            .sorted(Comparator.comparingDouble(each -> -shape.sector(each, side)))
            .map(each -> String.valueOf(each.letter()))
            .collect(Collectors.joining()));
  }

  /** The columns of tables, in order. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * All numbers, in the order of {@link #names}.
   *
   * @param pixel the picture's
   */
  public List<Measure> measures(PixelSize pixel) {
    if (reason != null)
      return NAMES.stream().map(n -> Measure.missing(n, reason)).collect(Collectors.toList());
    List<Measure> measures = new ArrayList<>();
    measures.add(Measure.of(SIDE, side().label()));
    measures.add(Measure.of("cdr_vertical", shape.verticalRatio()));
    measures.add(Measure.of("cdr_horizontal", shape.horizontalRatio()));
    measures.add(Measure.of("cdr_area", shape.areaRatio()));
    for (Sector sector : Sector.values()) measures.add(rim(sector));
    measures.add(
        order().map(order -> Measure.of("isnt", order)).orElse(Measure.missing("isnt", NO_SIDE)));
    measures.addAll(Measure.place("disc", shape.disc().centreX(), shape.disc().centreY()));
    measures.add(Measure.of("disc_diameter_px", shape.disc().diameter()));
    measures.add(certainty("disc_confidence", confidence));
    measures.add(certainty("cdr_confidence", ratioConfidence()));
    measures.add(Measure.of("disc_diameter_of_field", discSize()));
    measures.add(
        millimetres(pixel)
            .map(factor -> Measure.of(MILLIMETRES, factor * shape.disc().diameter()))
            .orElse(Measure.missing(MILLIMETRES, "The file tells no size of its pixels.")));
    measures.add(pale("peripapillary_pallor", pallor));
    measures.add(pale("pale_share", paleShare));
    return measures;
  }

  private static Measure pale(String name, double value) {
    return Double.isFinite(value)
        ? Measure.of(name, value)
        : Measure.missing(name, "The picture ends too near to the disc.");
  }

  private Measure certainty(String name, double value) {
    return drawn == null ? Measure.of(name, value) : Measure.of(name, drawn);
  }

  private Measure rim(Sector sector) {
    String name = "rim_" + sector.label();
    return sector.needsSide() && side() == Laterality.UNKNOWN
        ? Measure.missing(name, NO_SIDE)
        : Measure.of(name, shape.sector(sector, side()));
  }

  /** Of a square pixel; empty where the file says nothing that can be one. */
  private static Optional<Double> millimetres(PixelSize pixel) {
    if (Math.abs(pixel.width() / pixel.height() - 1) > 0.01) return Optional.empty();
    switch (pixel.unit()) {
      case "mm":
        return Optional.of(pixel.width());
      case "µm":
      case "um":
      case "micron":
        return Optional.of(pixel.width() / 1000);
      default:
        return Optional.empty();
    }
  }
}
