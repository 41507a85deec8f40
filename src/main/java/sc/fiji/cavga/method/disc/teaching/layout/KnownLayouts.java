package sc.fiji.cavga.method.disc.teaching.layout;

import java.nio.file.Path;
import java.util.List;
import sc.fiji.cavga.dataset.MaskFile;
import sc.fiji.cavga.dataset.SoftMaskFile;
import sc.fiji.cavga.method.disc.teaching.layout.FileRule.Format;
import sc.fiji.cavga.method.disc.teaching.layout.FileRule.Role;
import sc.fiji.cavga.read.PictureReader;

/** Plain folders and the published sets with outlines of disc and cup. */
final class KnownLayouts {

  /** Names in lower case of folders in which sets of any kind have masks, not pictures. */
  static final String MASK_FOLDERS =
      "[^/]*(?:mask|truth|annot|segment|contour|label|map|overlay|illustration)[^/]*|gts?";

  /** Folders before a name, or none. */
  private static final String ANY = "(?:.*/)?";

  private static final String NAME = "(?<name>[^/]+)";
  private static final String IMAGE = "\\.(?!txt$|mat$)[^./]+";

  private static final LabelFile.Values OWN_LABELS = new LabelFile.Values(0, 128, 255);
  private static final LabelFile.Values REFUGE_LABELS = new LabelFile.Values(255, 128, 0);
  private static final LabelFile.Values ORIGA_LABELS = new LabelFile.Values(0, 1, 2);

  private KnownLayouts() {}

  /** Those of published sets first, so that they are asked first. */
  static List<OutlineLayout> all() {
    return List.of(idrid(), refuge(), drishti(), rimOne(), origa(), papila(), folder());
  }

  /** Plain folders; without outlines any folder of pictures. */
  static OutlineLayout folder() {
    String at = "(?<at>" + ANY + ")";
    String rest = "/(?<name>.+)" + IMAGE;
    String direct = without("images?|disc|cup|discs|" + MASK_FOLDERS) + "(?<name>.+)" + IMAGE;
    String labels = at + "(?:labels|discs)" + rest;
    return new OutlineLayout(
        "folder",
        "images/NAME.jpg  the pictures; they may also lie there without this folder\n"
            + "disc/NAME.png    the disc, cup included: non-zero = inside (optional)\n"
            + "cup/NAME.png     the cup: non-zero = inside (optional)\n"
            + "labels/NAME.png  instead of both: 0 outside, 128 rim, 255 cup (or discs/, as"
            + " localize writes them)",
        FileRule.outline(Role.DISC, at + "disc" + rest, KnownLayouts::mask),
        FileRule.outline(Role.CUP, at + "cup" + rest, KnownLayouts::mask),
        FileRule.outline(Role.DISC, labels, discOf(OWN_LABELS)),
        FileRule.outline(Role.CUP, labels, cupOf(OWN_LABELS)),
        FileRule.picture(Role.PICTURE, at + "images?" + rest),
        FileRule.picture(Role.STRAY_PICTURE, direct));
  }

  /** IDRiD (Porwal et al. 2018), as this project arranges it, or its part A as it comes. */
  private static OutlineLayout idrid() {
    return new OutlineLayout(
        "idrid",
        "test/abnormal/IDRiD_01.jpg    pictures\n"
            + "test/optic-disc/IDRiD_01.png  their discs, non-zero = inside\n"
            + "train/normal/                 healthy eyes, without outlines (optional)\n"
            + "or, as it is given out, 1. Original Images/ and 2. All Segmentation Groundtruths/"
            + "SET/5. Optic Disc/IDRiD_01_OD.tif",
        FileRule.outline(Role.DISC, ANY + "optic-disc/" + NAME + IMAGE, KnownLayouts::mask),
        FileRule.outline(
            Role.DISC, ANY + "[^/]*optic disc/" + NAME + "_od" + IMAGE, KnownLayouts::mask),
        FileRule.picture(
            Role.OUTLINED_PICTURE,
            ANY + "(?:abnormal|[^/]*original images(?:/[^/]+)?)/" + NAME + IMAGE),
        FileRule.picture(Role.PICTURE, ANY + "train/normal/" + NAME + IMAGE));
  }

