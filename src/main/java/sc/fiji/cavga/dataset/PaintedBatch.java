package sc.fiji.cavga.dataset;

import java.util.List;
import sc.fiji.cavga.image.PictureBatch;
import sc.fiji.cavga.image.PreparedPicture;

/** Normal pictures into which anomalies are painted, as training batches have them. */
public final class PaintedBatch {

  private PaintedBatch() {}

  /**
   * @param pictures normal ones of one size, which stay as they are
   * @param seed decides what is painted: the same seed gives the same bits
   */
  public static PictureBatch of(List<PreparedPicture> pictures, PaintedSigns signs, long seed) {
    BatchAssembly assembly = new BatchAssembly(pictures.size(), pictures.get(0), true);
    for (PreparedPicture picture : pictures)
      assembly.add(AnomalyPainter.paint(picture, signs, seed++ * 0x9E3779B97F4A7C15L));
    return assembly.batch();
  }
}
