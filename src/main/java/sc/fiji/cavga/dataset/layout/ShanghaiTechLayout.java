package sc.fiji.cavga.dataset.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.BitType;
import org.scijava.plugin.Plugin;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.DatasetLayout;
import sc.fiji.cavga.dataset.FileSample;
import sc.fiji.cavga.dataset.MaskSizeException;
import sc.fiji.cavga.dataset.MaskSource;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.dataset.Subject;

/**
 * ShanghaiTech Campus (Luo et al. 2017) as the paper modifies it for pictures (mSTC): of each video
 * every fifth frame, for training and for testing. A frame is anomalous where its video's labels
 * say so.
 */
@Plugin(type = DatasetLayout.class, name = "mstc")
public final class ShanghaiTechLayout extends PictureFileLayout {

  private static final int EVERY = 5;

  private static final String TRAIN = "training/frames";
  private static final String TEST = "testing/frames";
  private static final String LABELS = "testing/test_frame_mask";
  private static final String MASKS = "testing/test_pixel_mask";

  @Override
  public String name() {
    return "mstc";
  }

  @Override
  public String expectedTree() {
    return "training/frames/SS_VVV/000001.jpg      frames of each training video of scene SS\n"
        + "testing/frames/SS_VVVV/000.jpg         frames of each test video\n"
        + "testing/test_frame_mask/SS_VVVV.npy    for each frame 0 or 1 (anomalous), [frames]\n"
        + "testing/test_pixel_mask/SS_VVVV.npy    masks, [frames,height,width]\n"
        + "Training videos come as training/videos/SS_VVV.avi; take their frames out with"
        + " ffmpeg -i SS_VVV.avi training/frames/SS_VVV/%06d.jpg.\n"
        + "Choose one scene by --class SS, or leave it out for all of them.";
  }

  @Override
  public Subject subject() {
    return Subject.SCENE;
  }

  @Override
  public boolean matches(Path root) {
    return has(root, TEST) || (has(root, "training") && has(root, LABELS));
  }

  @Override
  public Dataset open(Path root, String normalClass) throws IOException {
    requireRoot(root);
    if (!has(root, TRAIN) && !has(root, TEST))
      throw problem(root + " has neither " + TRAIN + " nor " + TEST + ".");
    TreeSet<String> training = folders(root.resolve(TRAIN));
    TreeSet<String> testing = folders(root.resolve(TEST));
    if (normalClass != null) {
      TreeSet<String> scenes = new TreeSet<>();
      training.forEach(video -> scenes.add(scene(video)));
      testing.forEach(video -> scenes.add(scene(video)));
      String scene = choose("scene", normalClass, scenes);
      training.removeIf(video -> !scene(video).equals(scene));
      testing.removeIf(video -> !scene(video).equals(scene));
    }
    List<Sample> train = new ArrayList<>();
    for (String video : training) {
      List<Map.Entry<String, Path>> frames = frames(root, TRAIN, video);
      for (int frame = 0; frame < frames.size(); frame += EVERY)
        train.add(sample(TRAIN + "/" + video, frames.get(frame), false, null));
    }
    List<Sample> test = new ArrayList<>();
    for (String video : testing) addTest(root, video, test);
    return new Dataset(train, List.of(), test);
  }

  private static String scene(String video) {
    int end = video.indexOf('_');
    return end < 0 ? video : video.substring(0, end);
  }

  private List<Map.Entry<String, Path>> frames(Path root, String part, String video)
      throws IOException {
    return new ArrayList<>(pictures(root.resolve(part).resolve(video)).entrySet());
  }

  private void addTest(Path root, String video, List<Sample> test) throws IOException {
    List<Map.Entry<String, Path>> frames = frames(root, TEST, video);
    NpyFile labels = array(root, LABELS, video, 1, frames.size());
    NpyFile masks = array(root, MASKS, video, 3, frames.size());
    boolean[] anomalous = labels.nonZero(0, frames.size());
    for (int frame = 0; frame < frames.size(); frame += EVERY) {
      int at = frame;
      MaskSource mask = anomalous[frame] ? (width, height) -> mask(masks, at, width, height) : null;
      test.add(sample(TEST + "/" + video, frames.get(frame), anomalous[frame], mask));
    }
  }

  /** Of one frame, in an array of those of a whole video, [T,H,W]. */
  private static RandomAccessibleInterval<BitType> mask(
      NpyFile file, int frame, long width, long height) throws IOException {
    if (file.dimension(2) != width || file.dimension(1) != height)
      throw new MaskSizeException(file.path(), file.dimension(2), file.dimension(1), width, height);
    boolean[] marked = file.nonZero(frame * width * height, (int) (width * height));
    Img<BitType> bits = ArrayImgs.bits(width, height);
    int i = 0;
    for (BitType bit : bits) bit.set(marked[i++]);
    return bits;
  }

  private Sample sample(
      String folder, Map.Entry<String, Path> frame, boolean anomalous, MaskSource mask) {
    String name = folder + "/" + frame.getKey();
    return new FileSample(name, frame.getValue(), anomalous, mask, reader());
  }

  private NpyFile array(Path root, String folder, String video, int axes, int frames)
      throws IOException {
    Path path = root.resolve(folder).resolve(video + ".npy");
    if (!Files.exists(path))
      throw problem("The test video " + video + " lacks " + folder + "/" + video + ".npy.");
    NpyFile file = NpyFile.open(path, axes);
    if (file.dimension(0) != frames)
      throw problem(
          path + " is for " + file.dimension(0) + " frames but the video has " + frames + ".");
    return file;
  }
}
