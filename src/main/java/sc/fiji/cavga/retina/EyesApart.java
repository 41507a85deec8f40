package sc.fiji.cavga.retina;

import java.util.Arrays;
import java.util.List;
import sc.fiji.cavga.picture.Laterality;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelView;
import sc.fiji.cavga.picture.UnusablePictureException;
import sc.fiji.cavga.plane.ConnectedComponents;

/** Takes apart a picture that shows two eyes side by side. */
public final class EyesApart {

  /** As a share of the larger one's area: so large a second bright region is another eye. */
  public static final double ANOTHER_EYE = 0.3;

  private EyesApart() {}

  /**
   * The eye on the picture's left and the one on its right, which need not be the patient's left
   * and right eye: each as a picture of the whole one's size, black where the other eye is, so that
   * places stay what they were. Pixels are shared and not copied.
   *
   * <p>They may touch each other where they are of about one size.
   *
   * @return two, or the picture alone where it does not show two whole fields of view, one beside
   *     the other
   */
  public static List<Picture> of(Picture picture) {
    long cut = cut(picture);
    if (cut == 0) return List.of(picture);
    Picture left = half(picture, 0, cut - 1, "left");
    Picture right = half(picture, cut, picture.width() - 1, "right");
    return isWhole(left) && isWhole(right) ? List.of(left, right) : List.of(picture);
  }

  /** The column where the right one begins; 0 where there are not two. */
  private static long cut(Picture picture) {
    ReducedPicture reduced = ReducedPicture.of(picture);
    BrightRegion largest = BrightRegion.of(reduced);
    float[] values = reduced.values();
    int columns = reduced.columns();
    ConnectedComponents parts =
        ConnectedComponents.sideBySide(
            at -> values[at] >= largest.level() || largest.inside()[at], values.length, columns);
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
    for (int part = 1; part < areas.length; part++) {
      if (areas[part] < ANOTHER_EYE * largest.size()) continue;
      large++;
      if (left == 0 || first[part] < first[left]) left = part;
      if (right == 0 || first[part] > first[right]) right = part;
    }
    if (large == 1) {
      TouchingEyes touching = TouchingEyes.of(largest.inside(), columns);
      return touching.smaller() < ANOTHER_EYE ? 0 : (long) reduced.cell() * touching.cut();
    }
    if (large != 2 || last[left] > first[right]) return 0;
    return (long) reduced.cell() * (last[left] + first[right]) / 2;
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
