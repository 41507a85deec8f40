package sc.fiji.cavga.evaluate;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Takes what a model says about test pictures, one picture after the other, and measures it. Maps
 * are not kept. Not safe for use by several threads at once.
 */
public final class Evaluation {

  /** Above it a pixel of a calibrated map is anomalous. */
  private static final float CALIBRATED_THRESHOLD = 1;

  /** The paper's threshold of its map 1 − A (section 3). */
  private static final float PAPER_THRESHOLD = 0.5f;

  private static final double AUPRO_LIMIT = 0.3;
  private static final double SPECIFICITY = 0.95;
  private static final long BOOTSTRAP_SEED = 1;

  private final double scoreThreshold;
  private final PixelRanking pixels = new PixelRanking();
  private final Overlap calibrated = new Overlap(CALIBRATED_THRESHOLD);
  private final Overlap paper = new Overlap(PAPER_THRESHOLD);
  private double[] scores = new double[64];
  private boolean[] labels = new boolean[64];
  private int count;
  private int masks;

  /**
   * @param scoreThreshold the model's; pictures with a larger score are called anomalous
   */
  public Evaluation(double scoreThreshold) {
    this.scoreThreshold = scoreThreshold;
  }

  /**
   * Adds a picture's score.
   *
   * @param score raw, larger where more anomalous; not NaN
   */
  public void addScore(double score, boolean anomalous) {
    if (Double.isNaN(score))
      throw new IllegalArgumentException("A picture's score must be a number.");
    if (count == scores.length) {
      scores = Arrays.copyOf(scores, 2 * count);
      labels = Arrays.copyOf(labels, 2 * count);
    }
    scores[count] = score;
    labels[count++] = anomalous;
  }

  /**
   * Adds a normal picture's map: all its pixels are normal.
   *
   * @param map [H,W], calibrated so that 1.0 is the threshold, NaN outside the field of view
   */
  public void addNormalMap(float[] map) {
    pixels.add(map, null, map.length);
    calibrated.add(map, null);
  }

  /**
   * Adds an anomalous picture's map; one without a mask tells nothing about pixels and is not
   * added.
   *
   * @param map [H,W], row-major, calibrated, NaN outside the field of view
   * @param mask [H,W], the anomalous pixels
   * @param width of both
   */
  public void addAnomalousMap(float[] map, boolean[] mask, int width) {
    pixels.add(map, mask, width);
    calibrated.add(map, mask);
    masks++;
  }

  /**
   * Adds the paper's map 1 − A of a picture whose map was added.
   *
   * @param map [H,W], NaN outside the field of view
   * @param mask [H,W], the anomalous pixels; null for a normal picture
   */
  public void addPaperMap(float[] map, boolean[] mask) {
    paper.add(map, mask);
  }

  /** What has been measured so far. */
  public Metrics metrics() {
    Ranking ranking = scoreRanking();
    Map<Metric, Double> values = new EnumMap<>(Metric.class);
    double[] interval = Bootstrap.auroc(ranking, BOOTSTRAP_SEED);
    values.put(Metric.IMAGE_AUROC, RankingMetrics.auroc(ranking));
    values.put(Metric.IMAGE_AUROC_LOW, interval[0]);
    values.put(Metric.IMAGE_AUROC_HIGH, interval[1]);
    values.put(Metric.IMAGE_AP, RankingMetrics.averagePrecision(ranking));
    values.put(Metric.BALANCED_ACCURACY, balancedAccuracy());
    values.put(
        Metric.SENSITIVITY_AT_95_SPECIFICITY, RankingMetrics.sensitivityAt(ranking, SPECIFICITY));
    values.put(Metric.PIXEL_AUROC, RankingMetrics.auroc(pixels));
    values.put(Metric.PIXEL_AP, RankingMetrics.averagePrecision(pixels));
    values.put(Metric.AUPRO_30, RegionOverlap.area(pixels, AUPRO_LIMIT));
    values.put(Metric.IOU_AT_THRESHOLD, calibrated.intersectionOverUnion());
    values.put(Metric.IOU_AT_PAPER_THRESHOLD, paper.intersectionOverUnion());
    values.put(Metric.IOU_MAX, RankingMetrics.bestIntersectionOverUnion(pixels));
    values.put(Metric.DICE_AT_THRESHOLD, calibrated.dice());
    int anomalous = (int) ranking.anomalous();
    return new Metrics(values, count - anomalous, anomalous, masks);
  }

  private double balancedAccuracy() {
    double[] right = new double[2];
    double[] all = new double[2];
    for (int i = 0; i < count; i++) {
      int label = labels[i] ? 1 : 0;
      all[label]++;
      if (scores[i] > scoreThreshold == labels[i]) right[label]++;
    }
    return (right[0] / all[0] + right[1] / all[1]) / 2;
  }

  /** The model's threshold of the scores. */
  public double scoreThreshold() {
    return scoreThreshold;
  }

  /** The pictures' scores, in the order of their adding, of the given label; a copy. */
  public double[] scores(boolean anomalous) {
    double[] chosen = new double[count];
    int chosenCount = 0;
    for (int i = 0; i < count; i++) if (labels[i] == anomalous) chosen[chosenCount++] = scores[i];
    return Arrays.copyOf(chosen, chosenCount);
  }

  /** The ranking of the pictures added so far. */
  public Ranking scoreRanking() {
    return new ScoreRanking(Arrays.copyOf(scores, count), Arrays.copyOf(labels, count));
  }

  /** The ranking of the pixels added so far; it goes on growing. */
  public PixelRanking pixelRanking() {
    return pixels;
  }
}
