package sc.fiji.cavga.method.local.gaussian;

import sc.fiji.cavga.preprocess.PreparedPicture;

/** Gathers what normal training pictures look like and fits a {@link GaussianField} to it. */
public final class GaussianFieldFitter {

  private FieldMoments moments;
  private int pictures;

  /** Takes in what lies inside a normal picture's field of view. */
  public void add(PreparedPicture picture) {
    if (moments == null)
      moments =
          new FieldMoments(new CellGrid(picture.size()), DogFeatures.count(picture.channels()));
    moments.add(DogFeatures.of(picture), picture.fieldOfView());
    pictures++;
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

  /**
   * Of few pictures: their covariances are shrunk towards those of an earlier field, in which other
   * cameras' healthy eyes have a part.
   *
   * @throws IllegalArgumentException as of the other method
   */
  public GaussianField fit(GaussianField earlier) {
    GaussianField own = fit();
    return new ShrunkField(own, earlier, moments::covers).of(pictures);
  }
}
