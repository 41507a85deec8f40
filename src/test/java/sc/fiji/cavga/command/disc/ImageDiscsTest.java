package sc.fiji.cavga.command.disc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.io.FileSaver;
import ij.measure.ResultsTable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.command.input.ChosenPictures;
import sc.fiji.cavga.localize.disc.DiscMeasurer;
import sc.fiji.cavga.localize.disc.OvalDiscs;
import sc.fiji.cavga.phantom.FundusPhantom;
import sc.fiji.cavga.picture.Laterality;
import sc.fiji.cavga.ui.disc.CorrectedDisc.Role;
import sc.fiji.cavga.ui.disc.DiscPainting;

class ImageDiscsTest {

  private static final int WIDTH = 320;
  private static final int HEIGHT = 272;
  private static final double X = OvalDiscs.X * WIDTH;
  private static final double Y = OvalDiscs.Y * HEIGHT;

  @TempDir Path folder;

  private ImagePlus image;

  @BeforeEach
  void draw() {
    image = new ImagePlus("eye", new FundusPhantom(WIDTH, HEIGHT).draw(7).colours());
  }

  private ImageDiscs measure(DiscMeasurer measurer, Laterality side, String slices) {
    ImageDiscs discs = new ImageDiscs(image, side);
    discs.measure(
        measurer, new ChosenPictures(image, slices), false, (what, share) -> {}, () -> false);
    return discs;
  }

  private ImageDiscs measure() {
    return measure(OvalDiscs.measurer(), Laterality.UNKNOWN, ChosenPictures.CURRENT);
  }

  private ImageDiscs again() {
    return again(Role.AUTO);
  }

  private ImageDiscs again(Role role) {
    ImageDiscs discs = new ImageDiscs(image, Laterality.UNKNOWN);
    discs.measureAgain(role);
    return discs;
  }

  private static double value(ImageDiscs discs, String column) {
    return discs.tables().measures().getValue(column, 0);
  }

  private static String word(ImageDiscs discs, String column) {
    return discs.tables().measures().getStringValue(column, 0);
  }

  private Roi roi(String name) {
    return image.getOverlay().get(name);
  }

  private long hours() {
    return Arrays.stream(image.getOverlay().toArray())
        .filter(roi -> DiscPainting.HOURS.equals(roi.getName()))
        .count();
  }

  private static Roi oval(double x, double y, double width, double height) {
    return new OvalRoi(x - width / 2, y - height / 2, width, height);
  }

  @Test
  void tablesOverlayAndPropertiesAreThoseOfTheDisc() {
    image.setOverlay(new Overlay(new Roi(1, 1, 5, 5)));
    int[] before = ((int[]) image.getProcessor().getPixels()).clone();
    ImageDiscs discs = measure();
    assertNull(discs.report());
    assertEquals(0.6, value(discs, "cdr_vertical"), 0.02);
    assertEquals("right", word(discs, "eye_side"));
    assertEquals("true", word(discs, "measured"));
    assertTrue(value(discs, "disc_confidence") > 0.5);
    ResultsTable hours = discs.tables().hours();
    assertEquals(12, hours.size());
    assertEquals("eye", hours.getStringValue("image", 11));
    assertEquals(12, hours.getValue("clock_hour", 11));
    assertEquals(0.2, hours.getValue("rim_width", 11), 0.02);
    assertTrue(image.getOverlay().get(0).getName() == null, "what others drew stays");
    assertEquals(2 * OvalDiscs.RADIUS, roi("disc").getFloatWidth(), 1.5);
    assertEquals(OvalDiscs.CUP_HEIGHT, roi("cup").getFloatHeight(), 1.5);
    assertTrue(hours() >= 24, "spokes, and numbers where there are fonts");
    assertEquals(
        value(discs, "cdr_vertical"), Double.parseDouble(image.getProp("cavga_cdr_vertical")), 0);
    assertArrayEquals(before, (int[]) image.getProcessor().getPixels());
    int size = image.getOverlay().size();
    measure();
    assertEquals(size, image.getOverlay().size(), "another time replaces the first");
  }

  @Test
  void whatIsNotMeasuredHasAReasonAndNoNumber() {
    measure();
    image.setTitle("blind eye");
    ImageDiscs discs = measure();
    assertEquals("blind eye: Not measured: " + OvalDiscs.REASON, discs.report());
    assertEquals("Not measured: " + OvalDiscs.REASON, word(discs, "message"));
    assertEquals("false", word(discs, "measured"));
    for (String column : new String[] {"cdr_vertical", "disc_x", "disc_confidence"})
      assertTrue(Double.isNaN(value(discs, column)), column);
    assertEquals(0, discs.tables().hours().size());
    assertEquals(0, image.getOverlay().size(), "what was painted before is gone");
    assertNull(image.getProp("cavga_cdr_vertical"));
  }

