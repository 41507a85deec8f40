package sc.fiji.cavga.model.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import sc.fiji.cavga.model.examination.RawMap;
import sc.fiji.cavga.model.examination.ScoreParts;
import sc.fiji.cavga.plane.TopShare;

/**
 * Makes a {@link Calibration} from the raw maps of normal pictures held out from training, which
 * are given one after the other and kept at the network's size: 0.25 MB a picture at 256 pixels.
 *
 * <p>Both thresholds come from leave-one-out: each picture is judged by an atlas made of the
 * others. Judged by an atlas that contains it a picture looks more normal than a new one will, and
 * the thresholds would be too low.
 */
public final class CalibrationFitting {

  /** Default share of normal pixels below the map threshold. */
  public static final double MAP_QUANTILE = 0.99;

  /** Default share of normal pictures below the score threshold. */
  public static final double SCORE_QUANTILE = 0.95;

  private final int size;
  private final double scoreShare;
  private final PixelSums sums;
  private final List<Normal> normals = new ArrayList<>();
  private final List<float[]> anomalous = new ArrayList<>();
  private List<ScoreParts.Part> scored = List.of();
  private boolean inLimits;
  private ImagePrior kept;

  /** What is kept of a normal picture. */
  private static final class Normal {
    final float[] map;
    final String patient;
    final boolean varied;

    /** Null where nothing can be said of it. */
    final double[] parts;

    Normal(float[] map, String patient, boolean varied, double[] parts) {
      this.map = map;
      this.patient = patient;
      this.varied = varied;
      this.parts = parts;
    }
  }

  /** With the usual share for the score; see the other constructor. */
  public CalibrationFitting(int size) {
    this(size, Calibration.SCORE_SHARE);
  }

  /**
   * @param size width and height of the raw maps
   * @param scoreShare see {@link Calibration#scoreShare}
   */
  public CalibrationFitting(int size, double scoreShare) {
    Calibration.requireShare(scoreShare);
    this.size = size;
    this.scoreShare = scoreShare;
    this.sums = new PixelSums(size * size);
  }

  /** Adds the raw map of a normal picture of a patient of whom there is no other. */
  public void add(RawMap raw) {
    add(raw, "map " + normals.size());
  }

  /**
   * Adds the raw map of a normal picture.
   *
   * @param patient whose it is: pictures of one patient do not judge each other
   */
  public void add(RawMap raw, String patient) {
    add(raw, patient, false);
  }

  /**
   * Adds the raw map of a normal picture that was added already, and is varied now: it has a part
   * in the thresholds, and is not counted.
   */
  public void addVaried(RawMap raw, String patient) {
    add(raw, patient, true);
  }

  private void add(RawMap raw, String patient, boolean varied) {
    inLimits = raw.isInLimits();
    double[] values = raw.parts().values(scoreShare);
    boolean known = values.length > 0 && Arrays.stream(values).noneMatch(Double::isNaN);
    if (known) scored = raw.parts().parts();
    add(new Normal(covered(raw), patient, varied, known ? values : null));
  }

  private void add(Normal normal) {
    sums.add(normal.map);
    normals.add(normal);
  }

  /**
   * Adds an anomalous picture that the map was learned with, under weak supervision: with at least
   * one of them the calibration also weighs whole pictures.
   *
   * @param raw its raw map
   */
  public void addAnomalous(RawMap raw) {
    anomalous.add(covered(raw));
  }

  /** Keeps what an earlier calibration has learned of anomalous pictures. */
  public void keepPrior(Calibration earlier) {
    kept = earlier.prior().orElse(null);
  }

  /** With NaN where nothing is known. */
  private float[] covered(RawMap raw) {
    float[] values = raw.values();
    if (values.length != size * size)
      throw new IllegalArgumentException("A raw map must be " + size + " x " + size + " pixels.");
    float[] covered = new float[values.length];
    for (int i = 0; i < values.length; i++)
      covered[i] = raw.inside()[i] > 0 && Float.isFinite(values[i]) ? values[i] : Float.NaN;
    return covered;
  }

  /**
   * Which of the normal pictures look as if they were none. But for maps of limits, where a few of
   * all healthy eyes lie far off, they have no part in the thresholds: one ill eye in ten would
   * raise them until hardly any is found.
   *
   * @return their places in the order of adding, the most unusual first; mostly empty
   */
  public List<Integer> unlike() {
    List<Normal> plain = plain();
    if (scored.isEmpty()) {
      List<float[]> maps = plain.stream().map(each -> each.map).collect(Collectors.toList());
      return UnlikePictures.among(UnlikePictures.scores(maps, scoreShare));
    }
    double[] scores = new double[plain.size()];
    double[] known = UnlikePictures.scores(scored, parts(plain), ImageScore.SMALLEST_SPREAD);
    int next = 0;
    for (int i = 0; i < scores.length; i++)
      scores[i] = plain.get(i).parts == null ? Double.NaN : known[next++];
    return UnlikePictures.among(scores);
  }

  /** In the order of adding. */
  private List<Normal> plain() {
    return normals.stream().filter(each -> !each.varied).collect(Collectors.toList());
  }

