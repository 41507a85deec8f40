package sc.fiji.cavga.method.cavga;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.scijava.plugin.Plugin;
import sc.fiji.cavga.method.cavga.map.CavgaModel;
import sc.fiji.cavga.method.cavga.network.EncoderWeights;
import sc.fiji.cavga.method.cavga.network.NetworkConfig;
import sc.fiji.cavga.method.cavga.onnx.OnnxCavgaMap;
import sc.fiji.cavga.method.cavga.training.CavgaSettings;
import sc.fiji.cavga.method.cavga.training.CavgaTraining;
import sc.fiji.cavga.method.cavga.training.TrainingCurves;
import sc.fiji.cavga.model.AnomalyModel;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.Method;
import sc.fiji.cavga.model.MethodPart;
import sc.fiji.cavga.model.MethodTraining;
import sc.fiji.cavga.model.ModelEntries;
import sc.fiji.cavga.model.TrainingResult;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.examination.OnnxRawMap;
import sc.fiji.cavga.model.onnx.ExportableMethod;
import sc.fiji.cavga.model.training.LossPoint;
import sc.fiji.cavga.onnx.OnnxPicture;
import sc.fiji.cavga.settings.Setting;
import sc.fiji.cavga.settings.Settings;

/** The paper's method; see {@link sc.fiji.cavga.method.cavga}. */
@Plugin(type = Method.class, name = CavgaMethod.NAME)
public final class CavgaMethod implements ExportableMethod {

  public static final String NAME = "cavga";
  private static final String NETWORK = "network";

  private final EncoderWeights encoder;

  public CavgaMethod() {
    this(null);
  }

  /**
   * @param encoder what CAVGA-R's encoder begins with instead of random weights; null for those
   */
  public CavgaMethod(EncoderWeights encoder) {
    this.encoder = encoder;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "The paper's network, CAVGA-D or CAVGA-R: attention and reconstruction maps.";
  }

  @Override
  public List<Setting<?>> settings() {
    return CavgaSettings.all();
  }

  @Override
  public void check(Settings settings) {
    CavgaSettings.network(settings);
    if (settings.get(CommonSettings.WEAK) && settings.get(CommonSettings.BATCH) < 2)
      throw new IllegalArgumentException(
          "Weak supervision needs a batch size of at least 2, so that each batch holds both kinds.");
  }

  @Override
  public void check(ModelEntries entries) throws IOException {
    WeightCheck.require(CavgaSettings.network(entries.settings()), entries.require(NETWORK));
  }

  @Override
  public TrainingResult train(MethodTraining training) throws IOException, InterruptedException {
    return new CavgaTraining(training, encoder).run();
  }

  @Override
  public AnomalyModel read(ModelEntries entries) throws IOException {
    NetworkConfig config = CavgaSettings.network(entries.settings());
    return new CavgaModel(config, entries.require(NETWORK));
  }

  @Override
  public OnnxRawMap write(ModelEntries entries, MapKind kind, OnnxPicture picture)
      throws IOException {
    NetworkConfig config = CavgaSettings.network(entries.settings());
    return new OnnxCavgaMap(config, entries.require(NETWORK), picture).of(kind);
  }

  @Override
  public ModelEntries write(AnomalyModel model, Settings settings) {
    return new ModelEntries(settings, Map.of(NETWORK, ((CavgaModel) model).weights()));
  }

  /**
   * The loss curves that a model's part of this method holds.
   *
   * @throws IOException with one sentence when the record holds something else
   */
  public static List<LossPoint> curves(MethodPart part) throws IOException {
    return TrainingCurves.fromJson(part.training().getAsJsonArray("curves"))
        .points(part.entries().settings());
  }
}
