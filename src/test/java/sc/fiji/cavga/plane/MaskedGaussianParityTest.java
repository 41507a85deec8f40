package sc.fiji.cavga.plane;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.parity.NumpyFixture;

class MaskedGaussianParityTest {

  @Test
  void kernelsAndRunningMeansAgreeWithNumpy() throws IOException {
    NumpyFixture fixture = NumpyFixture.read(getClass(), "masked_gaussian.json.gz");
    for (NumpyFixture each : fixture.list("blurs"))
      each.agrees(
          "blurred",
          MaskedGaussian.blur(
              fixture.input("values"),
              fixture.input("field_of_view"),
              fixture.integer("width"),
              each.number("sigma")));
  }
}
