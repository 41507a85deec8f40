package sc.fiji.cavga.model;

import java.util.ArrayList;
import java.util.List;
import sc.fiji.cavga.preprocess.OpticDiscLocator;
import sc.fiji.cavga.preprocess.PreparedPicture;

/** Gathers what normal training pictures look like and fits a {@link NormalDensity} to it. */
public final class DensityFitting {

  private final List<OpticDiscLocator> places = new ArrayList<>();
  private GaussianFieldFitter moments;
  private MeanDiscPosition usual;

  /**
   * Takes in where what stands out most lies; all of them, before {@link #add}. Without any,
   * pictures are taken as they lie.
   */
  public void locate(PreparedPicture picture) {
    places.add(OpticDiscLocator.middle(picture));
  }

  /** Takes in what lies inside a normal picture's field of view. */
  public void add(PreparedPicture picture) {
    if (moments == null) {
      usual = MeanDiscPosition.of(places, picture.size());
      moments =
          new GaussianFieldFitter(
              new CellGrid(picture.size()), DogFeatures.count(picture.channels()));
    }
    moments.add(DogFeatures.of(picture, usual), picture.fieldOfView());
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
