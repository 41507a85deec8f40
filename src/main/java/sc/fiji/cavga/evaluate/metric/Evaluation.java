package sc.fiji.cavga.evaluate.metric;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import sc.fiji.cavga.evaluate.ranking.CountRanking;
import sc.fiji.cavga.evaluate.ranking.PixelRanking;
import sc.fiji.cavga.evaluate.ranking.Ranking;
import sc.fiji.cavga.evaluate.ranking.RankingMetrics;

/**
 * Takes what a model says about test pictures, one picture after the other, and measures it. Maps
 * are not kept. Not safe for use by several threads at once.
 */
public final class Evaluation {

  /** The paper's threshold of its map 1 − A (section 3). */
  private static final float PAPER_THRESHOLD = 0.5f;

  private static final double AUPRO_LIMIT = 0.3;
  private static final long BOOTSTRAP_SEED = 1;

  private final double scoreThreshold;
  private final PixelRanking pixels = new PixelRanking();
  private final Overlap calibrated = new Overlap(Overlap.CALIBRATED);
  private final Overlap paper = new Overlap(PAPER_THRESHOLD);
  private final PixelBootstrap bootstrap = new PixelBootstrap();
  private final PaperDecisions paperDecisions = new PaperDecisions();
  private double paperOverlapSum;
  private int paperOverlaps;
  private double[] scores = new double[64];
  private boolean[] labels = new boolean[64];
  private int count;
  private int masks;
  private final long[] notJudged = new long[2];

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
   * Adds a picture of which the model can say nothing: in the images' AUROC it is as good as drawn
   * by lot, a tie with all others. In what counts decisions an anomalous one is a miss, and a
   * normal one counts neither way.
   */
  public void addNotJudged(boolean anomalous) {
    notJudged[anomalous ? 1 : 0]++;
  }

  /** Of how many pictures of a kind the model can say nothing. */
  public long notJudged(boolean anomalous) {
    return notJudged[anomalous ? 1 : 0];
  }

  /** An AUROC of the judged pictures with the others as ties. */
  private double withTies(double auroc, Ranking ranking) {
    double judged = (double) ranking.anomalous() * ranking.normal();
    double all = (double) (ranking.anomalous() + notJudged[1]) * (ranking.normal() + notJudged[0]);
    return all == judged ? auroc : ((judged == 0 ? 0 : judged * auroc) + (all - judged) / 2) / all;
  }

  /**
   * Adds a normal picture's map: all its pixels are normal.
   *
   * @param map [H,W], calibrated so that 1.0 is the threshold, NaN outside the field of view
   */
  public void addNormalMap(float[] map) {
    addMap(map, null, map.length);
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
    addMap(map, mask, width);
    masks++;
  }

  private void addMap(float[] map, boolean[] mask, int width) {
    pixels.add(map, mask, width);
    Overlap overlap = new Overlap(Overlap.CALIBRATED);
    overlap.add(map, mask);
    calibrated.add(overlap);
    bootstrap.add(map, mask, width, overlap);
  }

  /**
   * Adds the paper's map 1 − A of a picture whose map was added.
   *
   * @param map [H,W], NaN outside the field of view
   * @param mask [H,W], the anomalous pixels; null for a normal picture
   */
  public void addPaperMap(float[] map, boolean[] mask) {
    Overlap overlap = new Overlap(PAPER_THRESHOLD);
    overlap.add(map, mask);
    paper.add(overlap);
    if (Double.isNaN(overlap.intersectionOverUnion())) return;
    paperOverlapSum += overlap.intersectionOverUnion();
    paperOverlaps++;
  }

  /**
   * Adds a picture's score as the paper has it.
   *
   * @param difference of the picture and its reconstruction, not yet normalized
   */
  public void addPaperScore(double difference, boolean anomalous) {
    paperDecisions.add(difference, anomalous);
  }

  /** What has been measured so far. */
  public Metrics metrics() {
    Ranking ranking = scoreRanking();
    Ranking missed = rankingWithMisses();
    Map<Metric, Double> values = ScoreMetrics.of(missed, scoreThreshold);
    Map<Metric, Interval> judged = Bootstrap.intervals(ranking, scoreThreshold, BOOTSTRAP_SEED);
    Map<Metric, Interval> intervals = new EnumMap<>(Metric.class);
    intervals.putAll(
        notJudged[1] == 0 ? judged : Bootstrap.intervals(missed, scoreThreshold, BOOTSTRAP_SEED));
    intervals.putAll(bootstrap.intervals(AUPRO_LIMIT, BOOTSTRAP_SEED));
    intervals.remove(Metric.IMAGE_AUROC);
    Interval interval = judged.getOrDefault(Metric.IMAGE_AUROC, Interval.UNKNOWN);
    values.put(Metric.IMAGE_AUROC, withTies(RankingMetrics.auroc(ranking), ranking));
    values.put(Metric.IMAGE_AUROC_LOW, withTies(interval.low(), ranking));
    values.put(Metric.IMAGE_AUROC_HIGH, withTies(interval.high(), ranking));
    if (judged.containsKey(Metric.IMAGE_AUROC))
      intervals.put(
          Metric.IMAGE_AUROC,
          new Interval(withTies(interval.low(), ranking), withTies(interval.high(), ranking)));
    values.put(Metric.PIXEL_AUROC, RankingMetrics.auroc(pixels));
    values.put(Metric.PIXEL_AP, RankingMetrics.averagePrecision(pixels));
    values.put(Metric.AUPRO_30, RegionOverlap.area(pixels, AUPRO_LIMIT));
    values.put(Metric.IOU_AT_THRESHOLD, calibrated.intersectionOverUnion());
    values.put(Metric.IOU_AT_PAPER_THRESHOLD, paper.intersectionOverUnion());
    values.put(Metric.MEAN_IOU_AT_PAPER_THRESHOLD, paperOverlapSum / paperOverlaps);
    values.put(Metric.PAPER_ACCURACY, paperDecisions.decisions().accuracy());
    values.put(Metric.PAPER_BALANCED_ACCURACY, paperDecisions.decisions().balancedAccuracy());
    values.put(Metric.IOU_MAX, RankingMetrics.bestIntersectionOverUnion(pixels));
    values.put(Metric.DICE_AT_THRESHOLD, calibrated.dice());
    int anomalous = (int) ranking.anomalous();
    return new Metrics(values, intervals, count - anomalous, anomalous, masks);
  }

  /** The ranking with the anomalous pictures that were not judged below all others. */
  private Ranking rankingWithMisses() {
    double[] all = Arrays.copyOf(scores, count + (int) notJudged[1]);
    boolean[] kinds = Arrays.copyOf(labels, all.length);
    Arrays.fill(all, count, all.length, Double.NEGATIVE_INFINITY);
    Arrays.fill(kinds, count, all.length, true);
    return CountRanking.of(all, kinds);
  }

  /** The decisions at the model's threshold, of pictures that were judged. */
  public Decisions decisions() {
    return Decisions.of(scoreRanking(), scoreThreshold);
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
    return CountRanking.of(Arrays.copyOf(scores, count), Arrays.copyOf(labels, count));
  }

  /** The ranking of the pixels added so far; it goes on growing. */
  public PixelRanking pixelRanking() {
    return pixels;
  }
}
