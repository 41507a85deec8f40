package sc.fiji.cavga.localize.disc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import sc.fiji.cavga.gate.Gate;
import sc.fiji.cavga.localize.Localizer;
import sc.fiji.cavga.method.disc.measure.DiscMeasurement;
import sc.fiji.cavga.method.disc.measure.DiscShape;
import sc.fiji.cavga.method.disc.outline.DiscOutliner;
import sc.fiji.cavga.method.disc.outline.OutlinedDisc;
import sc.fiji.cavga.model.ModelFingerprint;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.UnusablePictureException;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.preprocess.Preprocessing;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;

/** Measures the optic discs of pictures, one after the other, without a model. */
public final class DiscMeasurer implements AutoCloseable {

  /** Outlines disc and cup of a picture whose own pixels are at hand. */
  public interface Outlining {
    OutlinedDisc outline(PreparedPicture picture);
  }

  private static final int SIZE = 128;

  private final Outlining outlining;
  private final String name;
  private final String version;

  /** Null where outlines come from elsewhere. */
  private final DiscOutliner outliner;

  private DiscMeasurer(Outlining outlining, String name, String version, DiscOutliner outliner) {
    this.name = Objects.requireNonNull(name);
    this.outlining = Objects.requireNonNull(outlining);
    this.version = Objects.requireNonNull(version);
    this.outliner = outliner;
  }

  /**
   * @param networks a file that {@code train-disc} has written; null for those that come with the
   *     software
   * @throws IOException with one sentence when they are missing or damaged, or the file holds
   *     something else
   */
  public static DiscMeasurer of(Path networks) throws IOException {
    DiscOutliner outliner =
        networks == null
            ? DiscOutliner.shipped()
            : new DiscOutliner(DiscOutliner.weights(networks));
    return of(
        outliner,
        networks == null ? "shipped" : networks.getFileName().toString(),
        ModelFingerprint.of(outliner.weights()));
  }

  private static DiscMeasurer of(DiscOutliner outliner, String name, String version) {
    return new DiscMeasurer(picture -> outlined(outliner, picture), name, version, outliner);
  }

  /** One that gives the same, to the bit, for another thread; to be closed apart. */
  DiscMeasurer another() throws IOException {
    return outliner == null
        ? new DiscMeasurer(outlining, name, version, null)
        : of(new DiscOutliner(outliner.weights()), name, version);
  }

  /** Noise in any colours has places that look like discs to a network, so the gate asks first. */
  private static OutlinedDisc outlined(DiscOutliner outliner, PreparedPicture picture) {
    return Gate.doubtWithoutModel(picture)
        .map(doubt -> OutlinedDisc.missing(doubt.sentence()))
        .orElseGet(() -> outliner.outline(picture));
  }

  /**
   * With outlines from elsewhere.
   *
   * @param outlining must stand several threads
   * @param version tells them from others
   */
  public static DiscMeasurer of(Outlining outlining, String version) {
    return new DiscMeasurer(outlining, "", version, null);
  }

  /** Of the networks: their file's without folder, or that they come with the software. */
  String name() {
    return name;
  }

  /** Tells networks apart. */
  String version() {
    return version;
  }

  /**
   * @param cancelled asked between the stages
   * @throws java.util.concurrent.CancellationException when {@code cancelled} says so
   */
  public MeasuredDisc measure(Picture picture, BooleanSupplier cancelled) {
    long start = System.nanoTime();
    Localizer.goOn(cancelled);
    OutlinedDisc outlined;
    PreparedPicture prepared = null;
    try {
      prepared = prepared(picture);
      Localizer.goOn(cancelled);
      outlined = outlining.outline(prepared);
    } catch (UnusablePictureException e) {
      outlined = OutlinedDisc.missing(e.getMessage());
    }
    DiscMeasurement eye =
        DiscMeasurement.of(
            outlined, prepared == null ? null : prepared.placement(), picture.side());
    return new MeasuredDisc(picture, eye, (System.nanoTime() - start) / 1e9);
  }

  /**
   * Measures what somebody has drawn.
   *
   * @param drawn in the picture's own pixels
   * @param confidence what stands in tables in its place
   * @throws UnusablePictureException with one sentence when the picture shows nothing
   */
  public static MeasuredDisc drawn(Picture picture, DiscShape drawn, String confidence) {
    long start = System.nanoTime();
    DiscMeasurement eye =
        DiscMeasurement.drawn(drawn, prepared(picture), picture.side(), confidence);
    return new MeasuredDisc(picture, eye, (System.nanoTime() - start) / 1e9);
  }

  private static PreparedPicture prepared(Picture picture) {
    return new Preprocessing(SIZE, 3, FieldOfViewMode.RETINA).prepare(picture);
  }

  /** Gives the native memory back at once. */
  @Override
  public void close() {
    if (outliner != null) outliner.close();
  }
}
