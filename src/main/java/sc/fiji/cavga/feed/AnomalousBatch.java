package sc.fiji.cavga.feed;

import java.util.List;
import sc.fiji.cavga.preprocess.PictureBatch;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.synthetic.SyntheticAnomalies;

/** Normal pictures into which anomalies are painted, as training batches have them. */
public final class AnomalousBatch {

  private AnomalousBatch() {}

  /**
   * @param pictures normal ones of one size, which stay as they are
   * @param seed decides what is painted: the same seed gives the same bits
   */
  public static PictureBatch of(List<PreparedPicture> pictures, long seed) {
    BatchAssembly assembly = new BatchAssembly(pictures.size(), pictures.get(0), true);
    for (PreparedPicture picture : pictures)
      assembly.add(SyntheticAnomalies.paint(picture, seed++ * 0x9E3779B97F4A7C15L));
    return assembly.batch();
  }
}
