package sc.fiji.cavga.method.disc.teaching.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.cavga.method.disc.teaching.layout.OutlineFiles.assertRectangle;
import static sc.fiji.cavga.method.disc.teaching.layout.OutlineFiles.names;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntBinaryOperator;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.BitType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.dataset.LayoutException;
import sc.fiji.cavga.dataset.SharedData;
import sc.fiji.cavga.method.disc.teaching.DiscSample;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.read.PictureReader;

class KnownLayoutsTest {

  @TempDir Path root;

  private OutlineFiles files() {
    return new OutlineFiles(root);
  }

  /** A disc of 4 to 16, 2 to 14 with a cup of 8 to 12, 6 to 10, in the values of a set. */
  private static IntBinaryOperator labels(int outside, int rim, int cup) {
    return (x, y) -> {
      if (x >= 8 && x < 12 && y >= 6 && y < 10) return cup;
      return x >= 4 && x < 16 && y >= 2 && y < 14 ? rim : outside;
    };
  }

  private static void assertLabels(DiscSample sample) throws IOException {
    assertRectangle(sample.disc(), 4, 2, 16, 14);
    assertRectangle(sample.cup(), 8, 6, 12, 10);
  }

  @Test
  void plainFoldersHaveMasksOfTheSameNames() throws IOException {
    files()
        .picture("images/left/a.png")
        .picture("images/b.png")
        .picture("images/c.png")
        .picture("stray.png")
        .mask("disc/left/a.png", 4, 2, 16, 14)
        .mask("disc/b.png", 1, 1, 5, 5)
        .mask("cup/left/A.png", 8, 6, 12, 10)
        .mask("cup/nobody.png", 8, 6, 12, 10);
    OutlinedPictures pictures = files().open();
    assertEquals(List.of("images/b.png", "images/c.png", "images/left/a.png"), names(pictures));
    assertEquals(
        "Layout folder: 3 pictures, 2 with the disc outlined and 1 with the cup; 1 other picture"
            + " passed over; 1 outline without a picture passed over.",
        pictures.toString());
    assertEquals(1, pictures.passedOver());
    assertEquals(1, pictures.outlinesPassedOver());
    assertRectangle(pictures.samples().get(0).disc(), 1, 1, 5, 5);
    assertFalse(pictures.samples().get(0).cup().isPresent());
    assertFalse(pictures.samples().get(1).disc().isPresent());
    assertLabels(pictures.samples().get(2));
    assertEquals(OutlineFiles.WIDTH, pictures.samples().get(2).picture().width());
  }

  @Test
  void plainPicturesMayLieBesideTheirFoldersOfOutlines() throws IOException {
    files()
        .picture("eyes/a.png")
        .picture("b.png")
        .grey("labels/eyes/a.png", OutlineFiles.WIDTH, OutlineFiles.HEIGHT, labels(0, 128, 255))
        .mask("discs/unused.png", 0, 0, 2, 2)
        .picture("masks/a.png");
    OutlinedPictures pictures = files().open();
    assertEquals(List.of("b.png", "eyes/a.png"), names(pictures));
    assertEquals(1, pictures.passedOver());
    assertLabels(pictures.samples().get(1));
  }

  @Test
  void anEmptyCupIsNoOutlineAndAnEmptyDiscIsAMistake() throws IOException {
    files().picture("images/a.png").mask("disc/a.png", 0, 0, 0, 0).mask("cup/a.png", 0, 0, 0, 0);
    DiscSample sample = files().open().samples().get(0);
    assertFalse(sample.cup().isPresent());
    String problem = assertThrows(IOException.class, sample::disc).getMessage();
    assertTrue(problem.contains("has nothing inside; draw it anew"), problem);
  }

