package sc.fiji.cavga.method.disc.teaching;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.BitType;
import sc.fiji.cavga.method.disc.net.DiscNet;
import sc.fiji.cavga.method.disc.outline.DiscFinder;
import sc.fiji.cavga.method.disc.outline.DiscPlace;
import sc.fiji.cavga.method.disc.outline.Look;
import sc.fiji.cavga.method.disc.teaching.painting.DiscCrop;
import sc.fiji.cavga.method.disc.teaching.painting.HarmonicOutline;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.UnusablePictureException;
import sc.fiji.cavga.preprocess.Placement;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.preprocess.Preprocessing;

/** From a sample to what lessons are made of. */
final class SampleReading {

  /** Width and height of a whole photograph, in pixels. */
  private static final int WHOLE = 384;

  /** What is prepared serves only to know where the retina is. */
  private static final Preprocessing RETINA =
      new Preprocessing(DiscNet.FINDER_SIZE, 3, Preprocessing.FieldOfViewMode.RETINA);

  /** Of the square in which a found disc is outlined, in disc diameters. */
  private static final double NEAR = 2.6;

  /** Of a found disc: others would teach mistakes. */
  private static final double LEAST_CERTAINTY = 0.8;

  private static final double MOST_UNEVEN = 1.5;

  /** Of a disc, in diameters of the field of view: in crops it is larger. */
  private static final double MOST_OF_PHOTOGRAPH = 0.25;

  /** Of squares without a disc, from the disc, in disc diameters, and how many directions. */
  private static final double[] AWAY = {2.9, 4.6};

  private static final int DIRECTIONS = 4;

  /** Of a square that lies inside the field of view. */
  private static final double LEAST_SEEN = 0.7;

  private final DiscSample sample;
  private final PreparedPicture picture;
  private final Optional<RandomAccessibleInterval<BitType>> disc;

  private SampleReading(
      DiscSample sample,
      PreparedPicture picture,
      Optional<RandomAccessibleInterval<BitType>> disc) {
    this.sample = sample;
    this.picture = picture;
    this.disc = disc;
  }

  /**
   * @throws UnusablePictureException when no retina is seen
   */
  static SampleReading of(DiscSample sample) throws IOException {
    Picture read = sample.picture();
    PreparedPicture picture = RETINA.prepare(read).withOriginal(() -> read);
    return new SampleReading(sample, picture, sample.disc());
  }

  /** The whole photograph with the disc that somebody has outlined; null where none is seen. */
  KnownDisc whole() {
    PreparedPicture square = all();
    float[] mask = Preprocessing.prepareMask(disc.orElseThrow(), square.placement(), WHOLE);
    DiscPlace place = DiscPlace.largest(mask, 0.5, square);
    return place == null ? null : known(square, List.of(square.fieldOfView(), mask), place);
  }

  private PreparedPicture all() {
    Placement placement = picture.placement();
    return picture.region(placement.left(), placement.top(), placement.side(), WHOLE);
  }

  private static KnownDisc known(PreparedPicture square, List<float[]> masks, DiscPlace place) {
    Placement placement = square.placement();
    double scale = square.size() / placement.side();
    return new KnownDisc(
        square.size(),
        square.values(),
        masks,
        (place.x() - placement.left()) * scale,
        (place.y() - placement.top()) * scale,
        place.diameter() * scale);
  }

  /**
   * The disc and what lies around it, with the outline that somebody has drawn or else the one that
   * is found.
   *
   * @return null where no disc is found for certain
   */
  Outlined outlined(DiscNet finder) {
    DiscPlace place = place(finder);
    if (place == null) return null;
    PreparedPicture near = square(place, NEAR, DiscNet.FINDER_SIZE);
    float[] inside =
        disc.isPresent()
            ? Preprocessing.prepareMask(disc.get(), near.placement(), DiscNet.FINDER_SIZE)
            : Look.of(finder, near).probabilities(DiscNet.DISC);
    double middle = DiscNet.FINDER_SIZE / 2.0 - 0.5;
    int harmonics = disc.isPresent() ? HarmonicOutline.DRAWN : HarmonicOutline.FOUND;
    HarmonicOutline outline =
        HarmonicOutline.of(
            inside, DiscNet.FINDER_SIZE, middle, middle, DiscNet.FINDER_SIZE / NEAR / 2, harmonics);
    if (disc.isEmpty() && outline.unevenness() > MOST_UNEVEN) return null;
    return new Outlined(place, square(place, DiscCrop.DIAMETERS, DiscCrop.SIZE), outline);
  }