  /** REFUGE and REFUGE2 (Orlando et al. 2020, Fang et al. 2022). */
  private static OutlineLayout refuge() {
    String folders = "(?:disc_cup_masks?|gts?)/" + ANY + NAME + IMAGE;
    String bitmaps = "masks?/" + ANY + NAME + "\\.bmp";
    return new OutlineLayout(
        "refuge",
        "Training400/Glaucoma/g0001.jpg                       pictures, in any folders\n"
            + "Annotation-Training400/Disc_Cup_Masks/.../g0001.bmp  outlines: 0 cup, 128 rim, 255"
            + " outside (or gts/, or mask/ with .bmp files)",
        FileRule.outline(Role.DISC, ANY + folders, discOf(REFUGE_LABELS)),
        FileRule.outline(Role.CUP, ANY + folders, cupOf(REFUGE_LABELS)),
        FileRule.outline(Role.DISC, ANY + bitmaps, discOf(REFUGE_LABELS)),
        FileRule.outline(Role.CUP, ANY + bitmaps, cupOf(REFUGE_LABELS)),
        FileRule.picture(
            Role.OUTLINED_PICTURE,
            without("[^/]*illustration[^/]*|[^/]*crop[^/]*|masks?") + ANY + NAME + IMAGE));
  }

  /** Drishti-GS (Sivaswamy et al. 2014): four experts, as soft maps and as mean outlines. */
  private static OutlineLayout drishti() {
    Format contour = (file, reader) -> new ContourFile(file, ContourFile.Order.BRIGHTER);
    return new OutlineLayout(
        "drishti",
        "Images/drishtiGS_002.png                                  pictures, in any folders\n"
            + "GT/drishtiGS_002/SoftMap/drishtiGS_002_ODsegSoftmap.png   how many experts saw a"
            + " disc; at least half of them\n"
            + "GT/drishtiGS_002/SoftMap/drishtiGS_002_cupsegSoftmap.png  the same of the cup\n"
            + "or GT/.../AvgBoundary/drishtiGS_002_ODAvgBoundary.txt and ..._CupAvgBoundary.txt",
        FileRule.outline(Role.DISC, ANY + NAME + "_odsegsoftmap" + IMAGE, KnownLayouts::softMask),
        FileRule.outline(Role.CUP, ANY + NAME + "_cupsegsoftmap" + IMAGE, KnownLayouts::softMask),
        FileRule.outline(
            Role.DISC, ANY + NAME + "_odavgboundary[^/]*" + IMAGE, KnownLayouts::softMask),
        FileRule.outline(
            Role.CUP, ANY + NAME + "_cupavgboundary[^/]*" + IMAGE, KnownLayouts::softMask),
        FileRule.outline(Role.DISC, ANY + NAME + "_odavgboundary[^/]*\\.txt", contour),
        FileRule.outline(Role.CUP, ANY + NAME + "_cupavgboundary[^/]*\\.txt", contour),
        FileRule.picture(Role.OUTLINED_PICTURE, without("(?:test_)?gt") + ANY + NAME + IMAGE));
  }

