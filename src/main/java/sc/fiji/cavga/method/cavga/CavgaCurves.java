package sc.fiji.cavga.method.cavga;

import java.io.IOException;
import java.util.List;
import sc.fiji.cavga.method.cavga.training.TrainingCurves;
import sc.fiji.cavga.model.MethodPart;
import sc.fiji.cavga.model.training.LossPoint;

/** The loss curves that a model's part of this method holds. */
public final class CavgaCurves {

  private CavgaCurves() {}

  /**
   * @throws IOException with one sentence when the record holds something else
   */
  public static List<LossPoint> points(MethodPart part) throws IOException {
    return TrainingCurves.fromJson(part.training().getAsJsonArray("curves"))
        .points(part.entries().settings());
  }
}
