package sc.fiji.cavga.method.disc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.io.table.TableFormat;
import sc.fiji.cavga.method.disc.limit.EyeNumbers;
import sc.fiji.cavga.method.disc.limit.NormalLimits;
import sc.fiji.cavga.method.disc.measure.DiscMeasurement;
import sc.fiji.cavga.method.disc.outline.DiscOutliner;
import sc.fiji.cavga.phantom.FundusPhantom;
import sc.fiji.cavga.phantom.cup.DiscDesign;
import sc.fiji.cavga.phantom.cup.Notch;
import sc.fiji.cavga.picture.Laterality;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.preprocess.Preprocessing;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;
import sc.fiji.cavga.read.PictureReader;

/** What the shipped networks and the limits say of discs whose outlines are known. */
class DiscPhantomTest {

  private static final Path DISCS = Paths.get("sample-fundus", "discs");
  private static final int CROP = 256;

  private static DiscMeasurement measured(DiscOutliner outliner, Picture picture) {
    PreparedPicture prepared = new Preprocessing(128, 3, FieldOfViewMode.RETINA).prepare(picture);
    return DiscModel.measure(outliner, prepared);
  }

  private static List<CSVRecord> index() throws IOException {
    return TableFormat.rows(DISCS.resolve("index.csv"));
  }

  @Test
  void ratiosSizesAndSidesOfTheSampleAreRight() throws Exception {
    double error = 0;
    double bias = 0;
    double size = 0;
    int known = 0;
    List<CSVRecord> eyes = index();
    try (DiscOutliner outliner = DiscOutliner.shipped()) {
      for (CSVRecord eye : eyes) {
        Path file = DISCS.resolve(eye.get("file"));
        DiscMeasurement found = measured(outliner, PictureReader.standard().read(file).get(0));
        assertTrue(found.reason().isEmpty(), file + ": " + found.reason());
        double off = found.shape().verticalRatio() - number(eye, "ratio_vertical");
        error += Math.abs(off) / eyes.size();
        bias += off / eyes.size();
        double grown = found.shape().disc().height() / number(eye, "disc_diameter_px");
        size += Math.abs(grown - 1) / eyes.size();
        if (found.side() == Laterality.UNKNOWN) continue;
        known++;
        assertEquals(eye.get("eye"), found.side().label(), file.toString());
      }
    }
    // 0.05 is wanted.
    assertTrue(error <= 0.055, "mean error of the vertical ratio " + error + ", bias " + bias);
    assertTrue(Math.abs(bias) <= 0.03, "bias " + bias);
    assertTrue(size <= 0.07, "mean error of the disc's height " + size);
    assertEquals(48, known, "whole eyes tell their side, crops do not");
  }

  private static double number(CSVRecord eye, String column) {
    return Double.parseDouble(eye.get(column));
  }

  private static Picture drawn(long seed, DiscDesign design) {
    return new Picture(
        "phantom",
        new FundusPhantom(CROP, CROP).drawAroundDisc(seed, design).pixels(),
        PixelSize.UNKNOWN);
  }

  /** Half of the rim is gone over two clock hours; limits are those of other healthy phantoms. */
  @Tag("slow")
  @Test
  void notchesThinTheRimWhereTheyAreAndHealthyRimsAreNotFlagged() throws Exception {
    List<EyeNumbers> healthy = new ArrayList<>();
    int flagged = 0;
    int seen = 0;
    int notched = 0;
    int alarmed = 0;
    try (DiscOutliner outliner = DiscOutliner.shipped()) {
      for (int seed = 0; seed < 60; seed++)
        healthy.add(
            EyeNumbers.of(measured(outliner, drawn(1000 + seed, DiscDesign.healthy(seed)))));
      NormalLimits limits = NormalLimits.fit(healthy);
      for (int seed = 0; seed < 20; seed++) {
        DiscDesign design = DiscDesign.healthy(500 + seed);
        EyeNumbers sound = EyeNumbers.of(measured(outliner, drawn(2000 + seed, design)));
        if (outside(limits, sound, 1, 12)) alarmed++;
        int first = seed % 2 == 0 ? 5 : 11;
        EyeNumbers ill =
            EyeNumbers.of(
                measured(outliner, drawn(2000 + seed, design.with(new Notch(first, 2, 0.5)))));
        notched++;
        if (outside(limits, ill, first, 2)) flagged++;
        if (deviation(limits, ill, first) < deviation(limits, sound, first) - 0.5) seen++;
      }
    }
    assertTrue(seen >= 0.8 * notched, seen + " of " + notched + " notches seen");
    assertTrue(flagged >= 0.8 * notched, flagged + " of " + notched + " notches flagged");
    assertTrue(alarmed <= 1, alarmed + " of 20 healthy phantoms flagged");
  }

  /** The mean over a notch's two hours, in standard deviations of healthy phantoms. */
  private static double deviation(NormalLimits limits, EyeNumbers eye, int first) {
    double next = limits.hour(first % 12 + 1, eye).deviation();
    return (limits.hour(first, eye).deviation() + next) / 2;
  }

  /** Whether an hour of these, or a neighbour of two, lies outside. */
  private static boolean outside(NormalLimits limits, EyeNumbers eye, int first, int hours) {
    for (int i = 0; i < hours; i++)
      if (limits.hour((first + i - 1) % 12 + 1, eye).isOutside(NormalLimits.OUTER)) return true;
    return false;
  }
}
