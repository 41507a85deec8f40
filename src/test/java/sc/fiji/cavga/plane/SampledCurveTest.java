package sc.fiji.cavga.plane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SampledCurveTest {

  @Test
  void isTheFunctionAtItsStepsAndNearItBetween() {
    SampledCurve curve = new SampledCurve(2, value -> StrictMath.pow(value, 0.7));
    for (int i = 0; i <= 1024; i++)
      assertEquals(StrictMath.pow(i / 512.0, 0.7), curve.at(i / 512.0));
    for (double value = 0.01; value < 2; value += 0.0037)
      assertEquals(StrictMath.pow(value, 0.7), curve.at(value), 1e-4);
    assertEquals((curve.at(3 / 512.0) + curve.at(4 / 512.0)) / 2, curve.at(3.5 / 512), 1e-15);
  }

  @Test
  void beyondItsEndsItStays() {
    SampledCurve curve = new SampledCurve(1, value -> 3 + value);
    assertEquals(3, curve.at(-0.5));
    assertEquals(4, curve.at(1.5));
    assertEquals(4, curve.at(1));
  }
}
