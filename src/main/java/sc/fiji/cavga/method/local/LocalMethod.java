package sc.fiji.cavga.method.local;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.scijava.Priority;
import org.scijava.plugin.Plugin;
import sc.fiji.cavga.method.local.gaussian.GaussianField;
import sc.fiji.cavga.method.local.gaussian.ZScores;
import sc.fiji.cavga.method.local.net.SegmentationNet;
import sc.fiji.cavga.model.AnomalyModel;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.Method;
import sc.fiji.cavga.model.MethodTraining;
import sc.fiji.cavga.model.ModelEntries;
import sc.fiji.cavga.model.Refitting;
import sc.fiji.cavga.model.TrainingResult;
import sc.fiji.cavga.settings.Setting;
import sc.fiji.cavga.settings.Settings;

/** The default method; see {@link sc.fiji.cavga.method.local}. */
@Plugin(type = Method.class, name = LocalMethod.NAME, priority = Priority.HIGH)
public final class LocalMethod implements Method {

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
    LocalEntries.reweighting(entries, field(entries));
    if (hasNet(entries)) entries.require(LocalEntries.NET);
  }

  @Override
  public AnomalyModel read(ModelEntries entries) throws IOException {
    GaussianField field = field(entries);
    return new LocalModel(field, LocalEntries.reweighting(entries, field), net(entries, field));
  }

  @Override
  public Optional<Refitting> refitting(ModelEntries entries) throws IOException {
    GaussianField earlier = field(entries);
    return Optional.of(
        new LocalRefitting(
            earlier,
            LocalEntries.reweighting(entries, earlier),
            (field, reweighting) -> new LocalModel(field, reweighting, net(entries, field))));
  }

  private static boolean hasNet(ModelEntries entries) {
    return entries.settings().get(LocalSettings.MAP) == MapSource.DETECTOR;
  }

  /** Null where the map is made without. */
  private static SegmentationNet net(ModelEntries entries, GaussianField field) throws IOException {
    if (!hasNet(entries)) return null;
    ZScores scores = new ZScores(field);
    SegmentationNet net = new SegmentationNet(scores.size(), scores.channels(), 0);
    try {
      net.setWeights(entries.require(LocalEntries.NET));
      return net;
    } catch (IOException | RuntimeException e) {
      net.close();
      throw e;
    }
  }

  private static GaussianField field(ModelEntries entries) throws IOException {
    return LocalEntries.field(
        entries,
        entries.settings().get(CommonSettings.SIZE),
        entries.settings().get(CommonSettings.CHANNELS));
  }

  @Override
  public ModelEntries write(AnomalyModel model, Settings settings) {
    return new ModelEntries(settings, LocalEntries.toArrays((LocalModel) model));
  }
}
