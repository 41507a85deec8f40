package sc.fiji.cavga.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.method.local.LocalSettings;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.Subject;
import sc.fiji.cavga.feed.augment.Augmentation;
import sc.fiji.cavga.method.cavga.network.LossWeights;
import sc.fiji.cavga.method.local.DefaultMapSource;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;

class TrainingPresetsTest {

  @Test
  void eyesHaveTheDefaults() {
    assertEquals(TrainingConfig.standard(), TrainingConfig.builder(Subject.RETINA));
  }

  /** A digit that is mirrored, or of which a disc is cut out, is another one. */
  @Test
  void otherPicturesCountWholeAndAsTheyAre() {
    for (Subject subject : List.of(Subject.SCENE, Subject.THING)) {
      TrainingConfig config = TrainingConfig.builder(subject);
      assertEquals(FieldOfViewMode.WHOLE_PICTURE, config.preprocessing().fieldOfView());
      assertEquals(Augmentation.NONE.toJson(), config.augmentation().toJson());
      assertEquals(LossWeights.PAPER.attention(), config.losses().attention());
    }
    TrainingConfig thing = TrainingConfig.builder(Subject.THING);
    assertEquals(2, thing.network().latentSize());
    assertEquals(1, thing.network().channels());
    assertEquals(DefaultMapSource.NETWORK, thing.defaultMap());
    TrainingConfig scene = TrainingConfig.builder(Subject.SCENE);
    assertEquals(TrainingDefaults.SIZE, scene.network().size());
    assertEquals(DefaultMapSource.DETECTOR, scene.defaultMap());
  }

  @Test
  void theNetworksOwnMapNeedsNoDensity(@TempDir Path folder) throws Exception {
    Dataset dataset = TinyTraining.pictures(8);
    Path file = folder.resolve("m.cavga");
    TrainedModel model =
        new Trainer(
                TinyTraining.config().with(LocalSettings.MAP, DefaultMapSource.NETWORK).with(CommonSettings.SCORE_SHARE, 0.25))
            .train(dataset, file);
    assertFalse(model.density().isPresent());
    assertEquals(0.25, model.calibration(MapKind.DEFAULT).scoreShare());
  }

  @Test
  void theShareAndTheSourceAreStoredAndChecked() throws IOException {
    TrainingConfig config = TrainingConfig.builder(Subject.THING).with(CommonSettings.SCORE_SHARE, 0.3);
    TrainingConfig read = TrainingConfig.fromJson(config.toJson());
    assertEquals(config, read);
    assertEquals(0.3, read.scoreShare());
    assertEquals(config, read);
    for (double wrong : new double[] {0, 1.1, Double.NaN})
      assertThrows(
          IllegalArgumentException.class, () -> TrainingConfig.standard().with(CommonSettings.SCORE_SHARE, wrong));
  }
}
