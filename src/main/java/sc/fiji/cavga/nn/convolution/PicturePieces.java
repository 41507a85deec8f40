package sc.fiji.cavga.nn.convolution;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** An array [B,H,W,C] and, for each lane, the part with its pictures: views, made once. */
final class PicturePieces {

  private final INDArray whole;
  private INDArray[] pieces;

  PicturePieces(INDArray whole) {
    this.whole = whole;
    pieces = new INDArray[] {whole};
  }

  INDArray whole() {
    return whole;
  }

  /** Makes as many pieces, of as equal numbers of pictures as can be. */
  void cut(int lanes) {
    if (pieces.length == lanes) return;
    long pictures = whole.size(0);
    long each = whole.length() / pictures;
    INDArray[] cut = {whole};
    if (lanes > 1) {
      cut = new INDArray[lanes];
      for (int lane = 0; lane < lanes; lane++) {
        long[] shape = whole.shape().clone();
        long first = pictures * lane / lanes;
        shape[0] = pictures * (lane + 1) / lanes - first;
        cut[lane] = Nd4j.create(whole.data(), shape, whole.stride(), first * each, 'c');
      }
    }
    pieces = cut;
  }

  INDArray piece(int lane) {
    return pieces[lane];
  }
}
