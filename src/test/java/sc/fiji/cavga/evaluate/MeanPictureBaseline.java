package sc.fiji.cavga.evaluate;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.evaluate.ranking.CountRanking;
import sc.fiji.cavga.evaluate.ranking.PixelRanking;
import sc.fiji.cavga.evaluate.ranking.RankingMetrics;
import sc.fiji.cavga.model.training.LearnedPictures;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.preprocess.Preprocessing;

/**
 * What a model has to beat: the distance of each pixel from the mean of the normal training
 * pictures, and as a picture's score the mean of these distances.
 */
public final class MeanPictureBaseline {

  private final double pixelAuroc;
  private final double pixelPrecision;
  private final double imageAuroc;

  public MeanPictureBaseline(Dataset dataset, Preprocessing preprocessing) throws IOException {
    float[] mean = mean(dataset.trainNormal(), preprocessing);
    List<Sample> test = dataset.test();
    PixelRanking pixels = new PixelRanking();
    double[] scores = new double[test.size()];
    boolean[] anomalous = new boolean[test.size()];
    for (int i = 0; i < scores.length; i++) {
      TestPicture prepared =
          TestPicture.read(test.get(i), preprocessing, LearnedPictures.of(new JsonObject()));
      float[] map = distances(prepared.picture, mean);
      anomalous[i] = test.get(i).anomalous();
      scores[i] = mean(map);
      boolean[] drawn = prepared.mask(prepared.picture.placement(), map.length);
      boolean[] mask = drawn == null ? new boolean[map.length] : drawn;
      pixels.add(map, mask, preprocessing.size());
    }
    pixelAuroc = RankingMetrics.auroc(pixels);
    pixelPrecision = RankingMetrics.averagePrecision(pixels);
    imageAuroc = RankingMetrics.auroc(CountRanking.of(scores, anomalous));
  }

  /** [C,H,W]. */
  private static float[] mean(List<Sample> normal, Preprocessing preprocessing) throws IOException {
    float[] mean = null;
    for (Sample sample : normal) {
      float[] values = preprocessing.prepare(sample.picture()).values();
      if (mean == null) mean = new float[values.length];
      for (int i = 0; i < mean.length; i++) mean[i] += values[i] / normal.size();
    }
    return mean;
  }

  /** [H,W], NaN outside the field of view. */
  private static float[] distances(PreparedPicture picture, float[] mean) {
    float[] map = new float[picture.fieldOfView().length];
    for (int i = 0; i < map.length; i++) {
      for (int at = i; at < mean.length; at += map.length)
        map[i] += Math.abs(picture.values()[at] - mean[at]);
      if (picture.fieldOfView()[i] == 0) map[i] = Float.NaN;
    }
    return map;
  }

  private static double mean(float[] map) {
    double sum = 0;
    int count = 0;
    for (float value : map)
      if (!Float.isNaN(value)) {
        sum += value;
        count++;
      }
    return sum / count;
  }

  public double pixelAuroc() {
    return pixelAuroc;
  }

  /** Average precision. */
  public double pixelPrecision() {
    return pixelPrecision;
  }

  public double imageAuroc() {
    return imageAuroc;
  }

  @Override
  public String toString() {
    return pixelAuroc + ", " + pixelPrecision + ", " + imageAuroc;
  }
}
