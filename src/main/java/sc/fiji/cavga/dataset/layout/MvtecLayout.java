package sc.fiji.cavga.dataset.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.scijava.plugin.Plugin;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.DatasetLayout;
import sc.fiji.cavga.dataset.FileSample;
import sc.fiji.cavga.dataset.MaskFile;
import sc.fiji.cavga.dataset.MaskSource;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.dataset.Subject;

/**
 * MVTec AD (Bergmann et al. 2019), and sets that lie like it: categories with pictures of good
 * objects to learn from, and tests with good ones and several kinds of defects, all with masks.
 */
@Plugin(type = DatasetLayout.class, name = "mvtec")
public final class MvtecLayout extends PictureFileLayout {

  private static final String TRAIN = "train/good";
  private static final String GOOD = "good";

  @Override
  public String name() {
    return "mvtec";
  }

  @Override
  public String expectedTree() {
    return "CATEGORY/train/good/                       good objects to learn from\n"
        + "CATEGORY/test/good/                        good objects to test with\n"
        + "CATEGORY/test/DEFECT/000.png               one folder for each kind of defect\n"
        + "CATEGORY/ground_truth/DEFECT/000_mask.png  its mask, non-zero = anomalous\n"
        + "Choose the category by --class, or give its own folder.";
  }

  @Override
  public Subject subject() {
    return Subject.SCENE;
  }

  @Override
  public boolean matches(Path root) {
    return has(root, TRAIN) || !categories(root).isEmpty();
  }

  private static TreeSet<String> categories(Path root) {
    TreeSet<String> categories = folders(root);
    categories.removeIf(name -> !has(root, name + "/" + TRAIN));
    return categories;
  }

  @Override
  public Dataset open(Path root, String normalClass) throws IOException {
    requireRoot(root);
    Path category = category(root, normalClass);
    if (!has(category, "test"))
      throw problem("The category " + category + " has no test pictures.");
    List<Sample> test = new ArrayList<>();
    for (String kind : folders(category.resolve("test"))) {
      Map<String, Path> files = pictures(category.resolve("test").resolve(kind));
      for (Map.Entry<String, Path> file : files.entrySet()) {
        boolean anomalous = !kind.equals(GOOD);
        MaskSource mask = anomalous ? mask(category, kind, file.getKey()) : null;
        String name = "test/" + kind + "/" + file.getKey();
        test.add(new FileSample(name, file.getValue(), anomalous, mask, reader()));
      }
    }
    if (test.isEmpty()) throw problem("The category " + category + " has no test pictures.");
    List<Sample> train = new ArrayList<>();
    for (Map.Entry<String, Path> file : pictures(category.resolve(TRAIN)).entrySet())
      train.add(
          new FileSample(TRAIN + "/" + file.getKey(), file.getValue(), false, null, reader()));
    return new Dataset(train, List.of(), test);
  }

  private Path category(Path root, String wanted) throws IOException {
    TreeSet<String> categories = categories(root);
    if (wanted == null && has(root, TRAIN)) return root;
    if (categories.isEmpty() && has(root, TRAIN))
      throw problem(
          root + " is a category itself, so '" + wanted + "' cannot be chosen; leave it out.");
    if (categories.isEmpty())
      throw problem(root + " holds no category with a folder " + TRAIN + ".");
    return root.resolve(choose("category", wanted, categories));
  }

  private MaskSource mask(Path category, String defect, String picture) throws IOException {
    Path folder = category.resolve("ground_truth").resolve(defect);
    Path mask = folder.resolve(baseName(picture) + "_mask.png");
    if (!Files.exists(mask)) mask = folder.resolve(baseName(picture) + ".png");
    if (Files.exists(mask)) return new MaskFile(mask, reader());
    throw problem("The test picture " + defect + "/" + picture + " has no mask in " + folder + ".");
  }
}
