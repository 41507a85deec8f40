package sc.fiji.cavga.localize;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import sc.fiji.cavga.model.Prediction;
import sc.fiji.cavga.model.Predictor;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.examination.FurtherTable;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.preprocess.BackToPicture;
import sc.fiji.cavga.preprocess.PictureMap;
import sc.fiji.cavga.preprocess.Placement;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * Finds what is anomalous in pictures, with one model and one kind of map. What the map needs of
 * the model is made once and serves every picture, so that memory stays as it is after the first.
 *
 * <p>Not safe for use by several threads at once: give each its own. Each gets the same bits.
 */
public final class Localizer implements AutoCloseable {

  /** Default smallest region, in pixels of the network's size: smaller ones are noise to it. */
  public static final double SMALLEST_REGION = 2;

  private static final BooleanSupplier NEVER = () -> false;

  private final TrainedModel model;
  private final MapKind kind;
  private final double smallestRegion;
  private final boolean judgeAnyway;
  private final Predictor.Engine engine;
  private final Predictor predictor;

  /** Leaves out regions smaller than {@link #SMALLEST_REGION}, and what cannot be judged. */
  public Localizer(TrainedModel model, MapKind kind) throws IOException {
    this(model, kind, SMALLEST_REGION, false);
  }

  /**
   * @param smallestRegion area in pixels of the network's size below which a region is left out, 0
   *     to keep all
   * @param judgeAnyway whether a picture that cannot be judged is, with a warning
   * @throws IllegalArgumentException with one sentence when the model is not calibrated for the map
   *     or the area is negative
   * @throws IOException with one sentence when what the model holds does not fit its methods
   */
  public Localizer(TrainedModel model, MapKind kind, double smallestRegion, boolean judgeAnyway)
      throws IOException {
    this(model, kind, smallestRegion, judgeAnyway, Predictor.OWN);
  }

  /** As the other constructor, with what computes maps and scores. */
  public Localizer(
      TrainedModel model,
      MapKind kind,
      double smallestRegion,
      boolean judgeAnyway,
      Predictor.Engine engine)
      throws IOException {
    this.engine = engine;
    this.judgeAnyway = judgeAnyway;
    this.model = model;
    this.kind = Objects.requireNonNull(kind);
    if (!(smallestRegion >= 0))
      throw new IllegalArgumentException(
          "The smallest region must be 0 or more network pixels, not " + smallestRegion + ".");
    this.smallestRegion = smallestRegion;
    this.predictor = new Predictor(model, kind, judgeAnyway, engine);
  }

  /** One that does the same, to the bit, for another thread; to be closed apart. */
  public Localizer another() throws IOException {
    return new Localizer(model, kind, smallestRegion, judgeAnyway, engine);
  }

  public TrainedModel model() {
    return model;
  }

  public MapKind kind() {
    return kind;
  }

  /** In pixels of the network's size. */
  public double smallestRegion() {
    return smallestRegion;
  }

  /** Whether a picture that cannot be judged is, with a warning. */
  public boolean judgesAnyway() {
    return judgeAnyway;
  }

  /** What computes maps and scores. */
  public Predictor.Engine engine() {
    return engine;
  }

  /** As {@link #localize(Picture, BooleanSupplier)}, to the end. */
  public Localization localize(Picture picture) {
    return localize(picture, NEVER);
  }

  /**
   * What the model says of the picture, and the way back to the picture's own pixels.
   *
   * @param cancelled asked between the stages
   * @throws sc.fiji.cavga.picture.UnusablePictureException with one sentence when the picture
   *     cannot be looked at
   * @throws IllegalStateException with one sentence when the model gives no numbers
   * @throws CancellationException when {@code cancelled} says so
   */
  public Localization localize(Picture picture, BooleanSupplier cancelled) {
    long start = System.nanoTime();
    goOn(cancelled);
    PreparedPicture prepared = model.preprocessing().prepare(picture);
    goOn(cancelled);
    Prediction prediction = predictor.predict(prepared);
    goOn(cancelled);
    Placement placement = prediction.placement();
    PictureMap map = BackToPicture.of(prediction.map(), placement);
    double scale = placement.side() / Math.sqrt(prediction.map().length);
    Regions regions = Regions.in(map);
    goOn(cancelled);
    return new Localization(
        picture.name(),
        picture.pixelSize(),
        kind,
        map,
        prediction,
        regions.area(),
        regions.from(smallestRegion * scale * scale),
        (System.nanoTime() - start) / 1e9,
        String.join(" ", picture.notes()),
        picture.orientation());
  }

  /** The names of all measures, in order: columns of tables. */
  public List<String> measures() {
    return predictor.measures();
  }

  /** Further tables that pictures have rows for, each without rows. */
  public List<FurtherTable> tables() {
    return predictor.tables();
  }

  /** The names of the methods whose decisions come beside the first one's. */
  public List<String> others() {
    return predictor.others();
  }

  public static void goOn(BooleanSupplier cancelled) {
    if (cancelled.getAsBoolean()) throw new CancellationException("Localizing was cancelled.");
  }

  /** Gives the native memory back at once. */
  @Override
  public void close() {
    predictor.close();
  }
}
