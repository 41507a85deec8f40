package sc.fiji.cavga.evaluate;

import java.io.IOException;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.BitType;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.preprocess.Preprocessing;

/** A test picture at the network's size with its mask, or why it cannot be used. */
final class TestPicture {

  /** From this share of anomalous picture pixels on a network pixel is anomalous. */
  private static final float MASK_SHARE = 0.5f;

  final Sample sample;
  final PreparedPicture picture;
  final boolean[] mask;
  final String problem;

  private TestPicture(Sample sample, PreparedPicture picture, boolean[] mask, String problem) {
    this.sample = sample;
    this.picture = picture;
    this.mask = mask;
    this.problem = problem;
  }

  static TestPicture read(Sample sample, Preprocessing preprocessing) {
    try {
      PreparedPicture picture = preprocessing.prepare(sample.picture());
      return new TestPicture(sample, picture, mask(sample, picture, preprocessing), null);
    } catch (IOException | IllegalArgumentException e) {
      return failed(sample, e.getMessage());
    } catch (RuntimeException e) {
      // Decoders answer damaged files with any exception they happen to run into.
      return failed(sample, "It cannot be decoded (" + e + "); open it in Fiji and save it anew.");
    }
  }

  private static TestPicture failed(Sample sample, String problem) {
    return new TestPicture(sample, null, null, problem);
  }

  /** Null where all is normal or nothing is known. */
  private static boolean[] mask(Sample sample, PreparedPicture picture, Preprocessing preprocessing)
      throws IOException {
    if (!sample.anomalous()) return null;
    Optional<RandomAccessibleInterval<BitType>> drawn = sample.mask();
    if (drawn.isEmpty()) return null;
    float[] shares = preprocessing.prepareMask(drawn.get(), picture.placement());
    boolean[] mask = new boolean[shares.length];
    for (int i = 0; i < mask.length; i++) mask[i] = shares[i] >= MASK_SHARE;
    return mask;
  }
}
