package sc.fiji.cavga.method.cavga.network;

import sc.fiji.cavga.nn.ChannelOrder;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.preprocess.PictureBatch;

/** Brings pictures into a network's inputs. */
final class NetworkInput {

  private NetworkInput() {}

  /**
   * Fills a side's inputs with the pictures from {@code first} on; the last is repeated if need.
   */
  static void enter(PictureBatch batch, int first, GeneratorSide side) {
    PictureBatch part = shown(batch, first, side);
    boolean[] labels = part.anomalous();
    System.arraycopy(labels, 0, side.labels, 0, side.labels.length);
    shrink(part.fieldOfView(), part.size(), side.coarseFieldOfView);
  }

  /** As the other method, without what only losses look at. */
  static PictureBatch shown(PictureBatch batch, int first, GeneratorSide side) {
    int count = side.labels.length;
    PictureBatch part = first == 0 && batch.count() == count ? batch : batch.part(first, count);
    ChannelOrder.enter(part.values(), side.picture);
    ChannelOrder.enter(part.fieldOfView(), side.fieldOfView);
    return part;
  }

  /**
   * The mean over squares: how much of each coarse position lies in the field of view.
   *
   * @param fine [B,1,H,W]
   * @param coarse [B,h,w,1]
   */
  private static void shrink(float[] fine, int size, Node coarse) {
    int small = (int) coarse.size(1);
    int factor = size / small;
    double[] shares = new double[(int) coarse.rows()];
    for (int row = 0; row < shares.length; row++) {
      int picture = row / (small * small);
      int top = row / small % small * factor;
      int left = row % small * factor;
      double sum = 0;
      for (int y = top; y < top + factor; y++)
        for (int x = left; x < left + factor; x++) sum += fine[(picture * size + y) * size + x];
      shares[row] = sum / (factor * factor);
    }
    coarse.write(shares);
  }
}
