package sc.fiji.cavga.evaluate;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.Map;
import sc.fiji.cavga.model.CavgaParts;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.calibration.Calibration;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;
import sc.fiji.cavga.settings.Settings;

/** An untrained network of 16 x 16 pixels whose reconstruction is grey, about 0.5, everywhere. */
public final class TestModel {

  static final int SIZE = 16;

  private TestModel() {}

  public static TrainedModel create(boolean weak) {
    Settings settings = CavgaParts.settings(SIZE, 4, 2, 2).with(CommonSettings.WEAK, weak);
    float[] mean = new float[SIZE * SIZE];
    float[] spread = new float[SIZE * SIZE];
    Arrays.fill(spread, 1);
    Calibration calibration =
        new Calibration(SIZE, mean, spread, 0.25, 1.2, 0.98, 0.95, Calibration.SCORE_SHARE, 7);
    return CavgaParts.model(
        settings,
        CavgaParts.weights(settings, 5),
        FieldOfViewMode.WHOLE_PICTURE,
        Map.of(MapKind.RECONSTRUCTION, calibration),
        new JsonObject());
  }
}
