package sc.fiji.cavga.toy;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.scijava.Priority;
import org.scijava.plugin.Plugin;
import sc.fiji.cavga.feed.PreparedSamples;
import sc.fiji.cavga.io.JsonFields;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.model.AnomalyModel;
import sc.fiji.cavga.model.Method;
import sc.fiji.cavga.model.MethodTraining;
import sc.fiji.cavga.model.ModelEntries;
import sc.fiji.cavga.model.TrainingResult;
import sc.fiji.cavga.model.training.TrainingProgress;
import sc.fiji.cavga.model.training.TrainingState;
import sc.fiji.cavga.settings.Setting;
import sc.fiji.cavga.settings.Settings;

/**
 * A method as somebody may add one: how far each place's brightness lies from the mean brightness
 * of normal pictures. It uses all that a method can use. Only this package knows it.
 */
@Plugin(type = Method.class, name = "toy", priority = Priority.VERY_LOW)
public final class ToyMethod implements Method {

  static final Setting<Double> GAIN =
      Setting.number("toy_gain", 1)
          .within(0.5, 100)
          .label("Gain of the toy")
          .help("What a difference in brightness counts in the map.")
          .on(Setting.Page.ADVANCED);

  private static final String PART = "brightness";
  private static final String DONE = "done";
  private static final String SUM = "sum";

  @Override
  public String name() {
    return "toy";
  }

  @Override
  public String description() {
    return "How far each place's brightness lies from that of normal pictures.";
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(GAIN);
  }

  /** A picture is a step. */
  @Override
  public TrainingResult train(MethodTraining training) throws IOException, InterruptedException {
    PreparedSamples pictures = training.pictures().training();
    double gain = training.settings().get(GAIN);
    int done = 0;
    double sum = 0;
    if (training.resumed().isPresent()) {
      JsonFields state = new JsonFields("Its state", training.resumed().get().values());
      done = state.only(DONE, SUM).integer(DONE);
      sum = state.number(SUM);
    }
    while (done < pictures.count()) {
      training.control().check();
      sum += ToyModel.brightness(pictures.get(done++));
      double mean = sum / done;
      training.listener().progressed(progress(training, done, pictures.count(), mean));
      TrainingState state = state(done, sum);
      training.betweenSteps(false, () -> state, () -> result(mean, gain));
    }
    return result(sum / done, gain);
  }

  private static TrainingProgress progress(
      MethodTraining training, int done, int all, double mean) {
    double seconds = training.seconds();
    return new TrainingProgress("Looking at pictures", done, all, done, mean, seconds, 0, 0, 0);
  }

  private static TrainingState state(int done, double sum) {
    JsonObject values = new JsonObject();
    values.addProperty(DONE, done);
    values.addProperty(SUM, sum);
    return new TrainingState(Map.of(), values);
  }

  private static TrainingResult result(double mean, double gain) {
    JsonObject record = new JsonObject();
    record.addProperty("mean", mean);
    return new TrainingResult(new ToyModel((float) mean, gain), record, List.of());
  }

  @Override
  public AnomalyModel read(ModelEntries entries) throws IOException {
    return new ToyModel(entries.require(PART).get(0).values()[0], entries.settings().get(GAIN));
  }

  @Override
  public ModelEntries write(AnomalyModel model, Settings settings) {
    float[] mean = {((ToyModel) model).mean()};
    return new ModelEntries(
        settings, Map.of(PART, List.of(new NamedArray("mean", new long[] {1}, mean))));
  }
}
