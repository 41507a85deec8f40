package sc.fiji.cavga.method.local.gaussian;

import java.util.ArrayList;
import java.util.List;
import sc.fiji.cavga.preprocess.OpticDiscLocator;
import sc.fiji.cavga.preprocess.PreparedPicture;

/** Gathers what normal training pictures look like and fits a {@link GaussianField} to it. */
public final class GaussianFieldFitter {

  private final List<OpticDiscLocator> discs = new ArrayList<>();
  private FieldMoments moments;
  private MeanDiscPosition discPosition;

  /**
   * Takes in where the optic disc lies; all pictures, before {@link #add}. Without any, pictures
   * are taken as they lie.
   */
  public void locate(PreparedPicture picture) {
    discs.add(OpticDiscLocator.middle(picture));
  }

  /** Takes in what lies inside a normal picture's field of view. */
  public void add(PreparedPicture picture) {
    if (moments == null) {
      discPosition = MeanDiscPosition.of(discs, picture.size());
      moments =
          new FieldMoments(new CellGrid(picture.size()), DogFeatures.count(picture.channels()));
    }
    moments.add(DogFeatures.of(picture, discPosition), picture.fieldOfView());
  }

  /**
   * @throws IllegalArgumentException when the pictures added had nothing inside their field of view
   */
  public GaussianField fit() {
    if (moments == null || moments.count() == 0)
      throw new IllegalArgumentException(
          "The normal pictures show too little inside their field of view to learn from: add more.");
    return moments.field(discPosition);
  }
}
