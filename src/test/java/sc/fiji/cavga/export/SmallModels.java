package sc.fiji.cavga.export;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.method.cavga.CavgaMethod;
import sc.fiji.cavga.method.cavga.layer.AttentionNormalization;
import sc.fiji.cavga.method.cavga.network.NetworkConfig.Variant;
import sc.fiji.cavga.method.cavga.training.CavgaSettings;
import sc.fiji.cavga.method.local.LocalMethod;
import sc.fiji.cavga.method.local.LocalModel;
import sc.fiji.cavga.method.local.LocalSettings;
import sc.fiji.cavga.method.local.MapSource;
import sc.fiji.cavga.method.local.gaussian.GaussianField;
import sc.fiji.cavga.method.local.gaussian.GaussianFieldFitter;
import sc.fiji.cavga.method.local.gaussian.ZScores;
import sc.fiji.cavga.method.local.net.SegmentationNet;
import sc.fiji.cavga.method.local.net.SegmentationNets;
import sc.fiji.cavga.method.local.weak.WeakReweighting;
import sc.fiji.cavga.model.AnomalyModel;
import sc.fiji.cavga.model.CavgaParts;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.Method;
import sc.fiji.cavga.model.MethodPart;
import sc.fiji.cavga.model.ModelEntries;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.calibration.Calibration;
import sc.fiji.cavga.model.calibration.CalibrationFitting;
import sc.fiji.cavga.model.calibration.NormalAtlas;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.settings.Settings;

/** Models of every kind, with networks by chance that have seen some pictures. */
public final class SmallModels {

  private static final int HELD_OUT = 6;

  private SmallModels() {}

  /** Of both methods, for colour pictures of 32 pixels. */
  public static TrainedModel ofBoth() throws IOException {
    TrainedModel local = local(32, 3, 1, false);
    TrainedModel cavga = cavga(Variant.D, 3, false, false, AttentionNormalization.SIGMOID);
    return new TrainedModel(
        local.preprocessing(),
        List.of(local.parts().get(0), cavga.parts().get(0)),
        new JsonObject());
  }

  static TrainedModel local(int size, int channels, int nets, boolean weak) throws IOException {
    LocalMethod method = new LocalMethod();
    Settings settings =
        ModelFile.declared(method)
            .with(CommonSettings.SIZE, size)
            .with(CommonSettings.CHANNELS, channels)
            .with(CommonSettings.WEAK, weak)
            .with(LocalSettings.MAP, nets == 0 ? MapSource.DENSITY : MapSource.DETECTOR)
            .with(LocalSettings.NETS, Math.max(1, nets));
    GaussianFieldFitter fitter = new GaussianFieldFitter();
    for (PreparedPicture each : OddPictures.calm(size, channels, 5, 1)) fitter.add(each);
    GaussianField field = fitter.fit();
    WeakReweighting learned = weak ? reweighting(field) : null;
    SegmentationNets some = nets == 0 ? null : nets(nets, new ZScores(field));
    try (LocalModel model = new LocalModel(field, learned, some)) {
      return calibrated(method, method.write(model, settings));
    }
  }

  private static SegmentationNets nets(int count, ZScores scores) {
    List<SegmentationNet> nets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      SegmentationNet net = new SegmentationNet(scores.size(), scores.channels(), i);
      net.setWeights(seen(net.weights(), i));
      nets.add(net);
    }
    return new SegmentationNets(nets);
  }

  private static WeakReweighting reweighting(GaussianField field) {
    SplittableRandom random = new SplittableRandom(3);
    float[] weights = new float[3 * field.features() + 2];
    for (int i = 0; i < weights.length; i++)
      weights[i] = 0.2f * (float) (random.nextDouble() - 0.5);
    int plane = field.grid().size() * field.grid().size();
    float[] mean = new float[plane];
    float[] spread = new float[plane];
    Arrays.fill(mean, field.features() / 2f);
    for (int i = 0; i < plane; i++) spread[i] = 2 + (float) random.nextDouble();
    return new WeakReweighting(new NormalAtlas(mean, spread), weights);
  }

  static TrainedModel cavga(
      Variant variant, int channels, boolean weak, boolean flat, AttentionNormalization attention)
      throws IOException {
    CavgaMethod method = new CavgaMethod();
    Settings settings =
        CavgaParts.settings(variant == Variant.R ? 64 : 32, 4, variant == Variant.R ? 5 : 3, 3)
            .with(CommonSettings.CHANNELS, channels)
            .with(CommonSettings.WEAK, weak)
            .with(CavgaSettings.VARIANT, variant)
            .with(CavgaSettings.FLAT_LATENT, flat)
            .with(CavgaSettings.ATTENTION, attention);
    List<NamedArray> weights = seen(CavgaParts.weights(settings, 5), 7);
    return calibrated(method, new ModelEntries(settings, Map.of("network", weights)));
  }

  /** With statistics as of pictures, and scales and shifts that differ. */
  private static List<NamedArray> seen(List<NamedArray> weights, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<NamedArray> seen = new ArrayList<>();
    for (NamedArray each : weights) {
      float[] values = each.values().clone();
      boolean ofNormalization = each.shape().length == 1;
      for (int i = 0; ofNormalization && i < values.length; i++)
        values[i] =
            (float)
                (each.name().endsWith("running_var")
                    ? 0.3 + random.nextDouble()
                    : values[i] + 0.4 * (random.nextDouble() - 0.5));
      seen.add(new NamedArray(each.name(), each.shape(), values));
    }
    return seen;
  }

  private static TrainedModel calibrated(Method method, ModelEntries entries) throws IOException {
    Settings settings = entries.settings();
    int size = settings.get(CommonSettings.SIZE);
    List<PreparedPicture> pictures =
        OddPictures.calm(size, settings.get(CommonSettings.CHANNELS), 2 * HELD_OUT, 9);
    Map<MapKind, CalibrationFitting> fittings = new TreeMap<>();
    try (AnomalyModel model = method.read(entries)) {
      for (MapKind kind : model.maps()) {
        CalibrationFitting fitting = new CalibrationFitting(size);
        for (int i = 0; i < HELD_OUT; i++) fitting.add(model.examine(pictures.get(i)).map(kind));
        if (model.learnedFromLabels())
          for (PreparedPicture each :
              OddPictures.of(size, pictures.get(0).channels(), 3).subList(0, 4))
            fitting.addAnomalous(model.examine(each).map(kind));
        fittings.put(kind, fitting);
      }
    }
    Map<MapKind, Calibration> calibrations = new EnumMap<>(MapKind.class);
    fittings.forEach((kind, fitting) -> calibrations.put(kind, fitting.fit(0.98, 0.9)));
    return new TrainedModel(
        CommonSettings.preprocessing(settings),
        List.of(new MethodPart(method, entries, calibrations, new JsonObject())),
        new JsonObject());
  }
}
