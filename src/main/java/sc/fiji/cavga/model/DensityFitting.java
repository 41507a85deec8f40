package sc.fiji.cavga.model;

import sc.fiji.cavga.image.PreparedPicture;

/** Gathers what normal training pictures look like and fits a {@link NormalDensity} to it. */
public final class DensityFitting {

  private LocalMoments moments;

  /** Takes in what lies inside a normal picture's field of view. */
  public void add(PreparedPicture picture) {
    if (moments == null)
      moments =
          new LocalMoments(new CellGrid(picture.size()), LocalFeatures.count(picture.channels()));
    moments.add(LocalFeatures.of(picture), picture.fieldOfView());
  }

  /**
   * @throws IllegalArgumentException when the pictures added had nothing inside their field of view
   */
  public NormalDensity fit() {
    if (moments == null || moments.count() == 0)
      throw new IllegalArgumentException(
          "The normal pictures show too little inside their field of view to learn from: add more.");
    return new NormalDensity(moments.gaussians());
  }
}
