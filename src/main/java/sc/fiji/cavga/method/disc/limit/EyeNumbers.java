package sc.fiji.cavga.method.disc.limit;

import java.util.Arrays;
import sc.fiji.cavga.method.disc.measure.DiscMeasurement;
import sc.fiji.cavga.method.disc.measure.DiscShape;
import sc.fiji.cavga.method.disc.measure.Sector;
import sc.fiji.cavga.picture.Laterality;

/**
 * The numbers of one measured eye that limits are about, as they also stand in a checkpoint: in
 * single precision, so that a resumed training gives the same bits. Immutable.
 */
public final class EyeNumbers {

  /** How many. */
  public static final int LENGTH = 22;

  private static final int FIRST_SECTOR = 6;
  private static final int FIRST_HOUR = FIRST_SECTOR + 4;

  private final float[] numbers;

  private EyeNumbers(float[] numbers) {
    this.numbers = numbers;
  }

  /**
   * @param eye in which a disc was measured
   */
  public static EyeNumbers of(DiscMeasurement eye) {
    DiscShape shape = eye.shape();
    float[] numbers = new float[LENGTH];
    numbers[0] = (float) eye.discSize();
    numbers[1] = eye.side().ordinal();
    numbers[2] = (float) shape.verticalRatio();
    numbers[3] = (float) shape.areaRatio();
    numbers[4] = (float) eye.pallor();
    numbers[5] = (float) eye.paleShare();
    for (Sector sector : Sector.values())
      numbers[FIRST_SECTOR + sector.ordinal()] =
          sector.needsSide() && eye.side() == Laterality.UNKNOWN
              ? Float.NaN
              : (float) shape.sector(sector, eye.side());
    for (int hour = 1; hour <= 12; hour++)
      numbers[FIRST_HOUR + hour - 1] = (float) shape.hour(hour);
    return new EyeNumbers(numbers);
  }

  /** What {@link #toArray} gave. */
  public static EyeNumbers of(float[] numbers) {
    boolean fits = numbers.length == LENGTH && numbers[0] > 0;
    if (!fits || !(numbers[1] >= 0 && numbers[1] < Laterality.values().length))
      throw new IllegalArgumentException("A measured eye's numbers are out of range.");
    return new EyeNumbers(numbers.clone());
  }

  public float[] toArray() {
    return numbers.clone();
  }

  /** The disc's diameter by that of the field of view. */
  double size() {
    return numbers[0];
  }

  Laterality side() {
    return Laterality.values()[(int) numbers[1]];
  }

  double verticalRatio() {
    return numbers[2];
  }

  double areaRatio() {
    return numbers[3];
  }

  /** NaN where it cannot be seen. */
  double pallor() {
    return numbers[4];
  }

  /** NaN where the retina around cannot be seen. */
  double paleShare() {
    return numbers[5];
  }

  /** NaN where it takes the eye's side and this is not known. */
  double sector(Sector sector) {
    return numbers[FIRST_SECTOR + sector.ordinal()];
  }

  /** The median width of the rim's clock hours. */
  double medianRim() {
    float[] hours = Arrays.copyOfRange(numbers, FIRST_HOUR, FIRST_HOUR + 12);
    Arrays.sort(hours);
    return (hours[5] + hours[6]) / 2.0;
  }

  /**
   * @param hour as seen, 1 to 12
   */
  double hour(int hour) {
    return numbers[FIRST_HOUR + hour - 1];
  }
}
