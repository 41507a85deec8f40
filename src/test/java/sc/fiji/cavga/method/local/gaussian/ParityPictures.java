package sc.fiji.cavga.method.local.gaussian;

import sc.fiji.cavga.parity.NumpyFixture;
import sc.fiji.cavga.preprocess.Placement;
import sc.fiji.cavga.preprocess.PreparedPicture;

/** The pictures of a fixture: normal ones, and a spotted one at the end. */
public final class ParityPictures {

  private ParityPictures() {}

  /** Fitted to the normal pictures. */
  public static GaussianField fitted(NumpyFixture fixture) {
    GaussianFieldFitter fitter = new GaussianFieldFitter();
    for (int i = 0; i < count(fixture) - 1; i++) fitter.add(picture(fixture, i));
    return fitter.fit();
  }

  public static PreparedPicture spotted(NumpyFixture fixture) {
    return picture(fixture, count(fixture) - 1);
  }

  private static int count(NumpyFixture fixture) {
    int size = fixture.integer("size");
    return fixture.input("fields_of_view").length / (size * size);
  }

  private static PreparedPicture picture(NumpyFixture fixture, int index) {
    int size = fixture.integer("size");
    int channels = fixture.integer("channels");
    return new PreparedPicture(
        size,
        channels,
        fixture.input("pictures", index, channels * size * size),
        fixture.input("fields_of_view", index, size * size),
        new Placement(size, size, 0, 0, size, (x, y) -> true));
  }
}
