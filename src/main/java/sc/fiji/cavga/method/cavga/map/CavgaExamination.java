package sc.fiji.cavga.method.cavga.map;

import java.util.OptionalDouble;
import sc.fiji.cavga.method.cavga.network.NetworkOutput;
import sc.fiji.cavga.model.examination.Examination;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.examination.RawMap;
import sc.fiji.cavga.preprocess.PreparedPicture;

/** What CAVGA says of one picture: its maps, and what the paper's own decisions are made of. */
public final class CavgaExamination implements Examination {

  private final PreparedPicture picture;
  private final NetworkOutput output;
  private final int index;

  /**
   * @param output of a batch
   * @param index of the picture in that batch
   */
  CavgaExamination(PreparedPicture picture, NetworkOutput output, int index) {
    this.picture = picture;
    this.output = output;
    this.index = index;
  }

  @Override
  public RawMap map(MapKind kind) {
    return new RawMap(CavgaMaps.raw(kind, picture, output, index), picture);
  }

  /**
   * The paper's image score before its normalization (section 3.1): the mean of |x − x̂| over the
   * channels and the pixels inside the field of view.
   */
  public double meanDifference() {
    int plane = picture.size() * picture.size();
    int volume = picture.values().length;
    double sum = 0;
    long count = 0;
    for (int i = 0; i < volume; i++) {
      if (!(picture.fieldOfView()[i % plane] > 0)) continue;
      sum += Math.abs(picture.values()[i] - output.reconstruction()[index * volume + i]);
      count++;
    }
    return count == 0 ? 0 : sum / count;
  }

  /** The paper's map 1 − A as it is, [H,W], NaN outside the field of view. */
  public float[] paperMap() {
    float[] map = CavgaMaps.inattention(picture, output, index);
    for (int i = 0; i < map.length; i++) if (!(picture.fieldOfView()[i] > 0)) map[i] = Float.NaN;
    return map;
  }

  /** What the classifier of a weakly supervised network says, 0 to 1; empty where there is none. */
  public OptionalDouble anomalousProbability() {
    return output.anomalousProbability() == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(output.anomalousProbability()[index]);
  }
}