  private DiscPlace place(DiscNet finder) {
    if (disc.isPresent()) {
      float[] mask =
          Preprocessing.prepareMask(disc.get(), picture.placement(), DiscNet.FINDER_SIZE);
      return DiscPlace.largest(mask, 0.5, picture);
    }
    return new DiscFinder(finder)
        .find(picture)
        .filter(found -> found.certainty() >= LEAST_CERTAINTY)
        .orElse(null);
  }

  /** Squares beside the disc that somebody has outlined; none of a crop. */
  List<KnownDisc> elsewhere() {
    DiscPlace place = place(null);
    List<KnownDisc> squares = new ArrayList<>();
    Placement whole = picture.placement();
    double side = DiscCrop.DIAMETERS * place.diameter();
    for (double distance : AWAY)
      for (int k = 0; k < DIRECTIONS; k++) {
        double angle = 2 * Math.PI * k / DIRECTIONS;
        double x = place.x() + distance * place.diameter() * StrictMath.cos(angle);
        double y = place.y() + distance * place.diameter() * StrictMath.sin(angle);
        if (!whole.fieldOfView().contains((long) x, (long) y)) continue;
        PreparedPicture square = picture.region(x - side / 2, y - side / 2, side, DiscCrop.SIZE);
        if (share(square.fieldOfView()) < LEAST_SEEN) continue;
        squares.add(
            new KnownDisc(
                DiscCrop.SIZE,
                square.values(),
                List.of(square.fieldOfView()),
                DiscCrop.SIZE / 2.0,
                DiscCrop.SIZE / 2.0,
                DiscCrop.SIZE / DiscCrop.DIAMETERS));
      }
    return squares;
  }

  private static double share(float[] fieldOfView) {
    double sum = 0;
    for (float seen : fieldOfView) sum += seen;
    return sum / fieldOfView.length;
  }

  private PreparedPicture square(DiscPlace place, double diameters, int size) {
    double side = diameters * place.diameter();
    return picture.region(place.x() - side / 2, place.y() - side / 2, side, size);
  }

  /** A disc with its outline, in a square around it. */
  final class Outlined {

    private final DiscPlace place;
    private final PreparedPicture square;
    private final HarmonicOutline outline;

    private Outlined(DiscPlace place, PreparedPicture square, HarmonicOutline outline) {
      this.place = place;
      this.square = square;
      this.outline = outline;
    }

    DiscCrop crop() {
      return new DiscCrop(square.values(), square.fieldOfView(), outline);
    }

    /** Whether the picture shows much more than the disc. */
    boolean ofPhotograph() {
      return place.diameter() < MOST_OF_PHOTOGRAPH * picture.placement().side();
    }

    KnownDisc photograph() {
      PreparedPicture whole = all();
      Placement placement = whole.placement();
      double scale = whole.size() / placement.side();
      float[] mask =
          outline.mask(
              WHOLE,
              (place.x() - placement.left()) * scale - 0.5,
              (place.y() - placement.top()) * scale - 0.5,
              place.diameter() / 2 * scale);
      return SampleReading.known(whole, List.of(whole.fieldOfView(), mask), place);
    }

    /** With the cup where somebody has outlined it. */
    KnownDisc known() throws IOException {
      double middle = DiscCrop.SIZE / 2.0 - 0.5;
      double radius = DiscCrop.SIZE / DiscCrop.DIAMETERS / 2;
      List<float[]> masks = new ArrayList<>();
      masks.add(square.fieldOfView());
      masks.add(
          disc.isPresent()
              ? Preprocessing.prepareMask(disc.get(), square.placement(), DiscCrop.SIZE)
              : outline.mask(DiscCrop.SIZE, middle, middle, radius));
      Optional<RandomAccessibleInterval<BitType>> cup = sample.cup();
      if (disc.isPresent() && cup.isPresent())
        masks.add(Preprocessing.prepareMask(cup.get(), square.placement(), DiscCrop.SIZE));
      return SampleReading.known(square, masks, place);
    }
  }
}
