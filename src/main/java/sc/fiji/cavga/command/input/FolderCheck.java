package sc.fiji.cavga.command.input;

import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import sc.fiji.cavga.dataset.FolderContents;
import sc.fiji.cavga.dataset.PictureFolder;
import sc.fiji.cavga.io.ErrorSentence;
import sc.fiji.cavga.io.OutputMark;

/**
 * A look at a folder that was just chosen: how many pictures it holds, and whether they are too
 * few, too small or of several kinds. Only the headers of some of them are read, so that it is
 * quick.
 */
public final class FolderCheck {

  /** Fewer give coarse thresholds. */
  public static final int FEW = 20;

  /** Smaller sides show nothing to any network. */
  public static final int TINY = 64;

  /** So many headers are read, evenly spread over the folder. */
  private static final int LOOKED_AT = 40;

  /** Sides that differ by more come from several cameras or from cropping. */
  private static final double MIXED = 1.25;

  /** Between sentences: Fiji shows messages as HTML, on one line otherwise. */
  private static final String BREAK = "<br>";

  private final int count;
  private final int results;
  private final String passedOver;
  private final String problem;
  private final List<int[]> sizes = new ArrayList<>();

  private FolderCheck(List<Path> files, int results, String passedOver, String problem) {
    count = files.size();
    this.results = results;
    this.passedOver = passedOver;
    this.problem = problem;
    int looks = Math.min(count, LOOKED_AT);
    for (int i = 0; i < looks; i++) {
      int[] size = size(files.get((int) ((long) i * count / looks)));
      if (size != null) sizes.add(size);
    }
  }

  /** Walks through a folder; what cannot be read is said later. */
  public static FolderCheck of(File given) {
    try {
      Path folder = GivenFile.path(given);
      FolderContents contents = PictureFolder.contents(folder, null);
      return new FolderCheck(
          new ArrayList<>(contents.files().values()),
          contents.results(),
          contents.passedOver(),
          null);
    } catch (IOException | InvalidPathException e) {
      return new FolderCheck(List.of(), 0, "", ErrorSentence.orMessage(e));
    }
  }

  /**
   * @param smallest width and height in pixels below which pictures are too small
   * @param few fewer pictures than this are worth a warning
   * @return one to three sentences
   */
  public String text(int smallest, int few) {
    if (problem != null) return problem;
    String text = sentences(smallest, few);
    return passedOver.isEmpty() ? text : text + BREAK + passedOver;
  }

  private String sentences(int smallest, int few) {
    if (count == 0)
      return "There are no pictures in this folder: JPEG, PNG, TIFF, BMP or DICOM files are needed.";
    int[] least = {Integer.MAX_VALUE, Integer.MAX_VALUE};
    int[] most = {0, 0};
    int small = 0;
    for (int[] size : sizes) {
      for (int d = 0; d < 2; d++) {
        least[d] = Math.min(least[d], size[d]);
        most[d] = Math.max(most[d], size[d]);
      }
      if (Math.min(size[0], size[1]) < smallest) small++;
    }
    boolean mixed = most[0] > MIXED * least[0] || most[1] > MIXED * least[1];
    String text = count == 1 ? "1 picture" : count + " pictures";
    if (!sizes.isEmpty()) text += ", " + range(least, most) + " pixels";
    text += ".";
    if (results > 0) text += BREAK + OutputMark.passedOver(results);
    if (count < few) text += BREAK + "Few: use " + few + " or more, better hundreds.";
    if (small > 0)
      text +=
          BREAK + "Some are smaller than " + smallest + " pixels, and little can be seen in them.";
    if (mixed) text += BREAK + "Of mixed sizes: use pictures of one camera and field of view.";
    return text;
  }

  private static String range(int[] least, int[] most) {
    String smallest = least[0] + " × " + least[1];
    boolean same = least[0] == most[0] && least[1] == most[1];
    return same ? smallest : smallest + " to " + most[0] + " × " + most[1];
  }

  /** Null where Java cannot tell, as for DICOM: the training's own reader can. */
  private static int[] size(Path file) {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = in == null ? null : ImageIO.getImageReaders(in);
      if (readers == null || !readers.hasNext()) return null;
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        return new int[] {reader.getWidth(0), reader.getHeight(0)};
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException unreadable) {
      return null;
    }
  }
}
