package sc.fiji.cavga.model;

import java.util.ArrayList;
import java.util.List;
import sc.fiji.cavga.image.PreparedPicture;
import sc.fiji.cavga.image.SalientPlace;

/** Gathers what normal training pictures look like and fits a {@link NormalDensity} to it. */
public final class DensityFitting {

  private final List<SalientPlace> places = new ArrayList<>();
  private LocalMoments moments;
  private UsualPlace usual;

  /**
   * Takes in where what stands out most lies; all of them, before {@link #add}. Without any,
   * pictures are taken as they lie.
   */
  public void locate(PreparedPicture picture) {
    places.add(SalientPlace.middle(picture));
  }

  /** Takes in what lies inside a normal picture's field of view. */
  public void add(PreparedPicture picture) {
    if (moments == null) {
      usual = UsualPlace.of(places, picture.size());
      moments =
          new LocalMoments(new CellGrid(picture.size()), LocalFeatures.count(picture.channels()));
    }
    moments.add(LocalFeatures.of(picture, usual), picture.fieldOfView());
  }

  /**
   * @throws IllegalArgumentException when the pictures added had nothing inside their field of view
   */
  public NormalDensity fit() {
    if (moments == null || moments.count() == 0)
      throw new IllegalArgumentException(
          "The normal pictures show too little inside their field of view to learn from: add more.");
    return new NormalDensity(moments.gaussians(), usual);
  }
}
