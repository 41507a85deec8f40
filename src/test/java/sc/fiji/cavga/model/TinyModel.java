package sc.fiji.cavga.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.model.calibration.Calibration;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;
import sc.fiji.cavga.settings.Settings;

/** A model that is small enough to be written a hundred times, for tests of files. */
public final class TinyModel {

  private TinyModel() {}

  public static TrainedModel create() {
    JsonObject training = new JsonObject();
    training.addProperty("epochs", 3);
    JsonArray curve = new JsonArray();
    curve.add(0.1);
    curve.add(1e-30);
    training.add("validation", curve);
    return with(settings(), weights(), training);
  }

  public static TrainedModel with(
      Settings settings, List<NamedArray> weights, JsonObject training) {
    Map<MapKind, Calibration> calibrations = new EnumMap<>(MapKind.class);
    calibrations.put(MapKind.ATTENTION, calibration(1));
    calibrations.put(MapKind.DEFAULT, calibration(2));
    TrainedModel model =
        CavgaParts.model(settings, weights, FieldOfViewMode.RETINA, calibrations, training);
    JsonObject provenance = new JsonObject();
    provenance.addProperty("data", "drawn <at> random, ümlaut");
    return new TrainedModel(model.preprocessing(), model.parts(), provenance);
  }

  /** The same model with other calibrations. */
  public static TrainedModel with(TrainedModel model, Map<MapKind, Calibration> calibrations) {
    MethodPart part = model.parts().get(0);
    return new TrainedModel(
        model.preprocessing(),
        List.of(new MethodPart(part.method(), part.entries(), calibrations, part.training())),
        model.provenance());
  }

  public static Settings settings() {
    return CavgaParts.settings(16, 2, 2, 1);
  }

  public static List<NamedArray> weights() {
    return List.of(
        new NamedArray("encoder.0.weight", new long[] {2, 3, 4, 4}, random(96, 3)),
        new NamedArray("encoder.1.weight", new long[] {4, 2, 4, 4}, random(128, 4)),
        new NamedArray("latent", new long[] {3, 1, 4, 3, 3}, random(108, 5)));
  }

  private static Calibration calibration(int seed) {
    float[] spread = random(256, seed);
    for (int i = 0; i < spread.length; i++) spread[i] += 0.1f;
    return new Calibration(
        16, random(256, seed + 9), spread, 2.1, 1 / 3.0, 0.98, 0.95, Calibration.SCORE_SHARE, seed);
  }

  private static float[] random(int count, long seed) {
    Random random = new Random(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) values[i] = random.nextFloat();
    return values;
  }
}