  @Test
  void aDiscWithoutACupSaysWhatWasAssumed() {
    ImageDiscs discs = measure(OvalDiscs.withoutCups(), Laterality.UNKNOWN, ChosenPictures.CURRENT);
    assertEquals(0, value(discs, "cdr_vertical"));
    assertTrue(discs.report().contains("No cup was found: it was assumed"), discs.report());
    assertNull(roi("cup"));
  }

  @Test
  void aPictureThatShowsNothingIsNotMeasured() {
    image.getProcessor().setColor(0);
    image.getProcessor().fill();
    ImageDiscs discs = measure();
    assertTrue(word(discs, "message").startsWith("Not measured: "), word(discs, "message"));
  }

  @Test
  void correctedOutlinesChangeTableAndOverlay() {
    double before = value(measure(), "cdr_vertical");
    Roi cup = oval(X, Y, 30, 48);
    cup.setName("cup");
    image.getOverlay().remove("cup");
    image.getOverlay().add(cup);
    ImageDiscs discs = again();
    assertEquals(0.6, before, 0.02);
    assertEquals(0.8, value(discs, "cdr_vertical"), 0.02);
    assertEquals(0.5, value(discs, "cdr_horizontal"), 0.02);
    assertEquals("drawn by hand", word(discs, "disc_confidence"));
    ResultsTable hours = discs.tables().hours();
    assertEquals("drawn by hand", hours.getStringValue("confidence", 0));
    assertEquals(0.1, hours.getValue("rim_width", 11), 0.02);
    assertEquals(48, roi("cup").getFloatHeight(), 1);
    assertEquals(
        1,
        Arrays.stream(image.getOverlay().toArray()).filter(r -> "cup".equals(r.getName())).count());
    assertEquals(
        value(discs, "cdr_vertical"), Double.parseDouble(image.getProp("cavga_cdr_vertical")), 0);
    assertTrue(again().report().contains("No outline was changed"));
  }

  /** A click on an outline makes it the selection, and moving it moves it in the Overlay. */
  @Test
  void anOutlineThatWasMovedIsMeasuredWhereItIs() {
    double before = value(measure(), "disc_x");
    Roi disc = roi("disc");
    disc.setLocation(disc.getXBase() + 4, disc.getYBase());
    ImageDiscs discs = again();
    assertEquals(before + 4, value(discs, "disc_x"), 0.1);
    assertTrue(value(discs, "rim_temporal") > value(discs, "rim_nasal") - 1);
  }

  @Test
  void aSelectionReplacesTheOutlineOfItsNameOrSize() {
    measure();
    image.setRoi(oval(X, Y, 24, 48));
    ImageDiscs discs = again();
    assertEquals(0.8, value(discs, "cdr_vertical"), 0.02);
    assertTrue(discs.report().contains("was taken for the cup"), discs.report());
    assertNull(image.getRoi());
    image.setRoi(oval(X, Y, 70, 64));
    discs = again();
    assertEquals(64, roi("disc").getFloatHeight(), 1);
    assertEquals(0.75, value(discs, "cdr_vertical"), 0.02);
    image.setRoi(oval(X, Y, 66, 60));
    assertTrue(again(Role.NONE).report().contains("No outline was changed"));
    image.setRoi(oval(X, Y, 40, 40));
    assertEquals(40 / 64.0, value(again(Role.CUP), "cdr_vertical"), 0.02);
    String nothing = failure(Role.DISC);
    assertTrue(nothing.contains("Nothing is selected that could be the disc"), nothing);
  }

  @Test
  void anOutlineOfOnesOwnIsEnough() {
    Roi disc = oval(X, Y, 60, 60);
    disc.setName("disc");
    image.setOverlay(new Overlay(disc));
    ImageDiscs discs = again();
    assertEquals(60, value(discs, "disc_diameter_px"), 0.5);
    assertEquals(0, value(discs, "cdr_vertical"));
    assertTrue(discs.report().contains("No outline named cup is there"), discs.report());
    assertTrue(hours() >= 24);
  }

  @Test
  void aCupThatWasTakenAwayIsSaid() {
    measure();
    image.getOverlay().remove("cup");
    ImageDiscs discs = again();
    assertEquals(0, value(discs, "cdr_area"));
    assertTrue(discs.report().contains("it was assumed that the disc has none"), discs.report());
  }

  @Test
  void aCupBesideItsDiscIsRefusedAndNothingChanges() {
    measure();
    Roi cup = roi("cup");
    cup.setLocation(cup.getXBase() + 25, cup.getYBase());
    int size = image.getOverlay().size();
    String failure = failure(Role.AUTO);
    assertTrue(failure.contains("reaches out of the outline disc"), failure);
    assertEquals(size, image.getOverlay().size());
  }

