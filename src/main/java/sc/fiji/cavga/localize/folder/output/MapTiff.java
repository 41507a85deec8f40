package sc.fiji.cavga.localize.folder.output;

import com.google.gson.JsonObject;
import ij.io.FileInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import sc.fiji.cavga.localize.Localization;
import sc.fiji.cavga.localize.Localizer;
import sc.fiji.cavga.localize.Regions;
import sc.fiji.cavga.localize.Selections;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.picture.Turn;
import sc.fiji.cavga.preprocess.BackToPicture;
import sc.fiji.cavga.preprocess.PictureMap;
import sc.fiji.cavga.preprocess.Placement;
import sc.fiji.cavga.preprocess.TurnedMap;
import sc.fiji.cavga.render.DeflatedTiff;
import sc.fiji.cavga.render.FloatTiff;

/** Maps as TIFF files of 32-bit floats, which ImageJ opens with the fixed range of the heat map. */
public final class MapTiff {

  /** In how many steps the threshold is divided at the picture's size. */
  public static final int STEPS = 100;

  /** What stands for values that lie above the threshold, but would be rounded to it. */
  private static final float JUST_ABOVE = Regions.THRESHOLD + 0.5f / STEPS;

  /** Rounded values between this and its negative are looked up. */
  private static final int TABLE_END = 16;

  private static final float[] TABLE = table();

  private MapTiff() {}

  /**
   * Writes a file whole or not at all.
   *
   * <p>At the picture's size values are rounded to hundredths of the threshold, without which they
   * would need ten times as many bytes. What lies above the threshold stays above it, and nothing
   * else comes there. At the network's size they are exact.
   *
   * @param cancelled asked at each row: a large map takes seconds
   * @throws IOException with one sentence that names the file and says what to do
   * @throws java.util.concurrent.CancellationException when {@code cancelled} says so; an earlier
   *     file stays
   */
  public static void write(
      Path target, Localization localization, MapSize size, BooleanSupplier cancelled)
      throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("unit=" + ascii(localization.pixelSize().unit()));
    localization.turned().ifPresent(text -> lines.add(Selections.ORIENTATION + "=" + text));
    if (size == MapSize.NETWORK) ofNetwork(target, localization, lines);
    else ofPicture(target, localization, lines, cancelled);
  }

  private static void ofPicture(
      Path target, Localization localization, List<String> lines, BooleanSupplier cancelled)
      throws IOException {
    PictureMap map = localization.rows();
    lines.add("rounded=to 1/" + STEPS + ", but never to the other side of 1");
    DeflatedTiff.write(
        target,
        info(map.width(), map.height(), localization.pixelSize(), 1),
        (y, values) -> {
          Localizer.goOn(cancelled);
          map.row(y, values);
          round(values);
        },
        lines.toArray(new String[0]));
  }

  /** At most half a step away, and on the same side of the threshold. */
  static void round(float... values) {
    for (int i = 0; i < values.length; i++) {
      float value = values[i];
      // Divisions, and what is no number, would take most of the time.
      if (!(value > -TABLE_END && value < TABLE_END)) {
        values[i] = (float) (Math.rint(value * (double) STEPS) / STEPS);
        continue;
      }
      int step = (int) Math.rint(value * (double) STEPS);
      values[i] =
          step == STEPS && value > Regions.THRESHOLD ? JUST_ABOVE : TABLE[step + STEPS * TABLE_END];
    }
  }

  private static float[] table() {
    float[] table = new float[2 * STEPS * TABLE_END + 1];
    for (int i = 0; i < table.length; i++)
      table[i] = (float) ((i - STEPS * TABLE_END) / (double) STEPS);
    return table;
  }

  private static void ofNetwork(Path target, Localization localization, List<String> lines)
      throws IOException {
    Turn turn = localization.turn();
    Placement placement = localization.prediction().placement();
    float[] upright = BackToPicture.square(localization.prediction().map(), placement);
    int size = (int) Math.round(Math.sqrt(upright.length));
    PictureMap map = TurnedMap.of(PictureMap.of(upright, size), turn);
    double scale = placement.side() / size;
    double left = placement.left();
    double top = placement.top();
    double right = left + placement.side();
    double bottom = top + placement.side();
    JsonObject picture = new JsonObject();
    picture.addProperty("width", localization.width());
    picture.addProperty("height", localization.height());
    picture.addProperty("left", turn.left(left, top, right, bottom));
    picture.addProperty("top", turn.top(left, top, right, bottom));
    picture.addProperty("scale", scale);
    lines.add("picture=" + picture);
    DeflatedTiff.write(
        target,
        info(size, size, localization.pixelSize(), scale),
        map::row,
        lines.toArray(new String[0]));
  }

  private static FileInfo info(int width, int height, PixelSize pixel, double scale) {
    FileInfo info = FloatTiff.info(width, height);
    boolean known = pixel.isKnown();
    info.pixelWidth = known ? pixel.width() * scale : pixel.width();
    info.pixelHeight = known ? pixel.height() * scale : pixel.height();
    return info;
  }

  /** As ImageJ writes it: descriptions have no other letters. */
  private static String ascii(String unit) {
    return unit.replace("\u00b5", "u").replaceAll("[^ -~]", "?");
  }
}
