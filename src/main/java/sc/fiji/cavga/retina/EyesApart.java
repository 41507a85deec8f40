package sc.fiji.cavga.retina;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import sc.fiji.cavga.picture.Laterality;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelView;
import sc.fiji.cavga.picture.UnusablePictureException;
import sc.fiji.cavga.plane.ConnectedComponents;

/** Takes apart a picture that shows two eyes side by side. */
public final class EyesApart {

  /** As a share of the larger one's area: so large a second bright region is another eye. */
  public static final double ANOTHER_EYE = 0.3;

  /** As a share of the larger one's area: labels and lights in the border are smaller. */
  private static final double WORTH_A_NOTE = 0.03;

  /** Where two eyes are parted, and what else there is. */
  private final long cut;

  private final double passedOver;

  /**
   * @param cut the column where the right one begins; 0 where there are not two
   * @param passedOver how large the largest bright region is that is no eye's, as a share of the
   *     eye's; 0 where eyes are parted
   */
  private EyesApart(long cut, double passedOver) {
    this.cut = cut;
    this.passedOver = passedOver;
  }

  /**
   * The eye on the picture's left and the one on its right, which need not be the patient's left
   * and right eye: each as a picture of the whole one's size, black where the other eye is, so that
   * places stay what they were. Pixels are shared and not copied.
   *
   * <p>They may touch each other where they are of about one size.
   *
   * @return two, or the picture alone where it does not show two whole fields of view, one beside
   *     the other; a smaller bright region, such as a thumbnail of another eye, is noted
   */
  public static List<Picture> of(Picture picture) {
    EyesApart found = in(picture);
    if (found.cut == 0) return List.of(found.noted(picture));
    Picture left = half(picture, 0, found.cut - 1, "left");
    Picture right = half(picture, found.cut, picture.width() - 1, "right");
    return isWhole(left) && isWhole(right) ? List.of(left, right) : List.of(picture);
  }

  private Picture noted(Picture picture) {
    return passedOver < WORTH_A_NOTE
        ? picture
        : picture.noting(
            String.format(
                Locale.ROOT,
                "Another bright region, %.0f %% as large as the largest, was passed over.",
                100 * passedOver));
  }

  private static EyesApart in(Picture picture) {
    BrightRegion largest = BrightRegion.of(picture);
    ReducedPicture reduced = largest.reduced;
    float[] values = reduced.values;
    int columns = reduced.columns;
    ConnectedComponents parts =
        ConnectedComponents.sideBySide(
            at -> values[at] >= largest.level || largest.inside[at], values.length, columns);
    int[] areas = parts.areas();
    int[] first = new int[areas.length];
    int[] last = new int[areas.length];
    Arrays.fill(first, columns);
    for (int run = 0; run < parts.runs(); run++) {
      int part = parts.component(run);
      first[part] = Math.min(first[part], parts.start(run));
      last[part] = Math.max(last[part], parts.end(run));
    }
    int left = 0;
    int right = 0;
    int large = 0;
    int small = 0;
    for (int part = 1; part < areas.length; part++) {
      if (areas[part] < ANOTHER_EYE * largest.size) {
        small = Math.max(small, areas[part]);
        continue;
      }
      large++;
      if (left == 0 || first[part] < first[left]) left = part;
      if (right == 0 || first[part] > first[right]) right = part;
    }
    if (large == 1) {
      TouchingEyes touching = TouchingEyes.in(picture);
      return touching.smaller < ANOTHER_EYE
          ? new EyesApart(0, small / (double) largest.size)
          : new EyesApart((long) reduced.cell * touching.cut, 0);
    }
    if (large != 2 || last[left] > first[right]) return new EyesApart(0, 0);
    return new EyesApart((long) reduced.cell * (last[left] + first[right]) / 2, 0);
  }

  private static Picture half(Picture picture, long from, long to, String which) {
    PixelView.Source pixels = PixelView.source(picture.pixels());
    return picture
        .with(
            PixelView.of(
                picture.width(),
                picture.height(),
                picture.channels(),
                (x, y, channel) -> x < from || x > to ? 0 : pixels.at(x, y, channel)),
            picture.pixelSize())
        // Whatever is known of the file's side can be true of one eye alone.
        .withSide(Laterality.UNKNOWN)
        .noting("The picture shows two eyes; this is the one on its " + which + ".");
  }

  private static boolean isWhole(Picture half) {
    try {
      return FieldOfViewFinder.find(half) instanceof RetinaDisc;
    } catch (UnusablePictureException e) {
      return false;
    }
  }
}
