package sc.fiji.cavga.toy;

import java.util.List;
import sc.fiji.cavga.model.AnomalyModel;
import sc.fiji.cavga.model.examination.Examination;
import sc.fiji.cavga.model.examination.FurtherTable;
import sc.fiji.cavga.model.examination.LabelImage;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.examination.Measure;
import sc.fiji.cavga.model.examination.Outline;
import sc.fiji.cavga.model.examination.RawMap;
import sc.fiji.cavga.model.examination.ScoreParts;
import sc.fiji.cavga.preprocess.Placement;
import sc.fiji.cavga.preprocess.PreparedPicture;

/** The mean brightness of normal pictures, and how far a picture's places lie from it. */
final class ToyModel implements AnomalyModel {

  /** The measure's name. */
  static final String BRIGHTNESS = "brightness";

  /** The outline's name: the middle half of the picture. */
  static final String MIDDLE = "middle";

  /** The label images' name: the left half has the label 255. */
  static final String HALVES = "halves";

  static final String TOO_DARK = "The picture is too dark, take it with more light.";

  private static final double DARK = 0.05;

  private final float mean;
  private final double gain;

  ToyModel(float mean, double gain) {
    this.mean = mean;
    this.gain = gain;
  }

  float mean() {
    return mean;
  }

  @Override
  public List<MapKind> maps() {
    return List.of(MapKind.DEFAULT);
  }

  @Override
  public List<String> measures() {
    return List.of(BRIGHTNESS);
  }

  /** A table with a row for each half of the picture. */
  static final FurtherTable TABLE =
      new FurtherTable("sides", List.of("side", "brightness"), List.of());

  @Override
  public List<FurtherTable> tables() {
    return List.of(TABLE);
  }

  @Override
  public Examination examine(PreparedPicture picture) {
    double brightness = brightness(picture);
    float[] nowhere = new float[picture.fieldOfView().length];
    float[] inside = brightness < DARK ? nowhere : picture.fieldOfView();
    RawMap map = new RawMap(differences(picture), inside, picture.placement(), ScoreParts.NONE);
    Placement placement = picture.placement();
    return new Examination() {
      @Override
      public RawMap map(MapKind kind) {
        return map;
      }

      @Override
      public List<Measure> measures() {
        return List.of(
            brightness < DARK
                ? Measure.missing(BRIGHTNESS, TOO_DARK)
                : Measure.of(BRIGHTNESS, brightness));
      }

      @Override
      public List<FurtherTable> tables() {
        List<List<Object>> rows =
            brightness < DARK
                ? List.of()
                : List.of(List.of("left", brightness), List.of("right", Double.NaN));
        return List.of(new FurtherTable(TABLE.name(), TABLE.columns(), rows));
      }

      @Override
      public List<Outline> outlines() {
        float right = placement.pictureWidth();
        float bottom = placement.pictureHeight();
        return List.of(
            new Outline(
                MIDDLE,
                new float[] {right / 4, 3 * right / 4, 3 * right / 4, right / 4},
                new float[] {bottom / 4, bottom / 4, 3 * bottom / 4, 3 * bottom / 4}));
      }

      @Override
      public List<LabelImage> labels() {
        int width = placement.pictureWidth();
        byte[] labels = new byte[width * placement.pictureHeight()];
        for (int i = 0; i < labels.length; i++) if (i % width < width / 2) labels[i] = (byte) 255;
        return List.of(new LabelImage(HALVES, width, placement.pictureHeight(), labels));
      }
    };
  }

  private float[] differences(PreparedPicture picture) {
    int plane = picture.size() * picture.size();
    float[] differences = new float[plane];
    for (int i = 0; i < plane; i++)
      differences[i] = (float) (gain * Math.abs(brightness(picture, i) - mean));
    return differences;
  }

  /** Of the whole field of view, 0 to 1. */
  static double brightness(PreparedPicture picture) {
    double sum = 0;
    double inside = 0;
    for (int i = 0; i < picture.fieldOfView().length; i++) {
      sum += brightness(picture, i) * picture.fieldOfView()[i];
      inside += picture.fieldOfView()[i];
    }
    return sum / inside;
  }

  private static double brightness(PreparedPicture picture, int place) {
    int plane = picture.size() * picture.size();
    double sum = 0;
    for (int c = 0; c < picture.channels(); c++) sum += picture.values()[c * plane + place];
    return sum / picture.channels();
  }

  @Override
  public void close() {}
}
