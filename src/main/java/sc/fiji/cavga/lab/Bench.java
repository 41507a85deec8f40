package sc.fiji.cavga.lab;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import sc.fiji.cavga.compute.machine.NativeMemory;
import sc.fiji.cavga.method.cavga.CavgaMethod;
import sc.fiji.cavga.method.cavga.map.CavgaModel;
import sc.fiji.cavga.method.cavga.network.CavgaNetwork;
import sc.fiji.cavga.method.cavga.network.LossWeights;
import sc.fiji.cavga.method.cavga.training.CavgaSettings;
import sc.fiji.cavga.method.local.LocalMethod;
import sc.fiji.cavga.method.local.LocalModel;
import sc.fiji.cavga.method.local.gaussian.GaussianField;
import sc.fiji.cavga.method.local.gaussian.GaussianFieldFitter;
import sc.fiji.cavga.method.local.gaussian.ZScores;
import sc.fiji.cavga.method.local.net.SegmentationNet;
import sc.fiji.cavga.method.local.net.SegmentationNets;
import sc.fiji.cavga.model.AnomalyModel;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.Method;
import sc.fiji.cavga.model.MethodPart;
import sc.fiji.cavga.model.Predictor;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.calibration.Calibration;
import sc.fiji.cavga.model.calibration.CalibrationFitting;
import sc.fiji.cavga.model.examination.Examination;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.nn.OperationProfile;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.preprocess.PictureBatch;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.preprocess.Preprocessing;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;
import sc.fiji.cavga.settings.Settings;
import sc.fiji.cavga.train.TrainingConfig;

/** Both methods with random pictures, to be timed. */
public final class Bench implements AutoCloseable {

  /** After so many training steps everything that is needed again and again was allocated. */
  static final int EARLY = 50;

  static final int UNTIMED = 3;

  /** Java compiles what runs often meanwhile; a training has thousands of steps. */
  private static final double WARM_UP_SECONDS = 10;

  private static final long SEED = 1;

  private final TrainingConfig config;
  private final CavgaNetwork network;
  private final List<PreparedPicture> pictures = new ArrayList<>();
  private final PictureBatch batch;
  private final double learningRate;
  private long earlyMemory;

  /**
   * @param config with both methods
   */
  public Bench(TrainingConfig config, int count) {
    this.config = config;
    Settings settings = config.settings();
    Random random = new Random(SEED);
    Preprocessing preprocessing = preprocessing();
    for (int i = 0; i < count; i++)
      pictures.add(
          preprocessing.prepare(noise(preprocessing.size(), preprocessing.channels(), random)));
    batch = PictureBatch.of(pictures);
    learningRate = settings.get(CavgaSettings.LEARNING_RATE);
    network = new CavgaNetwork(CavgaSettings.network(settings), SEED);
  }

  private static Picture noise(int size, int channels, Random random) {
    float[] values = new float[channels * size * size];
    for (int i = 0; i < values.length; i++) values[i] = random.nextFloat();
    return new Picture("noise", ArrayImgs.floats(values, size, size, channels), PixelSize.UNKNOWN);
  }

  private Preprocessing preprocessing() {
    return new Preprocessing(
        config.get(CommonSettings.SIZE),
        config.get(CommonSettings.CHANNELS),
        FieldOfViewMode.WHOLE_PICTURE);
  }

  /** Of these pictures: what it says means nothing, and takes as long as for real ones. */
  private AnomalyModel local() {
    GaussianFieldFitter fitter = new GaussianFieldFitter();
    pictures.forEach(fitter::add);
    GaussianField field = fitter.fit();
    ZScores scores = new ZScores(field);
    return new LocalModel(
        field,
        null,
        SegmentationNets.of(new SegmentationNet(scores.size(), scores.channels(), SEED)));
  }

