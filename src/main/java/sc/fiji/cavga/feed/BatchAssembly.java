package sc.fiji.cavga.feed;

import sc.fiji.cavga.preprocess.PictureBatch;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.synthetic.SyntheticPicture;

/** Puts pictures of one size one after the other into a batch. */
final class BatchAssembly {

  private final int channels;
  private final int size;
  private final float[] values;
  private final float[] fieldOfView;
  private final boolean[] anomalous;
  private final float[] painted;
  private int count;

  /**
   * @param first of the size and channels that all pictures have
   * @param painting whether there will be painted pictures among them
   */
  BatchAssembly(int pictures, PreparedPicture first, boolean painting) {
    channels = first.channels();
    size = first.size();
    values = new float[Math.multiplyExact(pictures, first.values().length)];
    fieldOfView = new float[pictures * size * size];
    anomalous = new boolean[pictures];
    painted = painting ? new float[fieldOfView.length] : null;
  }

  /** A picture as it is. */
  void add(PreparedPicture picture, boolean isAnomalous) {
    put(picture);
    anomalous[count++] = isAnomalous;
  }

  /** A normal picture with what was painted into it. */
  void add(SyntheticPicture with) {
    put(with.picture);
    System.arraycopy(with.mask, 0, painted, count * size * size, size * size);
    count++;
  }

  private void put(PreparedPicture picture) {
    int volume = picture.values().length;
    System.arraycopy(picture.values(), 0, values, count * volume, volume);
    System.arraycopy(picture.fieldOfView(), 0, fieldOfView, count * size * size, size * size);
  }

  PictureBatch batch() {
    return new PictureBatch(channels, size, values, fieldOfView, anomalous, painted);
  }
}