  @Test
  void idridHasDiscsAndHealthyEyesWithoutThem() throws IOException {
    files()
        .picture("test/abnormal/IDRiD_01.png")
        .picture("test/abnormal/IDRiD_02.png")
        .picture("test/normal/IDRiD_03.png")
        .mask("test/mask/IDRiD_01.png", 0, 0, 2, 2)
        .mask("test/optic-disc/IDRiD_01.png", 4, 2, 16, 14)
        .picture("train/normal/IDRiD_11.png");
    OutlinedPictures pictures = files().open();
    assertEquals(
        List.of("test/abnormal/IDRiD_01.png", "train/normal/IDRiD_11.png"), names(pictures));
    assertEquals(3, pictures.passedOver());
    assertRectangle(pictures.samples().get(0).disc(), 4, 2, 16, 14);
    assertFalse(pictures.samples().get(0).cup().isPresent());
    assertFalse(pictures.samples().get(1).disc().isPresent());
  }

  @Test
  void idridAsItIsGivenOut() throws IOException {
    String part = "A. Segmentation/";
    files()
        .picture(part + "1. Original Images/a. Training Set/IDRiD_01.png")
        .mask(
            part + "2. All Segmentation Groundtruths/a. Training Set/5. Optic Disc/IDRiD_01_OD.png",
            4,
            2,
            16,
            14)
        .mask(
            part
                + "2. All Segmentation Groundtruths/a. Training Set/3. Hard Exudates/IDRiD_01_EX"
                + ".png",
            0,
            0,
            2,
            2);
    OutlinedPictures pictures = files().open();
    assertEquals(1, pictures.samples().size());
    assertRectangle(pictures.samples().get(0).disc(), 4, 2, 16, 14);
  }

  @Test
  void theRealIdrid() throws IOException {
    Path idrid = SharedData.folder("idrid");
    OutlineLayout layout = OutlineLayouts.of(idrid);
    assertEquals("idrid", layout.name());
    OutlinedPictures pictures = layout.open(idrid, PictureReader.standard());
    assertEquals(81, pictures.discs());
    assertEquals(81 + 134, pictures.samples().size());
    DiscSample sample = pictures.samples().get(0);
    RandomAccessibleInterval<BitType> disc = sample.disc().orElseThrow();
    assertEquals(sample.picture().width(), disc.dimension(0));
    long inside = 0;
    for (BitType bit : net.imglib2.view.Views.flatIterable(disc)) if (bit.get()) inside++;
    double share = inside / (double) (disc.dimension(0) * disc.dimension(1));
    assertTrue(share > 0.005 && share < 0.05, share + " of the picture");
  }

  @Test
  void refuge() throws IOException {
    files()
        .picture("Training400/Glaucoma/g0001.png")
        .picture("Training400/Non-Glaucoma/n0001.png")
        .picture("Annotation-Training400/Illustration/g0001.png")
        .picture("REFUGE-Test400/T0001.png")
        .grey(
            "Annotation-Training400/Disc_Cup_Masks/Glaucoma/g0001.bmp",
            OutlineFiles.WIDTH,
            OutlineFiles.HEIGHT,
            labels(255, 128, 0))
        .grey(
            "Annotation-Training400/Disc_Cup_Masks/Non-Glaucoma/n0001.bmp",
            OutlineFiles.WIDTH,
            OutlineFiles.HEIGHT,
            labels(255, 128, 128));
    OutlinedPictures pictures = files().open();
    assertEquals(
        List.of("Training400/Glaucoma/g0001.png", "Training400/Non-Glaucoma/n0001.png"),
        names(pictures));
    assertEquals(2, pictures.passedOver());
    assertLabels(pictures.samples().get(0));
    assertRectangle(pictures.samples().get(1).disc(), 4, 2, 16, 14);
    assertFalse(pictures.samples().get(1).cup().isPresent());
  }

  @Test
  void refugeInItsShorterForms() throws IOException {
    files()
        .picture("train/Images/g0001.png")
        .grey("train/gts/g0001.bmp", OutlineFiles.WIDTH, OutlineFiles.HEIGHT, labels(255, 128, 0))
        .picture("val/images/V0001.png")
        .grey("val/mask/V0001.bmp", OutlineFiles.WIDTH, OutlineFiles.HEIGHT, labels(255, 128, 0));
    OutlinedPictures pictures = files().open();
    assertTrue(pictures.toString().startsWith("Layout refuge: 2 pictures, 2 with"));
    for (DiscSample sample : pictures.samples()) assertLabels(sample);
  }