  /** Median of a training step. */
  public double trainStepMilliseconds(int steps) {
    int[] iteration = {0};
    return median(
        steps,
        () -> {
          network.step(batch, LossWeights.PAPER, learningRate, iteration[0]++);
          if (iteration[0] == EARLY) earlyMemory = NativeMemory.residentBytes();
        });
  }

  /** Resident memory after {@link #EARLY} training steps, in bytes; 0 before. */
  public long earlyMemory() {
    return earlyMemory;
  }

  /** Mean times of a training step's operations over so many steps, in the order of their cost. */
  public OperationProfile profile(int steps) {
    OperationProfile profile = new OperationProfile();
    trainStepMilliseconds(1);
    network.measure(profile);
    for (int i = 0; i < steps; i++) network.step(batch, LossWeights.PAPER, learningRate, i);
    network.measure(null);
    return profile;
  }

  /**
   * Median of localizing a batch: calibrated maps and scores at the network's size.
   *
   * @param engine that computes them
   */
  public double localizeMilliseconds(MapKind kind, int steps, Predictor.Engine engine)
      throws IOException {
    boolean local = kind == MapKind.DEFAULT;
    String name = local ? LocalMethod.NAME : CavgaMethod.NAME;
    Method method =
        config.methods().stream().filter(each -> each.name().equals(name)).findFirst().get();
    TrainedModel model;
    try (AnomalyModel made =
        local
            ? local()
            : new CavgaModel(CavgaSettings.network(config.settings()), network.weights())) {
      model = calibrated(method, made);
    }
    try (Predictor predictor = new Predictor(model, kind, false, engine)) {
      return median(steps, () -> predictor.predict(pictures));
    }
  }

  private TrainedModel calibrated(Method method, AnomalyModel made) {
    List<Examination> said = made.examine(pictures);
    Map<MapKind, Calibration> calibrations = new EnumMap<>(MapKind.class);
    for (MapKind kind : made.maps()) {
      CalibrationFitting fitting = new CalibrationFitting(batch.size());
      // Twice: one picture alone has no spread, and the scores mean nothing here.
      for (int i = 0; i < 2; i++) for (Examination each : said) fitting.add(each.map(kind));
      calibrations.put(
          kind, fitting.fit(CalibrationFitting.MAP_QUANTILE, CalibrationFitting.SCORE_QUANTILE));
    }
    return new TrainedModel(
        preprocessing(),
        List.of(
            new MethodPart(
                method,
                method.write(made, config.settings(method)),
                calibrations,
                new JsonObject())),
        new JsonObject());
  }

  /** Milliseconds of one of so many times that some work is done, after a warm-up. */
  static double median(int steps, Runnable work) {
    double warmUp = warmUpNanoseconds(steps);
    long begin = System.nanoTime();
    for (int i = 0; i < UNTIMED || System.nanoTime() - begin < warmUp; i++) work.run();
    double[] milliseconds = new double[steps];
    for (int i = 0; i < steps; i++) {
      long start = System.nanoTime();
      work.run();
      milliseconds[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(milliseconds);
    return middle(milliseconds);
  }

  /** How long work goes on before it is timed. */
  static double warmUpNanoseconds(int steps) {
    return 1e9 * Math.min(WARM_UP_SECONDS, steps / 2.0);
  }

  /** The median of values in their order. */
  static double middle(double[] sorted) {
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  /**
   * The most physical memory that this process has held, as Linux says; elsewhere what is held now,
   * which for steady work is about the same.
   */
  public static double peakMegabytes() {
    try {
      for (String line : Files.readAllLines(Paths.get("/proc/self/status")))
        if (line.startsWith("VmHWM:")) return Double.parseDouble(line.replaceAll("\\D", "")) / 1024;
    } catch (IOException notLinux) {
      return held();
    }
    return held();
  }

  private static double held() {
    return NativeMemory.residentBytes() / (double) (1 << 20);
  }

  @Override
  public void close() {
    network.close();
  }
}
