package sc.fiji.cavga.evaluate;

import java.io.IOException;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.BitType;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.io.ErrorSentence;
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
  private final Preprocessing preprocessing;
  final String problem;

  private TestPicture(
      Sample sample,
      PreparedPicture picture,
      boolean[] mask,
      Preprocessing preprocessing,
      String problem) {
    this.sample = sample;
    this.picture = picture;
    this.mask = mask;
    this.preprocessing = preprocessing;
    this.problem = problem;
  }

  static TestPicture read(Sample sample, Preprocessing preprocessing) {
    try {
      PreparedPicture picture = preprocessing.prepare(sample.picture());
      boolean[] mask = mask(sample, picture.placement(), preprocessing, preprocessing.size());
      return new TestPicture(sample, picture, mask, preprocessing, null);
    } catch (IOException | IllegalArgumentException e) {
      return failed(sample, ErrorSentence.orMessage(e));
    } catch (RuntimeException e) {
      // Decoders answer damaged files with any exception they happen to run into.
      return failed(sample, "It cannot be decoded (" + e + "); open it in Fiji and save it anew.");
    }
  }

  private static TestPicture failed(Sample sample, String problem) {
    return new TestPicture(sample, null, null, null, problem);
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
    return mask(sample, square, preprocessing, (int) Math.round(Math.sqrt(pixels)));
  }

  /** The part of the picture that a map is about. */
  PreparedPicture part(Placement square, int pixels) {
    if (square == picture.placement()) return picture;
    int size = (int) Math.round(Math.sqrt(pixels));
    return picture.region(square.left(), square.top(), square.side(), size);
  }

  private static boolean[] mask(
      Sample sample, Placement square, Preprocessing preprocessing, int size) throws IOException {
    if (!sample.anomalous()) return null;
    Optional<RandomAccessibleInterval<BitType>> drawn = sample.mask();
    if (drawn.isEmpty()) return null;
    float[] shares = preprocessing.prepareMask(drawn.get(), square, size);
    boolean[] mask = new boolean[shares.length];
    for (int i = 0; i < mask.length; i++) mask[i] = shares[i] >= MASK_SHARE;
    return mask;
  }
}
