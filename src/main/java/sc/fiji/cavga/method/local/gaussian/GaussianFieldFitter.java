package sc.fiji.cavga.method.local.gaussian;

import sc.fiji.cavga.preprocess.PreparedPicture;

/** Gathers what normal training pictures look like and fits a {@link GaussianField} to it. */
public final class GaussianFieldFitter {

  private FieldMoments moments;

  /** Takes in what lies inside a normal picture's field of view. */
  public void add(PreparedPicture picture) {
    if (moments == null)
      moments =
          new FieldMoments(new CellGrid(picture.size()), DogFeatures.count(picture.channels()));
    moments.add(DogFeatures.of(picture), picture.fieldOfView());
  }

  /**
   * @throws IllegalArgumentException when the pictures added had nothing inside their field of view
   */
  public GaussianField fit() {
    if (moments == null || moments.count() == 0)
      throw new IllegalArgumentException(
          "The normal pictures show too little inside their field of view to learn from: add more.");
    return moments.field();
  }

  public GaussianField fit(GaussianField prior, String mode) {
    return moments.field(prior, mode);
  }
}
