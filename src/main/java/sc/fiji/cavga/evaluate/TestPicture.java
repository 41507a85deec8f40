package sc.fiji.cavga.evaluate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.BitType;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.io.ErrorSentence;
import sc.fiji.cavga.model.training.LearnedPictures;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.preprocess.Placement;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.preprocess.Preprocessing;

/** A test picture at the network's size with its mask, or why it cannot be used. */
final class TestPicture {

  /** From this share of anomalous picture pixels on a network pixel is anomalous. */
  private static final float MASK_SHARE = 0.5f;

  final Sample sample;
  final PreparedPicture picture;
  private final boolean[] mask;
  final String problem;

  /** Whether the model was made of it too. */
  final boolean learned;

  /** What was noted when it was read, a sentence each. */
  final List<String> notes;

  private TestPicture(
      Sample sample,
      PreparedPicture picture,
      boolean[] mask,
      String problem,
      boolean learned,
      List<String> notes) {
    this.notes = List.copyOf(notes);
    this.learned = learned;
    this.sample = sample;
    this.picture = picture;
    this.mask = mask;
    this.problem = problem;
  }

  static TestPicture read(Sample sample, Preprocessing preprocessing, LearnedPictures known) {
    try {
      Picture whole = sample.picture();
      PreparedPicture picture = preprocessing.prepare(whole);
      boolean[] mask = mask(sample, picture.placement(), preprocessing.size());
      return new TestPicture(sample, picture, mask, null, known.contain(whole), whole.notes());
    } catch (IOException | IllegalArgumentException e) {
      return failed(sample, ErrorSentence.orMessage(e));
    } catch (RuntimeException e) {
      // Decoders answer damaged files with any exception they happen to run into.
      return failed(sample, "It cannot be decoded (" + e + "); open it in Fiji and save it anew.");
    }
  }

  private static TestPicture failed(Sample sample, String problem) {
    return new TestPicture(sample, null, null, problem, false, List.of());
  }

  /**
   * The anomalous pixels of a map.
   *
   * @param square where it lies
   * @param pixels of the map, which is square
   * @return null where all is normal or nothing is known
   */
  boolean[] mask(Placement square, int pixels) throws IOException {
    if (square == picture.placement() && pixels == picture.size() * picture.size()) return mask;
    return mask(sample, square, (int) Math.round(Math.sqrt(pixels)));
  }

  /** What is doubtful about the mask, each sentence behind the picture's name. */
  List<String> doubts() {
    List<String> doubts = new ArrayList<>();
    if (!sample.anomalous()) return doubts;
    for (String doubt : sample.maskDoubts())
      doubts.add("The mask of " + sample.name() + ": " + doubt);
    if (picture != null && mask != null && outside() > MASK_SHARE)
      doubts.add(
          "The mask of "
              + sample.name()
              + ": It marks most of what lies outside the field of view. Is it inverted? Then give"
              + " --mask-inverted.");
    return doubts;
  }

  /** Which share of what lies outside the field of view is marked; 0 where there is little. */
  private double outside() {
    float[] inside = picture.fieldOfView();
    int beyond = 0;
    int marked = 0;
    for (int i = 0; i < mask.length; i++) {
      if (inside[i] != 0) continue;
      beyond++;
      if (mask[i]) marked++;
    }
    return beyond < mask.length / 100 ? 0 : marked / (double) beyond;
  }

  /** The part of the picture that a map is about. */
  PreparedPicture part(Placement square, int pixels) {
    if (square == picture.placement()) return picture;
    int size = (int) Math.round(Math.sqrt(pixels));
    return picture.region(square.left(), square.top(), square.side(), size);
  }

  private static boolean[] mask(Sample sample, Placement square, int size) throws IOException {
    if (!sample.anomalous()) return null;
    Optional<RandomAccessibleInterval<BitType>> drawn = sample.mask();
    if (drawn.isEmpty()) return null;
    float[] shares = Preprocessing.prepareMask(drawn.get(), square, size);
    boolean[] mask = new boolean[shares.length];
    for (int i = 0; i < mask.length; i++) mask[i] = shares[i] >= MASK_SHARE;
    return mask;
  }
}
