package sc.fiji.cavga.command.input;

import ij.ImagePlus;
import ij.io.FileInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.cavga.picture.ImagePlusPictures;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.read.PictureReader;
import sc.fiji.cavga.read.file.PictureFile;

/** The pictures of an image that a command shall look at: the one that is shown, or all. */
public final class ChosenPictures {

  /** Only the picture that is shown. */
  public static final String CURRENT = "current";

  /** Every slice and frame. */
  public static final String ALL = "all";

  /** Of these two, in their order, for people. */
  public static final String WORDS = "the one that is shown|all slices";

  private final List<Picture> pictures;
  private final List<Integer> chosen = new ArrayList<>();
  private final int slicesEach;
  private final int current;
  private final String note;

  /**
   * @param slices {@link #CURRENT} or {@link #ALL}
   * @throws IllegalArgumentException with one sentence when it is neither, or there is no image
   */
  public ChosenPictures(ImagePlus image, String slices) {
    if (image == null || image.getProcessor() == null)
      throw new IllegalArgumentException("There is no image: open one first.");
    if (!CURRENT.equals(slices) && !ALL.equals(slices))
      throw new IllegalArgumentException(
          "The slices must be \"" + CURRENT + "\" or \"" + ALL + "\", not \"" + slices + "\".");
    note = FileBehindImage.note(image);
    pictures = ImagePlusPictures.of(image);
    slicesEach = image.getStackSize() / pictures.size();
    current = (image.getCurrentSlice() - 1) / slicesEach;
    for (int i = 0; i < pictures.size(); i++) if (ALL.equals(slices) || i == current) chosen.add(i);
  }

  public int size() {
    return chosen.size();
  }

  /**
   * @param index 0 to {@link #size} less 1
   */
  public Picture picture(int index) {
    return pictures.get(chosen.get(index)).noting(note);
  }

  /** A picture's (first) place in the image's stack, from 1. */
  public int stackIndex(int index) {
    return 1 + chosen.get(index) * slicesEach;
  }

  /** Whether a picture is the one that is shown. */
  public boolean isCurrent(int index) {
    return chosen.get(index) == current;
  }

  /**
   * The file that ImageJ has opened an image from: ImageJ reads some otherwise than this program.
   */
  private static final class FileBehindImage {

    private FileBehindImage() {}

    /**
     * What a folder run would have changed on reading the file, in one sentence; empty where it
     * reads it as ImageJ does, or there is no file.
     */
    static String note(ImagePlus image) {
      FileInfo info = image.getOriginalFileInfo();
      if (info == null || info.fileName == null || info.directory == null) return "";
      try {
        Path file = Paths.get(info.directory, info.fileName);
        if (info.directory.isEmpty() || !Files.isRegularFile(file)) return "";
        List<String> changes = changes(file);
        if (changes.isEmpty()) return "";
        return "A folder run reads its file otherwise than File > Open... of ImageJ: "
            + String.join(" ", changes)
            + " Open Fundus Photograph... opens it as a folder run reads it.";
      } catch (IOException | InvalidPathException unreadable) {
        // ImageJ could open it, and what it has opened is looked at.
        return "";
      }
    }

    /** Of the first picture. */
    private static List<String> changes(Path file) throws IOException {
      try (PictureFile pictures = PictureReader.standard().open(file)) {
        return pictures.picture(0).changes();
      }
    }
  }
}
