package sc.fiji.cavga.method.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import sc.fiji.cavga.feed.PreparedSamples;
import sc.fiji.cavga.model.AnomalyModel;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.examination.RawMap;
import sc.fiji.cavga.model.training.TrainingPreview;
import sc.fiji.cavga.plane.Quantile;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.render.HeatMap;
import sc.fiji.cavga.render.Rgb;
import sc.fiji.cavga.synthetic.SyntheticAnomalies;

/**
 * Maps of some held-out healthy eyes, as they are and with synthetic anomalies: the same eyes and
 * anomalies each time, so that one sees the maps improve. They are the maps of the default kind,
 * with a threshold for the time being, as the model's own is known only at the end.
 */
final class HeldOutMaps {

  /** As many as a window shows. */
  private static final int PICTURES = 3;

  /** Some seeds paint nothing, or what is hardly seen; one of so many does not. */
  private static final int MOST_SEEDS = 64;

  /** Of all pixels: smaller anomalies are hardly seen at the size of a stamp. */
  private static final double LEAST_PAINTED = 0.005;

  /** Hundredths of a percent are told. */
  private static final double PERCENT = 100;

  private final List<PreparedPicture> healthy = new ArrayList<>();
  private final List<PreparedPicture> painted = new ArrayList<>();
  private final double quantile;

  /**
   * @param quantile the share of the healthy eyes' pixels below the threshold
   */
  HeldOutMaps(PreparedSamples heldOut, double quantile) throws IOException {
    this.quantile = quantile;
    PreparedSamples some = heldOut.atMost(PICTURES);
    long seed = 0;
    for (int i = 0; i < some.count(); i++) {
      PreparedPicture picture = some.get(i);
      healthy.add(picture);
      long last = seed + MOST_SEEDS;
      while (seed < last && isTooSmall(SyntheticAnomalies.paint(picture, seed).mask)) seed++;
      painted.add(SyntheticAnomalies.paint(picture, seed++).picture);
    }
  }

  private static boolean isTooSmall(float[] mask) {
    int painted = 0;
    for (float value : mask) if (value > 0) painted++;
    return painted < LEAST_PAINTED * mask.length;
  }

  /** What a model, which may still be under training, makes of them. */
  TrainingPreview by(AnomalyModel model) {
    return new TrainingPreview() {

      @Override
      public List<PreparedPicture> pictures() {
        return Collections.unmodifiableList(healthy);
      }

      @Override
      public String title() {
        return "healthy, held out";
      }

      @Override
      public String note() {
        double percent = Math.round(100 * PERCENT * quantile) / PERCENT;
        return "Coloured: above a threshold for now; "
            + (percent == Math.rint(percent) ? "" + (int) percent : "" + percent)
            + " % of these healthy eyes' pixels lie below it.";
      }

      @Override
      public List<Column> columns() {
        return HeldOutMaps.this.columns(model);
      }
    };
  }

  private List<TrainingPreview.Column> columns(AnomalyModel model) {
    List<float[]> normal = maps(model, healthy);
    float middle = Quantile.of(normal, 0.5);
    float above = Math.max(Float.MIN_NORMAL, Quantile.of(normal, quantile) - middle);
    List<float[]> colours = new ArrayList<>();
    for (PreparedPicture picture : painted) colours.add(picture.values());
    return List.of(
        new TrainingPreview.Column("map", marked(healthy, normal, middle, above), 0),
        new TrainingPreview.Column("synthetic anomalies", colours, 0),
        new TrainingPreview.Column("map", marked(painted, maps(model, painted), middle, above), 0));
  }

  /** Raw ones, NaN where they say nothing. */
  private static List<float[]> maps(AnomalyModel model, List<PreparedPicture> pictures) {
    List<float[]> maps = new ArrayList<>();
    for (PreparedPicture picture : pictures) {
      RawMap raw = model.examine(picture).map(MapKind.DEFAULT);
      float[] values = raw.values().clone();
      for (int i = 0; i < values.length; i++) if (!(raw.inside()[i] > 0)) values[i] = Float.NaN;
      maps.add(values);
    }
    return maps;
  }

  /** The pictures with what lies above the threshold painted over them, [3,H,W]. */
  private static List<float[]> marked(
      List<PreparedPicture> pictures, List<float[]> maps, float middle, float above) {
    List<float[]> marked = new ArrayList<>();
    for (int i = 0; i < pictures.size(); i++) {
      PreparedPicture picture = pictures.get(i);
      int plane = picture.fieldOfView().length;
      float[] colours = new float[3 * plane];
      for (int at = 0; at < plane; at++) {
        int rgb =
            HeatMap.over(
                Rgb.at(picture.values(), 0, picture.channels(), plane, at),
                (maps.get(i)[at] - middle) / above);
        for (int c = 0; c < 3; c++) colours[c * plane + at] = (rgb >> 16 - 8 * c & 0xff) / 255f;
      }
      marked.add(colours);
    }
    return marked;
  }
}
