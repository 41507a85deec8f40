package sc.fiji.cavga.method.disc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import sc.fiji.cavga.method.disc.measure.DiscMeasurement;
import sc.fiji.cavga.method.disc.measure.PolarOutline;
import sc.fiji.cavga.model.examination.Outline;
import sc.fiji.cavga.model.training.TrainingPreview;
import sc.fiji.cavga.preprocess.PreparedPicture;

/** The eyes measured last, their discs enlarged and with the outlines that were found. */
final class MeasuredEyes implements TrainingPreview {

  /** As many as a window shows. */
  private static final int EYES = 3;

  /** Pixels of the square around a disc, and its side by the disc's diameter. */
  private static final int SIZE = 144;

  private static final double SIDE = 2;

  private static final float[] DISC_COLOUR = {1, 1, 1};
  private static final float[] CUP_COLOUR = {0.55f, 0.97f, 0.83f};

  /** Of a line, in pixels. */
  private static final double STEP = 0.5;

  /** One eye; its square is sampled when it is first shown, from a file that is read again. */
  private static final class Eye {
    private final PreparedPicture picture;
    private final DiscMeasurement measurement;
    private PreparedPicture square;

    Eye(PreparedPicture picture, DiscMeasurement measurement) {
      this.picture = picture;
      this.measurement = measurement;
    }

    PreparedPicture square() {
      PolarOutline disc = measurement.shape().disc();
      double side = SIDE * disc.diameter();
      if (square == null)
        square = picture.region(disc.centreX() - side / 2, disc.centreY() - side / 2, side, SIZE);
      return square;
    }
  }

  private final Deque<Eye> eyes = new ArrayDeque<>();

  /** Adds one whose disc could be measured; only the last ones are kept. */
  void add(PreparedPicture picture, DiscMeasurement measurement) {
    eyes.addLast(new Eye(picture, measurement));
    if (eyes.size() > EYES) eyes.removeFirst();
  }

  @Override
  public String title() {
    return "healthy disc";
  }

  @Override
  public String note() {
    return "White: the optic disc's outline. Green: the cup's.";
  }

  @Override
  public List<PreparedPicture> pictures() {
    return eyes.stream().map(Eye::square).collect(Collectors.toUnmodifiableList());
  }

  @Override
  public List<Column> columns() {
    List<float[]> outlined = new ArrayList<>();
    for (Eye eye : eyes) {
      float[] colours = eye.square().values().clone();
      for (Outline outline : DiscOutlines.of(eye.measurement.shape()))
        draw(
            colours,
            eye.square(),
            outline,
            outline.name().equals(DiscOutlines.CUP) ? CUP_COLOUR : DISC_COLOUR);
      outlined.add(colours);
    }
    return List.of(new Column("outlines found", outlined, 0));
  }

  private static void draw(float[] colours, PreparedPicture disc, Outline outline, float[] colour) {
    float[] x = outline.x();
    float[] y = outline.y();
    double scale = SIZE / disc.placement().side();
    for (int i = 0; i < x.length; i++) {
      int next = (i + 1) % x.length;
      double fromX = (x[i] - disc.placement().left()) * scale;
      double fromY = (y[i] - disc.placement().top()) * scale;
      double alongX = (x[next] - disc.placement().left()) * scale - fromX;
      double alongY = (y[next] - disc.placement().top()) * scale - fromY;
      int points = 1 + (int) (Math.hypot(alongX, alongY) / STEP);
      for (int point = 0; point < points; point++)
        dot(
            colours,
            (int) Math.floor(fromX + alongX * point / points),
            (int) Math.floor(fromY + alongY * point / points),
            colour);
    }
  }

  private static void dot(float[] colours, int x, int y, float[] colour) {
    if (x < 0 || y < 0 || x >= SIZE || y >= SIZE) return;
    for (int c = 0; c < colour.length; c++) colours[(c * SIZE + y) * SIZE + x] = colour[c];
  }
}
