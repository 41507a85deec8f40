package sc.fiji.cavga.dataset;

import sc.fiji.cavga.image.PictureBatch;
import sc.fiji.cavga.image.PreparedPicture;

/** Puts pictures of one size one after the other into a batch. */
final class BatchAssembly {

  private final int channels;
  private final int size;
  private final float[] values;
  private final float[] fieldOfView;
  private final boolean[] anomalous;
  private final float[] clean;
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
    clean = painting ? new float[values.length] : values;
    painted = painting ? new float[fieldOfView.length] : null;
  }

  /** A picture as it is. */
  void add(PreparedPicture picture, boolean isAnomalous) {
    put(picture, picture.values());
    anomalous[count++] = isAnomalous;
  }

  /** A normal picture and what was painted into it. */
  void add(PreparedPicture picture, PaintedPicture with) {
    put(picture, with.picture.values());
    System.arraycopy(with.mask, 0, painted, count * size * size, size * size);
    count++;
  }

  private void put(PreparedPicture picture, float[] shown) {
    int volume = shown.length;
    System.arraycopy(shown, 0, values, count * volume, volume);
    if (clean != values) System.arraycopy(picture.values(), 0, clean, count * volume, volume);
    System.arraycopy(picture.fieldOfView(), 0, fieldOfView, count * size * size, size * size);
  }

  PictureBatch batch() {
    return new PictureBatch(channels, size, values, fieldOfView, anomalous, clean, painted);
  }
}
