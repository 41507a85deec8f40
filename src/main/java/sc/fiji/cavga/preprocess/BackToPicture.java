package sc.fiji.cavga.preprocess;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import sc.fiji.cavga.plane.LeftRight;

/** A map at the network's size, drawn in the picture's own pixels. */
final class BackToPicture {

  private final float[] map;
  private final int size;
  private final Placement placement;

  private BackToPicture(float[] map, int size, Placement placement) {
    this.map = map;
    this.size = size;
    this.placement = placement;
  }

  /** Axes (X,Y), NaN outside the field of view. */
  static Img<FloatType> restore(float[] map, int size, Placement placement) {
    BackToPicture restoring =
        new BackToPicture(
            placement.isMirrored() ? LeftRight.exchanged(map, size) : map.clone(), size, placement);
    restoring.leaveOutOutside();
    int width = placement.pictureWidth();
    float[] pixels = new float[Math.multiplyExact(width, placement.pictureHeight())];
    for (int i = 0; i < pixels.length; i++)
      pixels[i] =
          placement.fieldOfView().contains(i % width, i / width)
              ? restoring.at(i % width, i / width)
              : Float.NaN;
    return ArrayImgs.floats(pixels, width, placement.pictureHeight());
  }

  /** What a network says about black borders must not bleed into the rim. */
  private void leaveOutOutside() {
    double scale = placement.side() / size;
    for (int i = 0; i < map.length; i++) {
      long x = (long) Math.floor(placement.left() + (i % size + 0.5) * scale);
      long y = (long) Math.floor(placement.top() + (i / size + 0.5) * scale);
      if (!placement.fieldOfView().contains(x, y)) map[i] = Float.NaN;
    }
  }

  private float at(int x, int y) {
    double scale = placement.side() / size;
    double column = (x + 0.5 - placement.left()) / scale - 0.5;
    double row = (y + 0.5 - placement.top()) / scale - 0.5;
    int column0 = (int) Math.floor(column);
    int row0 = (int) Math.floor(row);
    double sum = 0;
    double weights = 0;
    for (int corner = 0; corner < 4; corner++) {
      int cornerColumn = column0 + corner % 2;
      int cornerRow = row0 + corner / 2;
      if (cornerColumn < 0 || cornerRow < 0 || cornerColumn >= size || cornerRow >= size) continue;
      float value = map[cornerRow * size + cornerColumn];
      if (Float.isNaN(value)) continue;
      double weight = (1 - Math.abs(column - cornerColumn)) * (1 - Math.abs(row - cornerRow));
      sum += weight * value;
      weights += weight;
    }
    return weights > 1e-6 ? (float) (sum / weights) : nearest(column, row);
  }

  /** At the rim all four neighbours may lie outside: then the closest inside it speaks. */
  private float nearest(double column, double row) {
    float found = Float.NaN;
    double closest = Double.MAX_VALUE;
    for (int r = (int) row - 2; r <= row + 3; r++)
      for (int c = (int) column - 2; c <= column + 3; c++) {
        if (r < 0 || c < 0 || r >= size || c >= size) continue;
        double distance = Math.hypot(c - column, r - row);
        if (distance < closest && !Float.isNaN(map[r * size + c])) {
          closest = distance;
          found = map[r * size + c];
        }
      }
    return found;
  }
}