  @Test
  void severalChangedOutlinesOfOneNameAreRefused() {
    measure();
    for (int i = 0; i < 2; i++) {
      Roi cup = oval(X, Y, 20 + 4 * i, 20);
      cup.setName("cup");
      image.getOverlay().add(cup);
    }
    assertTrue(failure(Role.AUTO).contains("several outlines named cup"), failure(Role.AUTO));
  }

  @Test
  void withoutAnOutlineThereIsNothingToMeasure() {
    assertTrue(failure(Role.AUTO).contains("run Optic Disc and Cup... first"));
  }

  @Test
  void anOutlineIsOfOnePiece() {
    Roi disc = new ShapeRoi(oval(X, Y, 60, 60));
    disc.setName("disc");
    image.setOverlay(new Overlay(disc));
    assertEquals(60, value(again(), "disc_diameter_px"), 0.5);
    Roi two = new ShapeRoi(oval(X, Y, 60, 60)).or(new ShapeRoi(oval(50, 50, 20, 20)));
    two.setName("disc");
    image.setOverlay(new Overlay(two));
    assertTrue(failure(Role.AUTO).contains("has several parts"), failure(Role.AUTO));
  }

  /** Where the picture ends at the disc's edge its place tells no side. */
  @Test
  void numbersThatAreMissingHaveTheirReason() {
    image.setRoi((int) X - 60, (int) Y - 60, 120, 120);
    image = image.crop();
    image.setOverlay(new Overlay(oval(60, 60, 60, 60)));
    image.getOverlay().get(0).setName("disc");
    ImageDiscs discs = again();
    String message = word(discs, "message");
    assertTrue(
        message.endsWith(
            "Not measured: rim_nasal, rim_temporal, isnt. The eye's side is not known."),
        message);
    assertTrue(!discs.report().contains("rim_nasal"), discs.report());
  }

  private String failure(Role role) {
    return assertThrows(IllegalArgumentException.class, () -> again(role)).getMessage();
  }

  @Test
  void theSideThatWasSaidStaysWithTheOutlines() {
    measure(OvalDiscs.measurer(), Laterality.LEFT, ChosenPictures.CURRENT);
    roi("disc").setLocation(roi("disc").getXBase() - 2, roi("disc").getYBase());
    assertEquals("left", word(again(), "eye_side"));
    ImageDiscs other = new ImageDiscs(image, Laterality.RIGHT);
    other.measureAgain(Role.AUTO);
    assertEquals("right", word(other, "eye_side"));
    assertEquals(ImageDiscs.NOT_AGAIN, word(other, "cdr_confidence"));
  }

  @Test
  void slicesAreMeasuredEachByItself() {
    ImageStack stack = new ImageStack(WIDTH, HEIGHT);
    for (String name : new String[] {"one", "blind", "three"})
      stack.addSlice(name, image.getProcessor().duplicate());
    image = new ImagePlus("stack", stack);
    ImageDiscs discs = measure(OvalDiscs.measurer(), Laterality.UNKNOWN, ChosenPictures.ALL);
    assertEquals(3, discs.tables().measures().size());
    assertEquals(24, discs.tables().hours().size());
    assertTrue(discs.report().startsWith("stack #2 blind: Not measured"), discs.report());
    image.setSlice(3);
    for (Roi roi : image.getOverlay().toArray())
      if ("disc".equals(roi.getName()) && roi.getPosition() == 3)
        roi.setLocation(roi.getXBase() + 2, roi.getYBase());
    discs = again();
    assertEquals(1, discs.tables().measures().size());
    assertEquals("stack #3 three", word(discs, "image"));
    image.setSlice(2);
    assertTrue(failure(Role.AUTO).contains("no outline named disc on this picture"));
  }

  @Test
  void outlinesOfASavedImageCanBeCorrectedLater() {
    measure(OvalDiscs.measurer(), Laterality.LEFT, ChosenPictures.CURRENT);
    String file = folder.resolve("saved.tif").toString();
    new FileSaver(image).saveAsTiff(file);
    image = IJ.openImage(file);
    assertTrue(again().report().contains("No outline was changed"));
    Roi cup = oval(X, Y, 30, 48);
    cup.setName("cup");
    image.getOverlay().remove("cup");
    image.getOverlay().add(cup);
    ImageDiscs discs = again();
    assertEquals(0.8, value(discs, "cdr_vertical"), 0.02);
    assertEquals("left", word(discs, "eye_side"));
  }

  @Test
  void cancelledItLeavesTheImage() {
    ImageDiscs discs = new ImageDiscs(image, Laterality.UNKNOWN);
    ChosenPictures chosen = new ChosenPictures(image, ChosenPictures.ALL);
    assertThrows(
        CancellationException.class,
        () -> discs.measure(OvalDiscs.measurer(), chosen, false, (what, share) -> {}, () -> true));
    assertNull(image.getOverlay());
  }
}
