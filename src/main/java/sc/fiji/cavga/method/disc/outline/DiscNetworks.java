package sc.fiji.cavga.method.disc.outline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.method.disc.net.DiscNet;
import sc.fiji.cavga.method.disc.net.OnnxDiscNet;
import sc.fiji.cavga.model.onnx.SquareNetworks;
import sc.fiji.cavga.onnx.OnnxGraph;
import sc.fiji.cavga.onnx.OnnxPicture;
import sc.fiji.cavga.onnx.OnnxValue;
import sc.fiji.cavga.preprocess.PreparedPicture;

/** What both networks say of a square, for other programs. */
public final class DiscNetworks implements SquareNetworks {

  /** [B,1,H,W], the finder's: where there is an optic disc. */
  public static final String FOUND = "found";

  /** [B,1,H,W], the outliner's: the disc with its cup. */
  public static final String DISC = "disc";

  /** [B,1,H,W], the outliner's. */
  public static final String CUP = "cup";

  /** [B], how certain the outliner is of either. */
  public static final String DISC_CERTAINTY = "disc_certainty";

  public static final String CUP_CERTAINTY = "cup_certainty";

  /** [B], of the heights of cup and disc as they are, whatever else is in the square. */
  public static final String RATIO = "vertical_ratio";

  /** [B], how much fine structure there is, as a multiple of the coarse one. */
  public static final String SHARPNESS = "sharpness";

  /** Of two rows that are as good as equal. */
  private static final double SAME = 1e-6;

  private final Collection<NamedArray> weights;
  private final DiscOutliner networks;

  /**
   * @param weights of both networks
   * @throws IllegalArgumentException naming the array that is missing, unknown or of another shape
   */
  public DiscNetworks(Collection<NamedArray> weights) {
    this.weights = weights;
    networks = new DiscOutliner(weights);
  }

  @Override
  public int size() {
    return DiscNet.OUTLINER_SIZE;
  }

  @Override
  public void write(OnnxPicture picture) throws IOException {
    picture.part("finder");
    OnnxLook far = new OnnxLook(OnnxDiscNet.finder(weights, picture), picture);
    picture.part("outliner");
    OnnxLook near = new OnnxLook(OnnxDiscNet.outliner(weights, picture), picture);
    OnnxValue disc = near.probabilities(DiscNet.DISC);
    OnnxValue raised = near.probabilities(DiscNet.CUP).times(DiscOutliner.CUP_ODDS);
    OnnxValue rest = near.probabilities(DiscNet.CUP).times(-1).plus(1);
    OnnxValue cup = raised.over(raised.plus(rest)).atMost(disc);
    picture.part("ratio");
    OnnxValue ratio = height(cup, size()).over(height(disc, size()).atLeast(1));
    picture.part("sharpness");
    OnnxValue sharpness = OnnxSharpness.of(picture);
    plane(far.probabilities(0), FOUND, "Where there is an optic disc, as probabilities");
    plane(disc, DISC, "Probabilities that a place belongs to the disc in the middle, its cup too");
    plane(cup, CUP, "Probabilities that a place belongs to the disc's cup");
    number(near.certainty(DiscNet.DISC), DISC_CERTAINTY, "How certain the disc is, 0 to 1");
    number(near.certainty(DiscNet.CUP), CUP_CERTAINTY, "How certain the cup is, 0 to 1");
    number(ratio, RATIO, "Height of the cup by that of the disc, whatever else is in the square");
    number(sharpness, SHARPNESS, "Fine structure as a multiple of coarse structure");
  }

  private void plane(OnnxValue value, String name, String meaning) {
    value.output(name, meaning, OnnxGraph.BATCH, 1, size(), size());
  }

  private static void number(OnnxValue value, String name, String meaning) {
    value.output(name, meaning, OnnxGraph.BATCH);
  }

  /** As {@link #height(float[], int)}: [B]. */
  private static OnnxValue height(OnnxValue plane, int size) {
    int rows = size + 2;
    float[] upTo = new float[rows * rows];
    float[] from = new float[rows * rows];
    for (int i = 0; i < rows; i++) {
      Arrays.fill(upTo, i * rows, i * rows + i + 1, 1);
      Arrays.fill(from, i * rows + i, (i + 1) * rows, 1);
    }
    OnnxValue most = plane.padded(1).largest(3).shaped(-1, 1, 1, rows);
    OnnxValue filled =
        most.times(most.constant(upTo, rows, rows))
            .largest(3)
            .atMost(most.times(most.constant(from, rows, rows)).largest(3));
    OnnxValue above = filled.slice(2, 0, size + 1);
    OnnxValue below = filled.slice(2, 1, size + 2);
    OnnxValue higher = above.atLeast(below);
    OnnxValue way = higher.minus(above.atMost(below)).atLeast(SAME);
    return higher.minus(DiscOutliner.OUTLINE).over(way).within(0, 1).sum(2).shaped(-1);
  }

  /**
   * From the first to the last row of a plane of probabilities that reaches one half: between the
   * middles of two rows their largest values lie on a straight line.
   */
  private static double height(float[] plane, int size) {
    double[] upTo = new double[size + 2];
    double[] from = new double[size + 2];
    for (int i = 0; i < plane.length; i++) {
      upTo[i / size + 1] = Math.max(upTo[i / size + 1], plane[i]);
      from[i / size + 1] = upTo[i / size + 1];
    }
    for (int i = 1; i <= size; i++) upTo[i + 1] = Math.max(upTo[i + 1], upTo[i]);
    for (int i = size; i > 0; i--) from[i - 1] = Math.max(from[i - 1], from[i]);
    double height = 0;
    for (int i = 0; i <= size; i++) {
      double above = Math.min(upTo[i], from[i]);
      double below = Math.min(upTo[i + 1], from[i + 1]);
      double way = Math.max(SAME, Math.abs(above - below));
      double most = Math.max(above, below);
      height += Math.max(0, Math.min(1, (most - DiscOutliner.OUTLINE) / way));
    }
    return height;
  }

  @Override
  public Map<String, float[]> answer(PreparedPicture square) {
    Look near = Look.of(networks.outliner, square);
    float[] disc = near.probabilities(DiscNet.DISC);
    float[] cup = DiscOutliner.cup(near, disc);
    Map<String, float[]> answer = new LinkedHashMap<>();
    answer.put(FOUND, Look.of(networks.finder, square).probabilities(0));
    answer.put(DISC, disc);
    answer.put(CUP, cup);
    answer.put(DISC_CERTAINTY, new float[] {(float) near.certainty(DiscNet.DISC)});
    answer.put(CUP_CERTAINTY, new float[] {(float) near.certainty(DiscNet.CUP)});
    double ratio = height(cup, size()) / Math.max(1, height(disc, size()));
    answer.put(RATIO, new float[] {(float) ratio});
    answer.put(SHARPNESS, new float[] {(float) Sharpness.of(square)});
    return answer;
  }

  @Override
  public List<PreparedPicture> squares(PreparedPicture picture) {
    List<PreparedPicture> squares = new ArrayList<>();
    DiscFinder discs = new DiscFinder(networks.finder);
    Look whole = discs.whole(picture);
    if (whole != null) squares.add(whole.square());
    discs.find(picture).ifPresent(place -> squares.add(DiscOutliner.around(picture, place)));
    return squares;
  }

  @Override
  public void close() {
    networks.close();
  }
}
