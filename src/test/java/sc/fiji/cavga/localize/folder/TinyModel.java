package sc.fiji.cavga.localize.folder;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.imglib2.FinalInterval;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.model.CavgaParts;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.calibration.Calibration;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;
import sc.fiji.cavga.settings.Settings;

/**
 * An untrained network of 32 x 32 pixels whose reconstruction is grey, about 0.5, wherever one
 * looks: what is much brighter is anomalous to its reconstruction map.
 */
public final class TinyModel {

  public static final int SIZE = 32;

  private TinyModel() {}

  public static TrainedModel create(FieldOfViewMode fieldOfView) {
    return create(fieldOfView, 0.25);
  }

  /**
   * @param mapThreshold the difference from grey that is anomalous
   */
  public static TrainedModel create(FieldOfViewMode fieldOfView, double mapThreshold) {
    Settings settings = CavgaParts.settings(SIZE, 4, 3, 2);
    return with(settings, CavgaParts.weights(settings, 5), fieldOfView, mapThreshold);
  }

  public static TrainedModel with(
      Settings settings,
      List<NamedArray> weights,
      FieldOfViewMode fieldOfView,
      double mapThreshold) {
    float[] mean = new float[SIZE * SIZE];
    float[] spread = new float[SIZE * SIZE];
    Arrays.fill(spread, 1);
    Calibration calibration =
        new Calibration(
            SIZE, mean, spread, mapThreshold, 1.2, 0.98, 0.95, Calibration.SCORE_SHARE, 7);
    return CavgaParts.model(
        settings,
        weights,
        fieldOfView,
        Map.of(MapKind.RECONSTRUCTION, calibration),
        new JsonObject());
  }

  /** A grey value for each pixel. */
  public interface Grey {
    double at(int x, int y);
  }

  public static Picture picture(String name, int width, int height, Grey grey) {
    return new Picture(
        name,
        Views.interval(
            new FunctionRandomAccessible<>(
                3,
                (position, value) ->
                    value.set(
                        (float) grey.at(position.getIntPosition(0), position.getIntPosition(1))),
                FloatType::new),
            FinalInterval.createMinSize(0, 0, 0, width, height, 3)),
        PixelSize.UNKNOWN);
  }

  /** Grey with a white rectangle. */
  public static Grey rectangle(int left, int top, int width, int height) {
    return (x, y) -> x >= left && x < left + width && y >= top && y < top + height ? 1 : 0.5;
  }
}
