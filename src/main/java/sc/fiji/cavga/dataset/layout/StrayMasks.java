package sc.fiji.cavga.dataset.layout;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Masks that no picture has, pictures that no mask has, and folders that look like one of masks.
 */
final class StrayMasks {

  /** So many are named. */
  private static final int NAMED = 5;

  private static final Set<String> SIMILAR =
      Set.of(
          "masks",
          "mask",
          "ground_truth",
          "groundtruth",
          "gt",
          "label",
          "labels",
          "annotation",
          "annotations",
          "segmentation",
          "segmentations");

  private final Path test;
  private final String folder;

  /**
   * @param test the folder of the test pictures
   * @param folder within it, where masks belong
   */
  StrayMasks(Path test, String folder) {
    this.test = test;
    this.folder = folder;
  }

  /**
   * Sentences about what looks like a mistake.
   *
   * @param masks by what should be the picture's name, without extension
   * @param pictures the names of those that may have one, without extension
   */
  List<String> warnings(Map<String, Path> masks, Collection<String> pictures) {
    List<String> warnings = new ArrayList<>();
    for (String name : PictureFileLayout.folders(test))
      if (!name.equals(folder) && SIMILAR.contains(name.toLowerCase(Locale.ROOT)))
        warnings.add(
            "The folder "
                + test.resolve(name)
                + " is not looked into: masks belong into "
                + test.resolve(folder)
                + ".");
    Set<String> orphans = new TreeSet<>(masks.keySet());
    orphans.removeAll(pictures);
    int named = 0;
    for (String orphan : orphans)
      if (named++ < NAMED) warnings.add(orphan(orphan, masks.get(orphan), pictures));
    if (orphans.size() > NAMED)
      warnings.add(orphans.size() - NAMED + " more masks belong to no anomalous picture.");
    Set<String> bare = new TreeSet<>(pictures);
    bare.removeAll(masks.keySet());
    if (!masks.isEmpty() && !bare.isEmpty())
      warnings.add(
          String.format(
              Locale.ROOT,
              "Of %d anomalous pictures %d have no mask, and count for the pictures' scores alone:"
                  + " %s%s.",
              pictures.size(),
              bare.size(),
              String.join(", ", new ArrayList<>(bare).subList(0, Math.min(NAMED, bare.size()))),
              bare.size() > NAMED ? " and others" : ""));
    return warnings;
  }

  private static String orphan(String name, Path mask, Collection<String> pictures) {
    String sentence = "The mask " + mask + " belongs to no anomalous picture";
    String core = core(name);
    for (String picture : pictures)
      if (core(picture).equals(core) || picture.toLowerCase(Locale.ROOT).equals(core))
        return sentence + ": if it is that of " + picture + ", give it that picture's name.";
    return sentence + ": give it its picture's name, or remove it.";
  }

  /** Without what people add to a mask's name. */
  private static String core(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceFirst("[_. -]?(mask|masks|gt|seg|segmentation|label|annotation)$", "");
  }
}