  /** What the thresholds are made of. */
  private CalibrationFitting likely() {
    List<Integer> unlike = inLimits ? List.of() : unlike();
    if (unlike.isEmpty()) return this;
    List<Normal> plain = plain();
    Set<Normal> left = new HashSet<>();
    Set<String> patients = new HashSet<>();
    for (int i : unlike) {
      left.add(plain.get(i));
      patients.add(plain.get(i).patient);
    }
    CalibrationFitting likely = new CalibrationFitting(size, scoreShare);
    likely.scored = scored;
    likely.kept = kept;
    likely.anomalous.addAll(anomalous);
    for (Normal each : normals)
      if (!(each.varied ? patients.contains(each.patient) : left.contains(each))) likely.add(each);
    return likely;
  }

  private List<double[]> parts() {
    return parts(normals);
  }

  private static List<double[]> parts(List<Normal> normals) {
    return normals.stream()
        .filter(each -> each.parts != null)
        .map(each -> each.parts)
        .collect(Collectors.toList());
  }

  private List<float[]> deviations() {
    List<float[]> deviations = new ArrayList<>();
    for (Normal each : normals) {
      NormalAtlas others = atlas(ofPatient(each.patient));
      deviations.add(deviations(each.map, others));
    }
    return deviations;
  }

  /**
   * @param mapQuantile the share of held-out normal pixels below the map threshold, in (0,1)
   * @param scoreQuantile the share of held-out normal pictures below the score threshold, in (0,1)
   * @throws IllegalStateException with one sentence when no picture has shown anything inside its
   *     field of view, or only one has
   */
  public Calibration fit(double mapQuantile, double scoreQuantile) {
    Calibration.requireQuantile(mapQuantile);
    Calibration.requireQuantile(scoreQuantile);
    if (sums.isEmpty())
      throw new IllegalStateException(
          "There is no normal picture to calibrate with: hold out at least one whose retina shows.");
    if (inLimits && scored.isEmpty())
      throw new IllegalStateException(
          "Nothing could be measured in the held-out pictures: hold out some in which it can.");
    return likely().fitAll(mapQuantile, scoreQuantile);
  }

  private Calibration fitAll(double mapQuantile, double scoreQuantile) {
    List<float[]> deviations = deviations();
    NormalAtlas atlas = atlas(List.of());
    Optional<ImagePrior> prior = prior(deviations, atlas);
    prior.ifPresent(known -> deviations.forEach(each -> known.lower(each, scoreShare)));
    ImageScore score = scored.isEmpty() ? null : ImageScore.of(scored, parts());
    HeldOutEyes known = heldOut(deviations, score, mapQuantile, scoreQuantile);
    double mapThreshold = known.mapThreshold(mapQuantile);
    Calibration calibration =
        new Calibration(
            size,
            atlas.mean(),
            atlas.spread(),
            mapThreshold,
            known.scoreThreshold(scoreQuantile, mapThreshold, score),
            mapQuantile,
            scoreQuantile,
            scoreShare,
            plain().size());
    return calibration.withPrior(prior.orElse(null)).withImageScore(score).withHeldOut(known);
  }

  /** Maps with parts know what is normal at each place already. */
  private NormalAtlas atlas(List<float[]> left) {
    if (inLimits) return NormalAtlas.none(size);
    return scored.isEmpty()
        ? NormalAtlas.without(left, sums, size)
        : NormalAtlas.wideWithout(left, sums, size);
  }

  private List<float[]> ofPatient(String patient) {
    return normals.stream()
        .filter(each -> each.patient.equals(patient))
        .map(each -> each.map)
        .collect(Collectors.toList());
  }

  /**
   * @param score of the normal pictures; null for maps without parts
   */
  private HeldOutEyes heldOut(
      List<float[]> deviations, ImageScore score, double mapQuantile, double scoreQuantile) {
    List<String> patients =
        normals.stream()
            .filter(each -> scored.isEmpty() || each.parts != null)
            .map(each -> each.patient)
            .collect(Collectors.toList());
    int several = (int) patients.stream().distinct().count();
    if (score == null) return HeldOutEyes.ofHighest(deviations, scoreShare, several, mapQuantile);
    // Of few, those that judge are not to be fewer still.
    float[] scores =
        ScoreLimit.isNeeded(several, scoreQuantile, true)
            ? score.scores(parts())
            : ImageScore.ofEachByTheOthers(scored, parts(), patients);
    return HeldOutEyes.ofParts(deviations, scores, several, mapQuantile, inLimits);
  }

  /** Of normal pictures each judged by the others, and of anomalous ones judged by all. */
  private Optional<ImagePrior> prior(List<float[]> normal, NormalAtlas atlas) {
    if (kept != null) return Optional.of(kept);
    List<float[]> judged = new ArrayList<>();
    for (float[] map : anomalous) judged.add(deviations(map, atlas));
    List<Double> ofNormal = prior(normal);
    List<Double> ofAnomalous = prior(judged);
    return ofNormal.isEmpty() || ofAnomalous.isEmpty()
        ? Optional.empty()
        : ImagePrior.learn(ofNormal, ofAnomalous);
  }

  private List<Double> prior(List<float[]> deviations) {
    List<Double> prior = new ArrayList<>();
    for (float[] each : deviations) {
      double mean = TopShare.mean(each, scoreShare);
      if (!Double.isNaN(mean)) prior.add(mean);
    }
    return prior;
  }

  private static float[] deviations(float[] map, NormalAtlas atlas) {
    float[] deviations = new float[map.length];
    for (int i = 0; i < map.length; i++)
      deviations[i] = Float.isNaN(map[i]) ? Float.NaN : atlas.deviation(map[i], i);
    return deviations;
  }
}