  /** 0, 64, 128, 191 and 255 are none to four experts; the maps are a little smaller. */
  @Test
  void drishtiTakesWhatHalfOfTheExpertsSaw() throws IOException {
    String gt = "Training/GT/drishtiGS_002/";
    files()
        .grey("Training/Images/GLAUCOMA/drishtiGS_002.png", 48, 40, (x, y) -> 9)
        .grey(gt + "SoftMap/drishtiGS_002_ODsegSoftmap.png", 24, 20, (x, y) -> x < 9 ? 64 : 128)
        .grey(gt + "SoftMap/drishtiGS_002_cupsegSoftmap.png", 24, 20, (x, y) -> x < 12 ? 0 : 191)
        .text(gt + "AvgBoundary/drishtiGS_002_ODAvgBoundary.txt", "no", "outline")
        .text(gt + "AvgBoundary/drishtiGS_002_diskCenter.txt", "9 9")
        .picture("Test/Images/drishtiGS_001.png");
    OutlinedPictures pictures = files().open();
    assertEquals(List.of("Training/Images/GLAUCOMA/drishtiGS_002.png"), names(pictures));
    assertEquals(1, pictures.passedOver());
    assertRectangle(pictures.samples().get(0).disc(), 18, 0, 48, 40);
    assertRectangle(pictures.samples().get(0).cup(), 24, 0, 48, 40);
  }

  /** The order of their coordinates is not the same in all copies: the disc is the bright place. */
  @Test
  void drishtisOutlinesMayHaveRowsFirst() throws IOException {
    String[] columnsFirst = {"2.5 10.5", "8.5 10.5", "8.5 14.5", "2.5 14.5"};
    String[] rowsFirst = {"10.5 2.5", "10.5 8.5", "14.5 8.5", "14.5 2.5"};
    IntBinaryOperator bright = (x, y) -> x > 2 && x < 9 && y > 10 && y < 15 ? 200 : 50;
    for (int i = 0; i < 2; i++)
      files()
          .grey("Images/drishtiGS_00" + i + ".png", 24, 20, bright)
          .text("GT/drishtiGS_00" + i + "_ODAvgBoundary.txt", i == 0 ? columnsFirst : rowsFirst)
          .text("GT/drishtiGS_00" + i + "_CupAvgBoundary.txt", i == 0 ? columnsFirst : rowsFirst);
    OutlinedPictures pictures = files().open();
    assertEquals(2, pictures.samples().size());
    for (DiscSample sample : pictures.samples()) {
      assertRectangle(sample.disc(), 3, 11, 9, 15);
      assertRectangle(sample.cup(), 3, 11, 9, 15);
    }
  }

  /** A view is 24 wide; masks are of both views or of the left one. */
  @Test
  void rimOneHasStereoPicturesOfWhichOneViewIsOutlined() throws IOException {
    String healthy = "RIM-ONE r3/Healthy/";
    files()
        .grey(healthy + "Stereo Images/N-1-L.png", 48, 20, (x, y) -> 5 * x)
        .grey(healthy + "Stereo Images/N-2-R.png", 48, 20, (x, y) -> 5 * x + 1)
        .grey(healthy + "Stereo Images/N-3-R.png", 48, 20, (x, y) -> 5 * x + 2)
        .mask(healthy + "Average_masks/N-1-L-Disc-Avg.png", 4, 2, 16, 14)
        .mask(healthy + "Average_masks/N-1-L-Cup-Avg.png", 8, 6, 12, 10)
        .text(healthy + "Average_masks/N-1-L-Cup-Avg.txt", "something else")
        .mask(healthy + "Expert1_masks/N-1-L-1-Disc-exp1.png", 0, 0, 20, 20)
        .grey(
            healthy + "Average_masks/N-2-R-Disc-Avg.png",
            48,
            20,
            (x, y) -> x >= 28 && x < 40 && y < 9 ? 255 : 0)
        .mask(healthy + "Expert1_masks/N-3-R-1-Disc-exp1.png", 4, 2, 10, 14)
        .mask(healthy + "Expert2_masks/N-3-R-1-Disc-exp2.png", 9, 2, 16, 14);
    OutlinedPictures pictures = files().open();
    assertEquals(3, pictures.samples().size());
    DiscSample first = pictures.samples().get(0);
    assertLabels(first);
    assertView(first.picture(), 0);
    DiscSample second = pictures.samples().get(1);
    assertRectangle(second.disc(), 4, 0, 16, 9);
    assertView(second.picture(), 24);
    assertRectangle(pictures.samples().get(2).disc(), 4, 2, 16, 14);
  }

