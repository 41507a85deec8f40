package sc.fiji.cavga.model;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.method.local.NormalDensity;
import sc.fiji.cavga.method.local.gaussian.ZScores;
import sc.fiji.cavga.parity.NumpyFixture;
import sc.fiji.cavga.preprocess.PreparedPicture;

/** The Gaussians of all places, the distance from them, and the z-scores. */
class GaussianFieldParityTest {

  private static NumpyFixture fixture;
  private static NormalDensity density;
  private static PreparedPicture spotted;

  @BeforeAll
  static void fit() throws IOException {
    fixture = NumpyFixture.read(GaussianFieldParityTest.class, "gaussian_field.json.gz");
    density = ParityPictures.fitted(fixture);
    spotted = ParityPictures.spotted(fixture);
  }

  @Test
  void theFitAgreesWithNumpy() {
    fixture.agrees("mean", density.gaussians().means());
    fixture.agrees("whitening", density.gaussians().whitening());
  }

  @Test
  void halfTheSquaredMahalanobisDistanceAgreesWithNumpy() {
    fixture.agrees("half_squared_distance", density.surprise(spotted, density.features(spotted)));
  }

  @Test
  void zScoresAgreeWithNumpy() {
    fixture.agrees(
        "z_scores", new ZScores(density).of(density.features(spotted), spotted.fieldOfView()));
  }
}
