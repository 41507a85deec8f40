package sc.fiji.cavga.evaluate;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.model.Calibration;
import sc.fiji.cavga.model.CavgaModel;
import sc.fiji.cavga.model.MapKind;
import sc.fiji.cavga.network.CavgaNetwork;
import sc.fiji.cavga.network.NetworkConfig;
import sc.fiji.cavga.network.NetworkConfig.AttentionNormalization;
import sc.fiji.cavga.network.NetworkConfig.Variant;
import sc.fiji.cavga.preprocess.Preprocessing;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;

/** An untrained network of 16 x 16 pixels whose reconstruction is grey, about 0.5, everywhere. */
public final class TestModel {

  static final int SIZE = 16;

  private TestModel() {}

  public static CavgaModel create(boolean weak) {
    NetworkConfig config =
        new NetworkConfig(Variant.DCGAN, SIZE, 3, 4, 2, 2, weak, AttentionNormalization.SIGMOID);
    List<NamedArray> weights;
    try (CavgaNetwork network = new CavgaNetwork(config, 5)) {
      weights = network.weights();
    }
    float[] mean = new float[SIZE * SIZE];
    float[] spread = new float[SIZE * SIZE];
    Arrays.fill(spread, 1);
    Calibration calibration = new Calibration(SIZE, mean, spread, 0.25, 1.2, 0.98, 0.95, 7);
    return new CavgaModel(
        config,
        new Preprocessing(SIZE, 3, FieldOfViewMode.WHOLE_PICTURE),
        Map.of(MapKind.RECONSTRUCTION, calibration),
        weights,
        new JsonObject(),
        new JsonObject());
  }
}
