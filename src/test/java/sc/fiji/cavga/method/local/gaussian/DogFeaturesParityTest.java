package sc.fiji.cavga.method.local.gaussian;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.parity.NumpyFixture;

/** Differences of Gaussians of square roots, and the steepness. */
class DogFeaturesParityTest {

  @Test
  void agreeWithNumpy() throws IOException {
    for (NumpyFixture each : NumpyFixture.read(getClass(), "dog_features.json.gz").list("cases")) {
      int size = each.integer("size");
      int channels = each.integer("channels");
      DogFeatures features =
          DogFeatures.of(each.input("picture"), channels, each.input("field_of_view"), size);
      int count = DogFeatures.count(channels);
      float[] planes = new float[count * size * size];
      float[] vector = new float[count];
      for (int pixel = 0; pixel < size * size; pixel++) {
        features.read(pixel, vector);
        for (int d = 0; d < count; d++) planes[d * size * size + pixel] = vector[d];
      }
      each.agrees("features", planes);
    }
  }
}
