package sc.fiji.cavga.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.BitType;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.feed.BatchOptions;
import sc.fiji.cavga.feed.Batches;
import sc.fiji.cavga.feed.CacheLimit;
import sc.fiji.cavga.feed.PreparedSamples;
import sc.fiji.cavga.feed.Split;
import sc.fiji.cavga.feed.augment.Augmentation;
import sc.fiji.cavga.preprocess.PictureBatch;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.preprocess.Preprocessing;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;

/** The whole way from a folder to a batch, on the sample pictures and on real ones. */
class PhotographsTest {

  private static final Preprocessing PREPROCESSING =
      new Preprocessing(32, 3, FieldOfViewMode.RETINA);

  private static Dataset open(Path root) throws IOException {
    return Layouts.discovered().openForTraining(root, null, null);
  }

  private static void assertMasked(Sample sample, int fewest) throws IOException {
    RandomAccessibleInterval<BitType> mask = sample.mask().orElseThrow();
    int marked = 0;
    for (BitType pixel : net.imglib2.view.Views.iterable(mask)) if (pixel.get()) marked++;
    long all = mask.dimension(0) * mask.dimension(1);
    assertTrue(marked >= fewest && marked < all / 2, sample.name() + ": " + marked);
  }

  private static PictureBatch firstBatch(List<Sample> normals, List<Sample> anomalous)
      throws Exception {
    CacheLimit limit = CacheLimit.byDefault();
    try (Batches batches =
        new Batches(
            new PreparedSamples(normals, PREPROCESSING::prepare, limit),
            new PreparedSamples(anomalous, PREPROCESSING::prepare, limit),
            new BatchOptions(8, 1, Augmentation.FUNDUS),
            0)) {
      return batches.next();
    }
  }

  private static double inside(PictureBatch batch) {
    double sum = 0;
    for (float value : batch.fieldOfView()) sum += value;
    return sum / batch.fieldOfView().length;
  }

  @Test
  void theSamplePictures() throws Exception {
    Dataset dataset = open(Paths.get("sample-fundus"));
    // The pictures in discs/ belong to no part of the set.
    assertEquals(96, dataset.trainNormal().size());
    assertEquals(8, dataset.trainAnomalous().size());
    assertEquals(60, dataset.test().size());
    List<Sample> anomalous =
        dataset.test().stream().filter(Sample::anomalous).collect(Collectors.toList());
    for (Sample sample : anomalous.subList(0, 3)) assertMasked(sample, 1);
    Set<String> names = new HashSet<>();
    for (Sample sample : dataset.test()) names.add(sample.name());
    assertEquals(dataset.test().size(), names.size());
    PictureBatch batch = firstBatch(dataset.trainNormal(), dataset.trainAnomalous());
    assertTrue(batch.anomalous()[7]);
    assertTrue(inside(batch) > 0.4 && inside(batch) < 0.95, "" + inside(batch));
  }

  @Test
  void idrid() throws Exception {
    Dataset dataset = open(SharedData.folder("idrid"));
    assertEquals(134, dataset.trainNormal().size());
    assertEquals(34 + 81, dataset.test().size());
    assertMasked(dataset.test().get(34), 100);
    Split split = Split.of(dataset.trainNormal(), Split.DEFAULT_SHARE, 1);
    assertEquals(27, split.heldOut().size());
    PictureBatch batch = firstBatch(split.training(), List.of());
    assertTrue(inside(batch) > 0.4 && inside(batch) < 0.95, "" + inside(batch));
  }

  @Test
  void hrfHasOtherNames() throws Exception {
    Path folder = SharedData.folder("hrf").resolve("normal");
    List<Sample> samples =
        TrainingFolders.open(folder, null, sc.fiji.cavga.read.PictureReader.standard())
            .trainNormal();
    assertEquals(12, samples.size());
    PreparedPicture prepared = PREPROCESSING.prepare(samples.get(0).picture());
    assertEquals(32, prepared.size());
  }
}
