package sc.fiji.cavga.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.Subject;
import sc.fiji.cavga.feed.Augmentation;
import sc.fiji.cavga.model.CavgaModel;
import sc.fiji.cavga.model.DefaultMapSource;
import sc.fiji.cavga.model.MapKind;
import sc.fiji.cavga.network.LossWeights;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;

class TrainingPresetsTest {

  @Test
  void eyesHaveTheDefaults() {
    assertEquals(TrainingConfig.builder().build(), TrainingConfig.builder(Subject.RETINA).build());
  }

  /** A digit that is mirrored, or of which a disc is cut out, is another one. */
  @Test
  void otherPicturesCountWholeAndAsTheyAre() {
    for (Subject subject : List.of(Subject.SCENE, Subject.THING)) {
      TrainingConfig config = TrainingConfig.builder(subject).build();
      assertEquals(FieldOfViewMode.WHOLE_PICTURE, config.preprocessing().fieldOfView());
      assertEquals(Augmentation.NONE.toJson(), config.augmentation().toJson());
      assertEquals(LossWeights.PAPER.attention(), config.losses().attention());
    }
    TrainingConfig thing = TrainingConfig.builder(Subject.THING).build();
    assertEquals(2, thing.network().latentSize());
    assertEquals(1, thing.network().channels());
    assertEquals(DefaultMapSource.NETWORK, thing.defaultMap());
    TrainingConfig scene = TrainingConfig.builder(Subject.SCENE).build();
    assertEquals(TrainingDefaults.SIZE, scene.network().size());
    assertEquals(DefaultMapSource.DETECTOR, scene.defaultMap());
  }

  @Test
  void theNetworksOwnMapNeedsNoDensity(@TempDir Path folder) throws Exception {
    Dataset dataset = TinyTraining.pictures(8);
    Path file = folder.resolve("m.cavga");
    CavgaModel model =
        new Trainer(
                TinyTraining.config().defaultMap(DefaultMapSource.NETWORK).scoreShare(0.25).build())
            .train(dataset, file);
    assertFalse(model.density().isPresent());
    assertEquals(0.25, model.calibration(MapKind.DEFAULT).scoreShare());
  }

  @Test
  void theShareAndTheSourceAreStoredAndChecked() throws IOException {
    TrainingConfig config = TrainingConfig.builder(Subject.THING).scoreShare(0.3).build();
    TrainingConfig read = TrainingConfig.fromJson(config.toJson());
    assertEquals(config, read);
    assertEquals(0.3, read.scoreShare());
    assertEquals(config, read.toBuilder().build());
    for (double wrong : new double[] {0, 1.1, Double.NaN})
      assertThrows(
          IllegalArgumentException.class, () -> TrainingConfig.builder().scoreShare(wrong).build());
  }
}
