package sc.fiji.cavga.dataset.layout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.scijava.plugin.Plugin;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.DatasetLayout;
import sc.fiji.cavga.dataset.FileSample;
import sc.fiji.cavga.dataset.MaskSource;
import sc.fiji.cavga.dataset.PictureFolder;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.dataset.SoftMaskFile;
import sc.fiji.cavga.io.table.TextFile;

/**
 * LAG (Li et al. 2019): eyes with and without glaucoma, with maps of where ophthalmologists looked.
 * The set comes without a division for one-class learning. Here every fifth picture without
 * glaucoma, in the order of their names, is for testing and the others are learned from; those with
 * glaucoma are all for testing.
 */
@Plugin(type = DatasetLayout.class, name = "lag")
public final class LagLayout extends PictureFileLayout {

  private static final String GLAUCOMA = "suspicious_glaucoma";
  private static final String NORMAL = "non_glaucoma";
  private static final String IMAGES = "image";
  private static final String MAPS = "attention_map";
  private static final String LABELS = "label";
  private static final int EVERY_FOR_TESTING = 5;

  @Override
  public String name() {
    return "lag";
  }

  @Override
  public String expectedTree() {
    return "suspicious_glaucoma/image/          eyes with glaucoma\n"
        + "suspicious_glaucoma/attention_map/  where ophthalmologists looked, of the same names\n"
        + "non_glaucoma/image/                 eyes without\n"
        + "or suspicious_glaucoma/ and non_glaucoma/ with the pictures in them, without maps,\n"
        + "or image/, attention_map/ and label/NAME.txt, which holds 0 or 1 (glaucoma)";
  }

  @Override
  public boolean matches(Path root) {
    return has(root, GLAUCOMA) && has(root, NORMAL) || has(root, IMAGES) && has(root, LABELS);
  }

  @Override
  public Dataset open(Path root, String normalClass) throws IOException {
    requireRoot(root);
    if (normalClass != null)
      throw problem("LAG has no classes, so class '" + normalClass + "' cannot be chosen.");
    List<Sample> normal = new ArrayList<>();
    List<Sample> glaucoma = new ArrayList<>();
    if (has(root, GLAUCOMA) && has(root, NORMAL)) {
      normal.addAll(byFolder(root, NORMAL, false));
      glaucoma.addAll(byFolder(root, GLAUCOMA, true));
    } else if (has(root, IMAGES) && has(root, LABELS)) {
      for (Sample sample : byLabel(root)) (sample.anomalous() ? glaucoma : normal).add(sample);
    } else
      throw problem(
          String.format(
                  Locale.ROOT, "%s has neither %s and %s nor %s", root, GLAUCOMA, NORMAL, IMAGES)
              + " and "
              + LABELS
              + ".");
    List<Sample> train = new ArrayList<>();
    List<Sample> test = new ArrayList<>();
    for (int i = 0; i < normal.size(); i++)
      (i % EVERY_FOR_TESTING == 0 ? test : train).add(normal.get(i));
    test.addAll(glaucoma);
    return new Dataset(train, List.of(), test);
  }

  private List<Sample> byFolder(Path root, String kind, boolean anomalous) throws IOException {
    boolean flat = !has(root, kind + "/" + IMAGES);
    String folder = flat ? kind : kind + "/" + IMAGES;
    Map<String, Path> maps = anomalous ? maps(root.resolve(kind).resolve(MAPS)) : Map.of();
    List<Sample> samples = new ArrayList<>();
    for (Map.Entry<String, Path> file : pictures(root.resolve(folder)).entrySet())
      samples.add(sample(folder, file, anomalous, maps));
    return samples;
  }

  private List<Sample> byLabel(Path root) throws IOException {
    Map<String, Path> maps = maps(root.resolve(MAPS));
    List<Sample> samples = new ArrayList<>();
    for (Map.Entry<String, Path> file : pictures(root.resolve(IMAGES)).entrySet())
      samples.add(sample(IMAGES, file, isGlaucoma(root, file.getKey()), maps));
    return samples;
  }

  private Sample sample(
      String folder, Map.Entry<String, Path> file, boolean anomalous, Map<String, Path> maps) {
    Path map = anomalous ? maps.get(baseName(file.getKey())) : null;
    MaskSource mask = map == null ? null : new SoftMaskFile(map, reader());
    return new FileSample(folder + "/" + file.getKey(), file.getValue(), anomalous, mask, reader());
  }

  /** Only a part of LAG has maps, so a missing one is no mistake. */
  private static Map<String, Path> maps(Path folder) throws IOException {
    Map<String, Path> maps = new HashMap<>();
    if (Files.isDirectory(folder))
      PictureFolder.files(folder, PictureFolder::isPicture)
          .forEach((name, file) -> maps.put(baseName(name), file));
    return maps;
  }

  private boolean isGlaucoma(Path root, String picture) throws IOException {
    Path label = root.resolve(LABELS).resolve(baseName(picture) + ".txt");
    if (!Files.exists(label))
      throw problem("The picture " + picture + " has no label " + label + ".");
    String text = TextFile.read(label, StandardCharsets.ISO_8859_1).trim();
    if (text.equals("1")) return true;
    if (text.equals("0")) return false;
    throw problem(label + " holds neither 0 nor 1.");
  }
}
