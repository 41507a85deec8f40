package sc.fiji.cavga.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.scijava.Context;
import org.scijava.plugin.PluginService;
import sc.fiji.cavga.io.plugin.ClassPathPlugins;

/**
 * The layouts that are known, found by their {@code @Plugin} annotation: a new one is one class,
 * and nothing here needs to change.
 */
public final class Layouts {

  private final List<DatasetLayout> layouts;

  /**
   * @param layouts in the order in which they are asked whether a folder is theirs
   */
  public Layouts(List<? extends DatasetLayout> layouts) {
    this.layouts = List.copyOf(layouts);
  }

  /** Those on the class path, without a SciJava context. */
  public static Layouts discovered() {
    return new Layouts(ClassPathPlugins.of(DatasetLayout.class, "data set layout"));
  }

  /** Those of the context, update sites' own included. */
  public static Layouts of(Context context) {
    return new Layouts(
        context.service(PluginService.class).createInstancesOfType(DatasetLayout.class));
  }

  /** The layouts' names, in the order in which they are asked. */
  public List<String> names() {
    return layouts.stream().map(DatasetLayout::name).collect(Collectors.toList());
  }

  /**
   * @throws IOException with one sentence that lists the names when there is none of this name
   */
  public DatasetLayout find(String name) throws IOException {
    for (DatasetLayout layout : layouts) if (layout.name().equals(name)) return layout;
    throw new IOException(
        "There is no data set layout '"
            + name
            + "'; choose one of "
            + String.join(", ", names())
            + ".");
  }

  /**
   * The first layout that the folder looks like.
   *
   * @throws IOException with one sentence and the expected trees when it looks like none
   */
  public DatasetLayout detect(Path root) throws IOException {
    if (!Files.isDirectory(root))
      throw new IOException("The data set's folder " + root + " does not exist; check the path.");
    for (DatasetLayout layout : layouts) if (layout.matches(root)) return layout;
    throw new IOException(
        root
            + " looks like none of the known data set layouts; arrange it like one of these:\n"
            + layouts.stream()
                .map(l -> "'" + l.name() + "':\n" + l.expectedTree())
                .collect(Collectors.joining("\n")));
  }

  /**
   * What a data set's pictures show, without opening it.
   *
   * @param layout a layout's name, or null to detect it
   * @throws IOException with one sentence when the layout cannot be told
   */
  public Subject subject(Path root, String layout) throws IOException {
    return (layout == null ? detect(root) : find(layout)).subject();
  }

  /**
   * A data set to train on.
   *
   * @param layout a layout's name, or null to detect it
   * @param normalClass see {@link DatasetLayout#open}
   * @throws IOException with one sentence, also when there is nothing to train on
   */
  public Dataset openForTraining(Path root, String layout, String normalClass) throws IOException {
    DatasetLayout chosen = layout == null ? detect(root) : find(layout);
    Dataset dataset = chosen.open(root, normalClass);
    if (dataset.trainNormal().isEmpty())
      throw new LayoutException(root + " has no normal pictures to train on.", chosen);
    return counted(root, dataset);
  }

  /**
   * A data set to evaluate with.
   *
   * @param layout a layout's name, or null to detect it
   * @param normalClass see {@link DatasetLayout#open}
   * @throws IOException with one sentence, also when there is nothing to test with
   */
  public Dataset openForEvaluation(Path root, String layout, String normalClass)
      throws IOException {
    DatasetLayout chosen = layout == null ? detect(root) : find(layout);
    Dataset dataset = chosen.open(root, normalClass);
    if (dataset.test().isEmpty())
      throw new LayoutException(root + " has no test pictures.", chosen);
    requireFittingMask(dataset, chosen);
    return counted(root, dataset);
  }

  /** With the results in all of the root, where a layout may look into some of its folders. */
  private static Dataset counted(Path root, Dataset dataset) throws IOException {
    return dataset.withResults(PictureFolder.contents(root, null).results());
  }

  /** One look at one mask, before hours of evaluating: where one does not fit, all may not. */
  private static void requireFittingMask(Dataset dataset, DatasetLayout layout)
      throws LayoutException {
    for (Sample sample : dataset.test())
      if (sample.anomalous()) {
        try {
          if (sample.mask().isPresent()) return;
        } catch (MaskSizeException e) {
          throw new LayoutException(e.getMessage(), layout);
        } catch (IOException e) {
          // A file that cannot be read has its own row in the results, where it says so.
          return;
        }
      }
  }
}
