package sc.fiji.cavga.method.local.gaussian;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.parity.NumpyFixture;
import sc.fiji.cavga.preprocess.PreparedPicture;

/** The Gaussians of all places, the distance from them, and the z-scores. */
class GaussianFieldParityTest {

  private static NumpyFixture fixture;
  private static GaussianField field;
  private static PreparedPicture spotted;

  @BeforeAll
  static void fit() throws IOException {
    fixture = NumpyFixture.read(GaussianFieldParityTest.class, "gaussian_field.json.gz");
    field = ParityPictures.fitted(fixture);
    spotted = ParityPictures.spotted(fixture);
  }

  @Test
  void theFitAgreesWithNumpy() {
    fixture.agrees("mean", field.means());
    fixture.agrees("whitening", field.whitening());
  }

  @Test
  void halfTheSquaredMahalanobisDistanceAgreesWithNumpy() {
    fixture.agrees(
        "half_squared_distance",
        field.halfDistances(DogFeatures.of(spotted), spotted.fieldOfView()));
  }

  @Test
  void zScoresAgreeWithNumpy() {
    fixture.agrees(
        "z_scores", new ZScores(field).of(DogFeatures.of(spotted), spotted.fieldOfView()));
  }
}
