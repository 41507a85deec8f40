package sc.fiji.cavga.train;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.Layouts;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.evaluate.ranking.PixelRanking;
import sc.fiji.cavga.evaluate.ranking.RankingMetrics;
import sc.fiji.cavga.method.local.LocalSettings;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.Predictor;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.preprocess.Preprocessing;

/**
 * The default method, trained for seconds on the drawn eyes of sample-fundus, against the plainest
 * map there is: how far each pixel lies from the mean of the healthy training pictures.
 */
@Tag("slow")
class MeanPictureBaselineTest {

  private static final int SIZE = 64;
  private static final int STEPS = 100;

  /** Measured: 0.900 after this training, 0.667 for the mean picture, a difference of 0.233. */
  private static final double MARGIN = 0.15;

  @TempDir Path folder;

  /** Tells how unusual each place of a prepared picture is, [H,W]. */
  private interface Mapping {
    float[] map(PreparedPicture picture);
  }

  @Test
  void aShortTrainingFindsMoreThanTheDistanceToTheMeanPicture() throws Exception {
    // The test pictures are looked at when all is learned.
    Dataset dataset =
        Layouts.discovered().openForTraining(Path.of("sample-fundus"), "folder", null);
    Dataset test = Layouts.discovered().openForEvaluation(Path.of("sample-fundus"), "folder", null);
    TrainedModel model =
        new Trainer(
                TrainingConfig.standard()
                    .with(CommonSettings.SIZE, SIZE)
                    .with(LocalSettings.STEPS, STEPS))
            .train(dataset, folder.resolve("m.cavga"));
    float[] mean = mean(dataset, model);
    double plain = auroc(test, model, picture -> distance(picture, mean));
    double trained;
    try (Predictor predictor = new Predictor(model, MapKind.DEFAULT)) {
      trained = auroc(test, model, picture -> predictor.predict(picture).map());
    }
    assertTrue(trained > plain + MARGIN, "trained " + trained + ", mean picture " + plain);
  }

  /** [C,H,W], each pixel the mean over those pictures whose field of view has it. */
  private static float[] mean(Dataset dataset, TrainedModel model) throws IOException {
    int plane = SIZE * SIZE;
    double[] sums = new double[3 * plane];
    int[] counts = new int[plane];
    for (Sample sample : dataset.trainNormal()) {
      PreparedPicture picture = model.preprocessing().prepare(sample.picture());
      for (int i = 0; i < sums.length; i++)
        if (picture.fieldOfView()[i % plane] > 0) sums[i] += picture.values()[i];
      for (int i = 0; i < plane; i++) if (picture.fieldOfView()[i] > 0) counts[i]++;
    }
    float[] mean = new float[sums.length];
    for (int i = 0; i < mean.length; i++)
      mean[i] = (float) (sums[i] / Math.max(1, counts[i % plane]));
    return mean;
  }

  /** |x − mean| averaged over the channels. */
  private static float[] distance(PreparedPicture picture, float[] mean) {
    float[] map = new float[SIZE * SIZE];
    for (int i = 0; i < mean.length; i++)
      map[i % map.length] += Math.abs(picture.values()[i] - mean[i]) / 3;
    return map;
  }

  /**
   * Over the pixels inside the field of view of all test pictures that are normal or have a mask.
   */
  private static double auroc(Dataset test, TrainedModel model, Mapping mapping)
      throws IOException {
    PixelRanking ranking = new PixelRanking();
    for (Sample sample : test.test()) {
      PreparedPicture picture = model.preprocessing().prepare(sample.picture());
      boolean[] mask = null;
      if (sample.anomalous()) {
        if (sample.mask().isEmpty()) continue;
        float[] shares =
            Preprocessing.prepareMask(
                sample.mask().get(), picture.placement(), model.preprocessing().size());
        mask = new boolean[shares.length];
        for (int i = 0; i < mask.length; i++) mask[i] = shares[i] >= 0.5;
      }
      float[] map = mapping.map(picture).clone();
      for (int i = 0; i < map.length; i++) if (!(picture.fieldOfView()[i] > 0)) map[i] = Float.NaN;
      ranking.add(map, mask, SIZE);
    }
    return RankingMetrics.auroc(ranking);
  }
}
