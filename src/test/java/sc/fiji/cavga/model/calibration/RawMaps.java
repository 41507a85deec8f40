package sc.fiji.cavga.model.calibration;

import sc.fiji.cavga.model.examination.RawMap;
import sc.fiji.cavga.model.examination.ScoreParts;
import sc.fiji.cavga.preprocess.Placement;

/** Raw maps of no picture. */
final class RawMaps {

  private RawMaps() {}

  static RawMap of(float[] values, float[] inside) {
    return of(values, inside, ScoreParts.NONE);
  }

  static RawMap of(float[] values, float[] inside, ScoreParts parts) {
    int size = (int) Math.round(Math.sqrt(values.length));
    return new RawMap(values, inside, new Placement(size, size, 0, 0, size, (x, y) -> true), parts);
  }
}
