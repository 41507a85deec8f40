package sc.fiji.cavga.method.local;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.scijava.Priority;
import org.scijava.plugin.Plugin;
import sc.fiji.cavga.method.local.gaussian.GaussianField;
import sc.fiji.cavga.model.AnomalyModel;
import sc.fiji.cavga.model.Method;
import sc.fiji.cavga.model.MethodTraining;
import sc.fiji.cavga.model.ModelEntries;
import sc.fiji.cavga.model.Refitting;
import sc.fiji.cavga.model.TrainingResult;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.examination.OnnxRawMap;
import sc.fiji.cavga.model.onnx.ExportableMethod;
import sc.fiji.cavga.onnx.OnnxPicture;
import sc.fiji.cavga.settings.Setting;
import sc.fiji.cavga.settings.Settings;

/** The default method; see {@link sc.fiji.cavga.method.local}. */
@Plugin(type = Method.class, name = LocalMethod.NAME, priority = Priority.HIGH)
public final class LocalMethod implements ExportableMethod {

  public static final String NAME = "local";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "Half Mahalanobis distances from a Gaussian of healthy eyes at each place, and a U-Net"
        + " taught with synthetic anomalies: finds lesions.";
  }

  @Override
  public List<Setting<?>> settings() {
    return LocalSettings.all();
  }

  @Override
  public void update(JsonObject configuration) throws IOException {
    LocalSettings.update(configuration);
  }

  @Override
  public TrainingResult train(MethodTraining training) throws IOException, InterruptedException {
    return new LocalTraining(training).run();
  }

  @Override
  public void check(ModelEntries entries) throws IOException {
    LocalEntries.reweighting(entries, LocalEntries.field(entries));
    for (int i = 0; i < LocalEntries.nets(entries); i++) entries.require(LocalEntries.net(i));
  }

  @Override
  public AnomalyModel read(ModelEntries entries) throws IOException {
    GaussianField field = LocalEntries.field(entries);
    return new LocalModel(
        field, LocalEntries.reweighting(entries, field), LocalEntries.nets(entries, field));
  }

  @Override
  public OnnxRawMap write(ModelEntries entries, MapKind kind, OnnxPicture picture)
      throws IOException {
    return OnnxLocalMap.of(entries, picture);
  }

  @Override
  public Optional<Refitting> refitting(ModelEntries entries, int steps) throws IOException {
    return Optional.of(new LocalRefitting(entries, steps));
  }

  @Override
  public ModelEntries write(AnomalyModel model, Settings settings) {
    return new ModelEntries(settings, LocalEntries.toArrays((LocalModel) model));
  }
}