  /** RIM-ONE r3 (Fumero et al. 2015), whose pictures are stereo pairs, and RIM-ONE DL (2020). */
  private static OutlineLayout rimOne() {
    String name = ANY + "(?<name>[^/]+?)(?:-\\d+)?";
    String agreed = "-(?:t|avg)" + IMAGE;
    String expert = "-exp\\d+" + IMAGE;
    Format mask = (file, reader) -> StereoSample.mask(new MaskFile(file, reader));
    return new OutlineLayout(
        "rim-one",
        "RIM-ONE_DL_images/.../r1_Im001.png                          pictures, in any folders\n"
            + "RIM-ONE_DL_reference_segmentations/.../r1_Im001-1-Disc-T.png  the disc\n"
            + "RIM-ONE_DL_reference_segmentations/.../r1_Im001-1-Cup-T.png   the cup\n"
            + "or Healthy/Stereo Images/N-1-L.jpg with Healthy/Average_masks/N-1-L-Disc-Avg.png,"
            + " or Expert1_masks/N-1-L-1-Disc-exp1.png and so on",
        FileRule.outline(Role.DISC, name + "-disc" + agreed, mask).ofExperts(),
        FileRule.outline(Role.CUP, name + "-cup" + agreed, mask).ofExperts(),
        FileRule.outline(Role.DISC, name + "-disc" + expert, mask).ofExperts(),
        FileRule.outline(Role.CUP, name + "-cup" + expert, mask).ofExperts(),
        FileRule.picture(Role.STEREO_PICTURE, ANY + "stereo[ _-]?images?/" + ANY + NAME + IMAGE),
        FileRule.picture(
            Role.OUTLINED_PICTURE,
            without("[^/]*masks?[^/]*|[^/]*segmentations?[^/]*") + ANY + NAME + IMAGE));
  }

  /** ORIGA (Zhang et al. 2010), with its outlines as pictures. */
  private static OutlineLayout origa() {
    String labels = ANY + "(?:650)?masks?/" + NAME + "\\.(?:png|tiff?)";
    return new OutlineLayout(
        "origa",
        "Images/001.jpg  pictures\n"
            + "Masks/001.png   outlines: 0 outside, 1 rim, 2 cup\n"
            + "Its own outlines are MATLAB files: write them as grey PNG files with these values.",
        FileRule.outline(Role.DISC, labels, discOf(ORIGA_LABELS)),
        FileRule.outline(Role.CUP, labels, cupOf(ORIGA_LABELS)),
        FileRule.outline(
            Role.UNREADABLE,
            ANY + "(?:(?:650)?masks?|semi-automatic-annotations)/" + NAME + "\\.mat",
            null),
        FileRule.picture(Role.OUTLINED_PICTURE, ANY + "(?:650)?images?/" + NAME + IMAGE));
  }

  /** PAPILA (Kovalyk et al. 2022): two experts' outlines as lists of points. */
  private static OutlineLayout papila() {
    Format contour = (file, reader) -> new ContourFile(file, ContourFile.Order.X_Y);
    return new OutlineLayout(
        "papila",
        "FundusImages/RET002OD.jpg                              pictures\n"
            + "ExpertsSegmentations/Contours/RET002OD_disc_exp1.txt   the disc, x and y of a point"
            + " in each line\n"
            + "ExpertsSegmentations/Contours/RET002OD_cup_exp1.txt    the cup; the second expert has"
            + " exp2",
        FileRule.outline(Role.DISC, ANY + NAME + "_disc_exp\\d+\\.txt", contour).ofExperts(),
        FileRule.outline(Role.CUP, ANY + NAME + "_cup_exp\\d+\\.txt", contour).ofExperts(),
        FileRule.picture(
            Role.OUTLINED_PICTURE, without("imageswithcontours") + ANY + NAME + IMAGE));
  }

  /** Refuses paths that lead through such a folder. */
  private static String without(String folders) {
    return "(?!" + ANY + "(?:" + folders + ")/)";
  }

  private static Outline mask(Path file, PictureReader reader) {
    return Outline.of(new MaskFile(file, reader));
  }

  private static Outline softMask(Path file, PictureReader reader) {
    return Outline.of(new SoftMaskFile(file, reader));
  }

  private static Format discOf(LabelFile.Values values) {
    return (file, reader) -> new LabelFile(file, reader, values, false);
  }

  private static Format cupOf(LabelFile.Values values) {
    return (file, reader) -> new LabelFile(file, reader, values, true);
  }
}
