package sc.fiji.cavga.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import sc.fiji.cavga.compute.machine.NativeMemory;
import sc.fiji.cavga.model.AnomalyMaps;
import sc.fiji.cavga.model.Calibration;
import sc.fiji.cavga.model.CalibrationFitting;
import sc.fiji.cavga.model.DensityFitting;
import sc.fiji.cavga.model.MapKind;
import sc.fiji.cavga.model.NormalDensity;
import sc.fiji.cavga.model.RawMap;
import sc.fiji.cavga.model.ZScores;
import sc.fiji.cavga.network.CavgaNetwork;
import sc.fiji.cavga.network.LossWeights;
import sc.fiji.cavga.network.NetworkConfig;
import sc.fiji.cavga.network.NetworkOutput;
import sc.fiji.cavga.network.SegmentationNet;
import sc.fiji.cavga.nn.OperationProfile;
import sc.fiji.cavga.preprocess.PictureBatch;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.preprocess.Preprocessing;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;
import sc.fiji.cavga.train.TrainingDefaults;

/** A network with random pictures, to be timed. */
public final class Bench implements AutoCloseable {

  /** After so many training steps everything that is needed again and again was allocated. */
  static final int EARLY = 50;

  private static final int UNTIMED = 3;

  /** Java compiles what runs often meanwhile; a training has thousands of steps. */
  private static final double WARM_UP_SECONDS = 10;

  private static final long SEED = 1;

  private final CavgaNetwork network;
  private final List<PreparedPicture> pictures = new ArrayList<>();
  private final PictureBatch batch;
  private final AnomalyMaps maps;
  private long earlyMemory;

  public Bench(NetworkConfig config, int count) {
    Random random = new Random(SEED);
    Preprocessing preprocessing =
        new Preprocessing(config.size(), config.channels(), FieldOfViewMode.WHOLE_PICTURE);
    for (int i = 0; i < count; i++)
      pictures.add(preprocessing.prepare(RandomPicture.of(config, random)));
    batch = PictureBatch.of(pictures);
    maps = maps(config);
    network = new CavgaNetwork(config, SEED);
  }

  /** Of these pictures: what it says means nothing, and takes as long as for real ones. */
  private AnomalyMaps maps(NetworkConfig config) {
    DensityFitting fitting = new DensityFitting();
    pictures.forEach(fitting::add);
    NormalDensity density = fitting.fit();
    return new AnomalyMaps(
        density, new SegmentationNet(config.size(), new ZScores(density).channels(), SEED));
  }

  /** Median of a training step. */
  public double trainStepMilliseconds(int steps) {
    int[] iteration = {0};
    return median(
        steps,
        () -> {
          network.step(batch, LossWeights.PAPER, TrainingDefaults.LEARNING_RATE, iteration[0]++);
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
    for (int i = 0; i < steps; i++)
      network.step(batch, LossWeights.PAPER, TrainingDefaults.LEARNING_RATE, i);
    network.measure(null);
    return profile;
  }

  /** Median of localizing a batch: calibrated maps and scores at the network's size. */
  public double localizeMilliseconds(MapKind kind, int steps) {
    Calibration calibration = calibration(kind);
    return median(steps, () -> localize(kind, calibration));
  }

  private Calibration calibration(MapKind kind) {
    NetworkOutput output = infer(kind);
    CalibrationFitting fitting = new CalibrationFitting(batch.size());
    for (int i = 0; i < pictures.size(); i++)
      fitting.add(maps.raw(kind, pictures.get(i), output, i), pictures.get(i).fieldOfView());
    return fitting.fit(CalibrationFitting.MAP_QUANTILE, CalibrationFitting.SCORE_QUANTILE);
  }

  private NetworkOutput infer(MapKind kind) {
    return maps.needsNetwork(kind) ? network.infer(batch) : null;
  }

  private void localize(MapKind kind, Calibration calibration) {
    NetworkOutput output = infer(kind);
    IntStream.range(0, pictures.size())
        .parallel()
        .forEach(
            i -> {
              RawMap raw = maps.raw(kind, pictures.get(i), output, i);
              float[] inside = pictures.get(i).fieldOfView();
              calibration.score(raw, calibration.calibrated(raw.values(), inside));
            });
  }

  private static double median(int steps, Runnable work) {
    double warmUp = 1e9 * Math.min(WARM_UP_SECONDS, steps / 2.0);
    long begin = System.nanoTime();
    for (int i = 0; i < UNTIMED || System.nanoTime() - begin < warmUp; i++) work.run();
    double[] milliseconds = new double[steps];
    for (int i = 0; i < steps; i++) {
      long start = System.nanoTime();
      work.run();
      milliseconds[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(milliseconds);
    return (milliseconds[(steps - 1) / 2] + milliseconds[steps / 2]) / 2;
  }

  @Override
  public void close() {
    maps.close();
    network.close();
  }
}
