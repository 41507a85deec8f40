package sc.fiji.cavga.model.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.method.local.ScorePartsOf;
import sc.fiji.cavga.model.examination.RawMap;
import sc.fiji.cavga.parity.NumpyFixture;

/** The normal atlas, both thresholds by leave-one-out, a calibrated map and its score. */
class CalibrationParityTest {

  private static NumpyFixture fixture;
  private static int plane;

  @BeforeAll
  static void read() throws IOException {
    fixture = NumpyFixture.read(CalibrationParityTest.class, "calibration.json.gz");
    plane = fixture.integer("size") * fixture.integer("size");
  }

  @Test
  void agreesWithNumpy() {
    for (NumpyFixture pictures : fixture.list("cases"))
      for (NumpyFixture result : pictures.list("results")) agrees(pictures, result);
  }

  private static void agrees(NumpyFixture pictures, NumpyFixture result) {
    CalibrationFitting fitting =
        new CalibrationFitting(fixture.integer("size"), fixture.number("share"));
    boolean joined = result.is("joined");
    int count = pictures.integer("count");
    for (int i = 0; i < count; i++) fitting.add(map(pictures, i, joined));
    Calibration calibration =
        fitting.fit(fixture.number("map_quantile"), fixture.number("score_quantile"));
    result.agrees("mean", calibration.mean());
    result.agrees("spread", calibration.spread());
    result.agrees("map_threshold", calibration.mapThreshold());
    result.agrees("score_threshold", calibration.scoreThreshold());
    RawMap judged = map(pictures, count, joined);
    float[] calibrated = calibration.calibrated(judged.values(), fieldOfView(pictures, count));
    result.agrees("calibrated", calibrated);
    result.agrees("score", calibration.score(judged, calibrated));
    assertEquals(joined, calibration.imageScore().isPresent());
  }

  private static RawMap map(NumpyFixture pictures, int index, boolean joined) {
    float[] values = pictures.input("values", index, plane);
    float[] inside = fieldOfView(pictures, index);
    if (!joined) return RawMaps.of(values, inside);
    float[] logits = pictures.input("logits", index, plane);
    float[] distances = pictures.input("half_squared_distances", index, plane);
    for (int i = 0; i < plane; i++)
      if (inside[i] == 0) {
        logits[i] = Float.NaN;
        distances[i] = Float.NaN;
      }
    return RawMaps.of(
        values, inside, ScorePartsOf.maps(logits, distances, fixture.number("density_weight")));
  }

  private static float[] fieldOfView(NumpyFixture pictures, int index) {
    return pictures.input("fields_of_view", index, plane);
  }
}
