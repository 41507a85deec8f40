package sc.fiji.cavga.evaluate;

import sc.fiji.cavga.network.NetworkOutput;
import sc.fiji.cavga.preprocess.PreparedPicture;

/** The paper's image score before its normalization. */
final class PaperScore {

  private PaperScore() {}

  /** Mean of |x − x̂| over the channels and the pixels inside the field of view. */
  static double of(PreparedPicture picture, NetworkOutput output) {
    int plane = picture.size() * picture.size();
    double sum = 0;
    long count = 0;
    for (int i = 0; i < picture.values().length; i++) {
      if (!(picture.fieldOfView()[i % plane] > 0)) continue;
      sum += Math.abs(picture.values()[i] - output.reconstruction()[i]);
      count++;
    }
    return count == 0 ? 0 : sum / count;
  }
}
