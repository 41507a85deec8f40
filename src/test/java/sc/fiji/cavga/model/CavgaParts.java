package sc.fiji.cavga.model;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.method.cavga.CavgaMethod;
import sc.fiji.cavga.method.cavga.network.CavgaNetwork;
import sc.fiji.cavga.method.cavga.training.CavgaSettings;
import sc.fiji.cavga.model.calibration.Calibration;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;
import sc.fiji.cavga.settings.Settings;

/** Models of CAVGA's untrained or invented weights, for tests. */
public final class CavgaParts {

  private CavgaParts() {}

  /** Of a small network for colour pictures. */
  public static Settings settings(int size, int width, int levels, int latentChannels) {
    return ModelFile.declared(new CavgaMethod())
        .with(CommonSettings.SIZE, size)
        .with(CavgaSettings.WIDTH, width)
        .with(CavgaSettings.LEVELS, levels)
        .with(CavgaSettings.LATENT_CHANNELS, latentChannels);
  }

  /** Random weights, the same ones for the same seed. */
  public static List<NamedArray> weights(Settings settings, long seed) {
    try (CavgaNetwork network = new CavgaNetwork(CavgaSettings.network(settings), seed)) {
      return network.weights();
    }
  }

  public static TrainedModel model(
      Settings settings,
      List<NamedArray> weights,
      FieldOfViewMode fieldOfView,
      Map<MapKind, Calibration> calibrations,
      JsonObject training) {
    Settings all = settings.with(CommonSettings.FIELD_OF_VIEW, fieldOfView);
    return new TrainedModel(
        CommonSettings.preprocessing(all),
        List.of(
            new MethodPart(
                new CavgaMethod(),
                new ModelEntries(all, Map.of("network", weights)),
                calibrations,
                training)),
        new JsonObject());
  }
}