  private static void assertView(Picture picture, int firstColumn) {
    assertEquals(24, picture.width());
    assertEquals(20, picture.height());
    float expected = Math.round(5 * firstColumn / 5f) * 5 / 255f;
    assertEquals(expected, picture.pixels().getAt(0, 0, 0).get(), 0.01);
  }

  @Test
  void rimOneComesDividedInTwoWays() throws IOException {
    String images = "RIM-ONE_DL_images/";
    String outlines = "RIM-ONE_DL_reference_segmentations/normal/";
    byte[] same = new byte[OutlineFiles.WIDTH * OutlineFiles.HEIGHT];
    for (String division : List.of("partitioned_by_hospital", "partitioned_randomly"))
      sc.fiji.cavga.dataset.PictureFiles.png(
          root.resolve(images + division + "/training_set/normal/r1_Im001.png"),
          OutlineFiles.WIDTH,
          OutlineFiles.HEIGHT,
          same);
    files()
        .mask(outlines + "r1_Im001-1-Disc-T.png", 4, 2, 16, 14)
        .mask(outlines + "r1_Im001-1-Cup-T.png", 8, 6, 12, 10);
    OutlinedPictures pictures = files().open();
    assertEquals(1, pictures.samples().size());
    assertEquals(1, pictures.passedOver());
    assertLabels(pictures.samples().get(0));
    files().picture(images + "partitioned_randomly/training_set/normal/r1_Im001.png");
    String problem = assertThrows(LayoutException.class, () -> files().open()).getMessage();
    assertTrue(problem.contains("have one name but differ"), problem);
  }

  @Test
  void origaHasLabelPictures() throws IOException {
    files()
        .picture("Images/001.png")
        .picture("Images/002.png")
        .text("Semi-automatic-annotations/001.mat", "MATLAB 5.0");
    String problem = assertThrows(LayoutException.class, () -> files().open()).getMessage();
    assertTrue(problem.startsWith("Semi-automatic-annotations/001.mat is a MATLAB file"), problem);
    assertTrue(problem.contains("grey PNG files"), problem);
    files().grey("Masks/001.png", OutlineFiles.WIDTH, OutlineFiles.HEIGHT, labels(0, 1, 2));
    OutlinedPictures pictures = files().open();
    assertEquals(List.of("Images/001.png"), names(pictures));
    assertEquals(1, pictures.passedOver());
    assertLabels(pictures.samples().get(0));
  }

  /** At least half of two experts is one of them. */
  @Test
  void papilaHasTwoExpertsContours() throws IOException {
    String contours = "ExpertsSegmentations/Contours/";
    files()
        .picture("FundusImages/RET002OD.png")
        .picture("ExpertsSegmentations/ImagesWithContours/Opht_cont_RET002OD.png")
        .text(contours + "RET002OD_disc_exp1.txt", "3.5 1.5", "9.5 1.5", "9.5 13.5", "3.5 13.5")
        .text(
            contours + "RET002OD_disc_exp2.txt",
            "   8.5e0   1.5",
            "15.5\t1.5",
            "15.5,13.5",
            "8.5 ; 13.5",
            "")
        .text(contours + "RET002OD_cup_exp1.txt", "7.5 5.5", "11.5 5.5", "11.5 9.5", "7.5 9.5");
    OutlinedPictures pictures = files().open();
    assertEquals(List.of("FundusImages/RET002OD.png"), names(pictures));
    assertEquals(1, pictures.passedOver());
    assertLabels(pictures.samples().get(0));
  }
}
