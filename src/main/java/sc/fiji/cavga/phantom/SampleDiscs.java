package sc.fiji.cavga.phantom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import sc.fiji.cavga.io.AtomicFile;
import sc.fiji.cavga.phantom.cup.DiscDesign;
import sc.fiji.cavga.phantom.cup.Notch;
import sc.fiji.cavga.phantom.drawing.RandomStream;

/**
 * The pictures of {@code sample-fundus/discs/}, whose disc and cup are known: 24 healthy eyes, 12
 * with a large cup and 12 with a notched rim, as whole photographs, and 4 more of each as crops
 * around the disc.
 */
public final class SampleDiscs {

  public static final int WIDTH = 640;
  public static final int HEIGHT = 560;
  public static final int CROP_SIZE = 288;

  static final String FOLDER = "discs";
  static final String INDEX = "index.csv";

  private static final int HEALTHY = 24;
  private static final int EACH_ILL = 12;
  private static final int EACH_CROP = 4;
  private static final int JPEG_QUALITY = 82;

  private final long seed;
  private final List<SampleDisc> discs = new ArrayList<>();

  /** Lists the pictures without drawing them. */
  public SampleDiscs(long seed) {
    this.seed = seed;
    add("normal", "normal", HEALTHY, DiscDesign::healthy);
    add("glaucoma", "cup", EACH_ILL, DiscDesign::enlargedCup);
    add("glaucoma", "notch", EACH_ILL, DiscDesign::notchedRim);
    add("crops", "crop_normal", EACH_CROP, DiscDesign::healthy);
    add("crops", "crop_cup", EACH_CROP, DiscDesign::enlargedCup);
    add("crops", "crop_notch", EACH_CROP, DiscDesign::notchedRim);
  }

  private void add(String folder, String kind, int count, LongFunction<DiscDesign> design) {
    for (int number = 1; number <= count; number++) {
      String name = String.format(Locale.ROOT, "%s_%02d", kind, number);
      long eye = new RandomStream(seed, FOLDER + name).bits();
      discs.add(new SampleDisc(folder, name, eye, design.apply(eye), folder.equals("crops")));
    }
  }

  /** All of them, healthy ones first. */
  public List<SampleDisc> discs() {
    return Collections.unmodifiableList(discs);
  }

  /** Draws them into the folder {@code discs} of the sample's folder. */
  static void write(Path sample, long seed) throws IOException {
    Path folder = sample.resolve(FOLDER);
    StringBuilder index =
        new StringBuilder(
            "file,eye,ratio_vertical,ratio_horizontal,notch_clock_hours,disc_diameter_px\n");
    for (SampleDisc disc : new SampleDiscs(seed).discs()) {
      DiscPhantom phantom = disc.draw();
      phantom.writeJpeg(folder.resolve(disc.path()), JPEG_QUALITY);
      phantom.writeLabel(folder.resolve(disc.labelPath()));
      index.append(row(disc, phantom));
    }
    AtomicFile.writeText(folder.resolve(INDEX), index.toString());
  }

  /** A line of the index; the diameter is the vertical one. */
  static String row(SampleDisc disc, DiscPhantom phantom) {
    String hours = disc.design().notch().map(Notch::clockHours).map(SampleDiscs::spaced).orElse("");
    return String.format(
        Locale.ROOT,
        "%s,%s,%.3f,%.3f,%s,%.1f\n",
        disc.path(),
        phantom.rightEye() ? "right" : "left",
        phantom.outlines().verticalRatio(),
        phantom.outlines().horizontalRatio(),
        hours,
        phantom.outlines().discHeight());
  }

  private static String spaced(int[] hours) {
    return Arrays.stream(hours).mapToObj(Integer::toString).collect(Collectors.joining(" "));
  }
}
