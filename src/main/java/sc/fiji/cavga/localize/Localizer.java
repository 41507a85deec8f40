package sc.fiji.cavga.localize;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;
import sc.fiji.cavga.model.AnomalyMaps;
import sc.fiji.cavga.model.Calibration;
import sc.fiji.cavga.model.CavgaModel;
import sc.fiji.cavga.model.MapKind;
import sc.fiji.cavga.model.RawMap;
import sc.fiji.cavga.network.CavgaNetwork;
import sc.fiji.cavga.network.NetworkOutput;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.preprocess.PictureBatch;
import sc.fiji.cavga.preprocess.Placement;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * Finds what is anomalous in pictures, with one model and one kind of map. The network and its
 * buffers are made once and serve every picture, so that memory stays as it is after the first.
 *
 * <p>Not safe for use by several threads at once: give each its own. Each gets the same bits.
 */
public final class Localizer implements AutoCloseable {

  /** Default smallest region, in pixels of the network's size: smaller ones are noise to it. */
  public static final double SMALLEST_REGION = 2;

  private static final BooleanSupplier NEVER = () -> false;

  private final CavgaModel model;
  private final MapKind kind;
  private final Calibration calibration;
  private final double smallestRegion;
  private final CavgaNetwork network;
  private final AnomalyMaps maps;

  /** Leaves out regions smaller than {@link #SMALLEST_REGION}. */
  public Localizer(CavgaModel model, MapKind kind) {
    this(model, kind, SMALLEST_REGION);
  }

  /**
   * @param smallestRegion area in pixels of the network's size below which a region is left out, 0
   *     to keep all
   * @throws IllegalArgumentException with one sentence when the model is not calibrated for the map
   *     or the area is negative
   */
  public Localizer(CavgaModel model, MapKind kind, double smallestRegion) {
    this.model = model;
    this.kind = Objects.requireNonNull(kind);
    this.calibration = model.calibration(kind);
    if (!(smallestRegion >= 0))
      throw new IllegalArgumentException(
          "The smallest region must be 0 or more network pixels, not " + smallestRegion + ".");
    this.smallestRegion = smallestRegion;
    this.network = new CavgaNetwork(model.network(), 0);
    try {
      network.setWeights(model.weights());
      maps = AnomalyMaps.of(model);
    } catch (RuntimeException e) {
      network.close();
      throw e;
    }
  }

  public CavgaModel model() {
    return model;
  }

  public MapKind kind() {
    return kind;
  }

  /** In pixels of the network's size. */
  public double smallestRegion() {
    return smallestRegion;
  }

  /** As {@link #localize(Picture, BooleanSupplier)}, to the end. */
  public Localization localize(Picture picture) {
    return localize(picture, NEVER);
  }

  /**
   * One pass over the picture, of the network where the map needs it, and the way back to the
   * picture's own pixels.
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
    RawMap raw = raw(prepared);
    float[] calibrated = calibration.calibrated(raw.values(), prepared.fieldOfView());
    double score = calibration.score(raw, calibrated);
    goOn(cancelled);
    Placement placement = prepared.placement();
    Img<FloatType> map = model.preprocessing().restore(calibrated, placement);
    goOn(cancelled);
    double scale = placement.side() / prepared.size();
    List<Region> regions = Regions.of(map, smallestRegion * scale * scale);
    return new Localization(
        picture.name(),
        picture.pixelSize(),
        kind,
        map,
        score,
        calibration.scoreThreshold(),
        regions,
        (System.nanoTime() - start) / 1e9);
  }

  private RawMap raw(PreparedPicture picture) {
    NetworkOutput output =
        maps.needsNetwork(kind) ? network.infer(PictureBatch.of(List.of(picture))) : null;
    RawMap raw = maps.raw(kind, picture, output, 0);
    if (!raw.isFinite(picture.fieldOfView()))
      throw new IllegalStateException(
          "The model gives no numbers for this picture: its training went wrong, train it again"
              + " with a lower learning rate.");
    return raw;
  }

  public static void goOn(BooleanSupplier cancelled) {
    if (cancelled.getAsBoolean()) throw new CancellationException("Localizing was cancelled.");
  }

  /** Gives the native memory back at once. */
  @Override
  public void close() {
    maps.close();
    network.close();
  }
}
