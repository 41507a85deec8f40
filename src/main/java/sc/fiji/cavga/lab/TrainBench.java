package sc.fiji.cavga.lab;

import com.google.gson.JsonObject;
import ij.process.ColorProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.cavga.dataset.ByteSample;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.feed.AnomalousBatch;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.feed.TrainingPictures;
import sc.fiji.cavga.feed.augment.Augmentation;
import sc.fiji.cavga.method.local.gaussian.GaussianFieldFitter;
import sc.fiji.cavga.method.local.gaussian.ZScores;
import sc.fiji.cavga.method.local.net.SegmentationNet;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.Method;
import sc.fiji.cavga.model.MethodTraining;
import sc.fiji.cavga.model.TrainingResult;
import sc.fiji.cavga.model.training.TrainingListener;
import sc.fiji.cavga.model.training.TrainingProgress;
import sc.fiji.cavga.model.training.TrainingState;
import sc.fiji.cavga.phantom.FundusPhantom;
import sc.fiji.cavga.phantom.SampleDataset;
import sc.fiji.cavga.preprocess.PictureBatch;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.settings.Settings;
import sc.fiji.cavga.synthetic.VaryingLight;
import sc.fiji.cavga.train.TrainingConfig;

/** A training of the method {@code local} on drawn eyes, whose steps are timed. */
public final class TrainBench {

  private static final int EYES = 12;

  private static final double LEARNING_RATE = 1e-3;

  private final Settings settings;
  private final Method method;
  private final int steps;
  private final TrainingPictures pictures;

  /**
   * Draws the eyes and prepares them.
   *
   * @param config with this method alone, and more steps than will be timed
   * @param steps that are timed
   */
  public TrainBench(TrainingConfig config, int steps) throws IOException, InterruptedException {
    this.method = config.methods().get(0);
    this.settings = config.settings(method);
    this.steps = steps;
    pictures =
        TrainingPictures.of(
            new Dataset(eyes(), List.of(), List.of()),
            CommonSettings.roles(settings),
            new TrainingControl(),
            new TrainingListener() {});
  }

  private static List<Sample> eyes() {
    FundusPhantom phantom = new FundusPhantom(SampleDataset.WIDTH, SampleDataset.HEIGHT);
    List<Sample> eyes = new ArrayList<>();
    for (int eye = 0; eye < EYES; eye++) {
      ColorProcessor colours = phantom.draw(eye).colours();
      int plane = colours.getPixelCount();
      byte[] pixels = new byte[3 * plane];
      for (int c = 0; c < 3; c++)
        System.arraycopy(colours.getChannel(c + 1), 0, pixels, c * plane, plane);
      eyes.add(
          new ByteSample("eye " + eye, false, colours.getWidth(), colours.getHeight(), 3, pixels));
    }
    return eyes;
  }

  /**
   * Trains, and then times the parts of a step one after the other.
   *
   * @return step_ms, the median from one step's end to the next one's, all included; waiting_share,
   *     of the training's time, for batches; then milliseconds a batch of each part alone:
   *     augment_ms and paint_ms with one thread, features_ms (Gaussian features and z-scores) and
   *     net_step_ms (U-Net and optimizer) with all; peak_memory_mb
   */
  public JsonObject run() throws IOException, InterruptedException {
    JsonObject json = new JsonObject();
    Watch watch = new Watch();
    MethodTraining training =
        new MethodTraining(
            pictures, settings, watch.control, watch, System::nanoTime, new Unsaved(), null, 0, 0);
    try (TrainingResult result = method.train(training)) {
      json.addProperty("step_ms", rounded(watch.median()));
      json.addProperty("waiting_share", rounded(watch.waitingShare));
    }
    parts(json);
    json.addProperty("peak_memory_mb", rounded(Bench.peakMegabytes()));
    return json;
  }

  private void parts(JsonObject json) throws IOException {
    List<PreparedPicture> some = new ArrayList<>();
    int count = settings.get(CommonSettings.BATCH);
    GaussianFieldFitter fitter = new GaussianFieldFitter();
    for (int i = 0; i < Math.max(count, pictures.training().count()); i++) {
      PreparedPicture picture = pictures.training().get(i % pictures.training().count());
      if (i < count) some.add(picture);
      fitter.add(picture);
    }
    Augmentation augmentation = CommonSettings.augmentation(settings);
    long[] seed = {0};
    time(
        json,
        "augment_ms",
        () -> {
          for (PreparedPicture each : some)
            VaryingLight.apply(augmentation.apply(each, seed[0]), seed[0]++);
        });
    time(json, "paint_ms", () -> AnomalousBatch.of(some, seed[0]++));
    PictureBatch batch = AnomalousBatch.of(some, 0);
    ZScores scores = new ZScores(fitter.fit());
    time(json, "features_ms", () -> scores.of(batch));
    float[] shown = scores.of(batch);
    try (SegmentationNet net = new SegmentationNet(scores.size(), scores.channels(), 0)) {
      time(
          json,
          "net_step_ms",
          () -> net.step(shown, batch.fieldOfView(), batch.painted(), LEARNING_RATE, seed[0]++));
    }
  }

  private void time(JsonObject json, String name, Runnable work) {
    json.addProperty(name, rounded(Bench.median(steps, work)));
  }

  private static double rounded(double value) {
    return Math.round(100 * value) / 100.0;
  }

  /** Times the steps, and ends the training when it has enough. */
  private final class Watch implements TrainingListener {

    private final TrainingControl control = new TrainingControl();
    private final List<Double> milliseconds = new ArrayList<>();
    private long first;
    private long last;
    private double waitingShare;

    @Override
    public void progressed(TrainingProgress progress) {
      long now = System.nanoTime();
      if (progress.step() == 1) first = now;
      boolean warm =
          progress.step() > Bench.UNTIMED && now - first > Bench.warmUpNanoseconds(steps);
      if (warm) milliseconds.add((now - last) / 1e6);
      if (milliseconds.size() == steps) control.finish();
      waitingShare = progress.waitingShare();
      last = now;
    }

    double median() {
      return Bench.middle(milliseconds.stream().mapToDouble(each -> each).sorted().toArray());
    }
  }

  /** Nothing of it is kept. */
  private static final class Unsaved implements MethodTraining.Saving {

    @Override
    public boolean due(boolean atGoodPlace) {
      return false;
    }

    @Override
    public void checkpoint(TrainingState state, Settings now, double seconds) {}

    @Override
    public void copy(Path file, TrainingResult now, Settings as) {}
  }
}
