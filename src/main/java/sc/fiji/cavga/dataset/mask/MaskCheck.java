package sc.fiji.cavga.dataset.mask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.real.FloatType;
import sc.fiji.cavga.picture.Picture;

/**
 * A mask by a rule, and what is doubtful about it: masks are inverted, are label images, have soft
 * rims, or are empty, and nothing but their numbers tells.
 */
public final class MaskCheck {

  /** More values than a label image has. */
  private static final int MANY = 8;

  /** Colours beyond so many are not counted. */
  private static final int MOST_COLOURS = 300;

  private static final double MOST = 0.5;

  private final RandomAccessibleInterval<BitType> bits;
  private final int[] counts = new int[256];
  private final Set<Integer> colours = new TreeSet<>();
  private final List<String> doubts = new ArrayList<>();
  private long marked;

  /**
   * @param drawn the mask as a picture
   * @param lossy whether its file's format changes values, as JPEG does
   */
  public MaskCheck(Picture drawn, MaskRule rule, boolean lossy) {
    bits = ArrayImgs.bits(drawn.width(), drawn.height());
    mark(drawn, rule);
    doubts.addAll(drawn.notes());
    if (!rule.isChosen()) addDoubtfulValues(lossy);
    addDoubtfulShare(drawn.width() * (long) drawn.height(), rule);
  }

  private void mark(Picture drawn, MaskRule rule) {
    RandomAccess<FloatType> from = drawn.pixels().randomAccess();
    RandomAccess<BitType> to = bits.randomAccess();
    for (int y = 0; y < drawn.height(); y++)
      for (int x = 0; x < drawn.width(); x++) {
        int brightest = 0;
        int colour = 0;
        for (int c = 0; c < drawn.channels(); c++) {
          int value = MaskRule.value(from.setPositionAndGet(x, y, c).get());
          brightest = Math.max(brightest, value);
          colour = colour << 8 | value;
        }
        counts[brightest]++;
        if (colours.size() < MOST_COLOURS) colours.add(colour);
        if (!rule.marks(brightest)) continue;
        to.setPositionAndGet(x, y).set(true);
        marked++;
      }
  }

  private void addDoubtfulValues(boolean lossy) {
    int values = values();
    if (lossy && values > 2)
      doubts.add(
          "It is a JPEG, which changes values: rims and speckles that are nearly black count as"
              + " marked. Save masks as PNG, or give --mask-cut 128.");
    else if (values > MANY)
      doubts.add(
          "It has "
              + values
              + " values, as soft masks have, and all but black count as marked. Give --mask-cut to"
              + " say from which on.");
    else if (values > 2)
      doubts.add(
          "It has the values "
              + listed()
              + ", as label images have, and all but 0 count as marked. Give --mask-label to say"
              + " which.");
    else if (colours.size() > 2 && colours.size() < MOST_COLOURS)
      doubts.add(
          "It has "
              + colours.size()
              + " colours, and all but black count as marked. Save what is anomalous as white on"
              + " black.");
  }

  private int values() {
    return (int) Arrays.stream(counts).filter(count -> count > 0).count();
  }

  private String listed() {
    StringBuilder text = new StringBuilder();
    for (int value = 0; value < counts.length; value++)
      if (counts[value] > 0) text.append(text.length() == 0 ? "" : ", ").append(value);
    return text.toString();
  }

  private void addDoubtfulShare(long pixels, MaskRule rule) {
    if (marked == 0)
      doubts.add("It marks nothing, though its picture is anomalous. Leave the mask away.");
    else if (marked == pixels && values() > 1 && !rule.isChosen())
      doubts.add(
          "It marks the whole picture, as none of its values "
              + listed()
              + " is black. Give --mask-label to say which counts.");
    else if (marked == pixels) doubts.add("It marks the whole picture. Draw it anew.");
    else if (marked > MOST * pixels)
      doubts.add(
          String.format(
              Locale.ROOT,
              "It marks %.0f %% of the picture. %s",
              100.0 * marked / pixels,
              rule.isInverted()
                  ? "Leave --mask-inverted away where masks are not inverted."
                  : "Is it inverted? Then give --mask-inverted."));
  }

  /** What is marked, axes (X,Y). */
  public RandomAccessibleInterval<BitType> bits() {
    return bits;
  }

  /** Sentences; empty where nothing is doubtful. */
  public List<String> doubts() {
    return doubts;
  }
}
