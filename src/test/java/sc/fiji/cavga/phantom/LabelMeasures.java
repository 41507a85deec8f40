package sc.fiji.cavga.phantom;

/** Measures a label image by counting its pixels, without what the generator knows. */
final class LabelMeasures {

  private final byte[] label;
  private final int width;

  /**
   * @param label [H,W], 0 outside, 128 rim, 255 cup
   */
  LabelMeasures(byte[] label, int width) {
    this.label = label;
    this.width = width;
  }

  private boolean reaches(int index, int value) {
    return (label[index] & 255) >= value;
  }

  /** Rows that hold a pixel of the value or more. */
  int height(int value) {
    int lines = 0;
    for (int y = 0; y < label.length / width; y++) {
      boolean found = false;
      for (int x = 0; x < width; x++) found |= reaches(y * width + x, value);
      if (found) lines++;
    }
    return lines;
  }

  /** Columns that hold a pixel of the value or more. */
  int width(int value) {
    int lines = 0;
    for (int x = 0; x < width; x++) {
      boolean found = false;
      for (int y = 0; y < label.length / width; y++) found |= reaches(y * width + x, value);
      if (found) lines++;
    }
    return lines;
  }

  double verticalRatio() {
    return height(DiscPhantom.CUP) / (double) height(DiscPhantom.RIM);
  }

  double horizontalRatio() {
    return width(DiscPhantom.CUP) / (double) width(DiscPhantom.RIM);
  }

  /** Pixels of the rim in each clock hour around the disc's centre of mass, [12], hours 1 to 12. */
  int[] rimPixels() {
    double sumX = 0;
    double sumY = 0;
    int count = 0;
    for (int i = 0; i < label.length; i++)
      if (reaches(i, DiscPhantom.RIM)) {
        sumX += i % width;
        sumY += i / width;
        count++;
      }
    int[] pixels = new int[12];
    for (int i = 0; i < label.length; i++)
      if ((label[i] & 255) == DiscPhantom.RIM) {
        double angle = Math.atan2(i % width - sumX / count, sumY / count - i / width);
        pixels[Math.floorMod((int) Math.round(angle / (Math.PI / 6)) - 1, 12)]++;
      }
    return pixels;
  }
}
