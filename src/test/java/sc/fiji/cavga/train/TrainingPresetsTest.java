package sc.fiji.cavga.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.dataset.Subject;
import sc.fiji.cavga.feed.augment.Augmentation;
import sc.fiji.cavga.method.cavga.network.LossWeights;
import sc.fiji.cavga.method.cavga.network.NetworkConfig;
import sc.fiji.cavga.method.cavga.training.CavgaSettings;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;
import sc.fiji.cavga.settings.Settings;

class TrainingPresetsTest {

  /** As where no method is named. */
  private static TrainingConfig defaults(Subject subject) {
    return TrainingPresets.of(subject, TrainingConfig.of(TrainingPresets.method(subject)));
  }

  @Test
  void eyesHaveTheDefaults() {
    assertEquals(TrainingConfig.standard(), defaults(Subject.RETINA));
  }

  /** A digit that is mirrored, or of which a disc is cut out, is another one. */
  @Test
  void otherPicturesCountWholeAndAsTheyAre() {
    for (Subject subject : List.of(Subject.SCENE, Subject.THING)) {
      Settings settings = defaults(subject).settings();
      assertEquals(
          FieldOfViewMode.WHOLE_PICTURE, CommonSettings.preprocessing(settings).fieldOfView());
      assertEquals(Augmentation.NONE, CommonSettings.augmentation(settings));
    }
    assertEquals(128, defaults(Subject.SCENE).get(CommonSettings.SIZE));
    assertEquals("local", TrainingPresets.method(Subject.SCENE));
  }

  /** The layouts idx and cifar10. */
  @Test
  void singleThingsAreLearnedByCavgaWithItsPresets() {
    assertEquals("cavga", TrainingPresets.method(Subject.THING));
    TrainingConfig thing = defaults(Subject.THING);
    NetworkConfig network = CavgaSettings.network(thing.settings());
    assertEquals(2, network.latentSize());
    assertEquals(1, network.channels());
    assertEquals(32, network.size());
    assertEquals(16, network.width());
    assertEquals(12, thing.get(CavgaSettings.EPOCHS));
    assertEquals(LossWeights.PAPER_ATTENTION, thing.get(CavgaSettings.ATTENTION_WEIGHT));
    assertEquals(0.1, thing.get(CommonSettings.SCORE_SHARE));
    // Asked for, the other method gets the presets that it has settings for.
    TrainingConfig local = TrainingPresets.of(Subject.THING, TrainingConfig.of("local"));
    assertEquals(32, local.get(CommonSettings.SIZE));
    assertEquals(1, local.get(CommonSettings.CHANNELS));
  }

  @Test
  void theNetworksOwnMapNeedsNoOtherMethod(@TempDir Path folder) throws Exception {
    TrainedModel model =
        new Trainer(TinyTraining.cavga().with(CommonSettings.SCORE_SHARE, 0.25))
            .train(TinyTraining.pictures(8), folder.resolve("m.cavga"));
    assertEquals(1, model.parts().size());
    assertEquals("cavga", model.part(MapKind.DEFAULT).method().name());
    assertEquals(0.25, model.calibration(MapKind.DEFAULT).scoreShare());
  }

  @Test
  void theShareIsStoredAndChecked() throws IOException {
    TrainingConfig config = defaults(Subject.THING).with(CommonSettings.SCORE_SHARE, 0.3);
    Settings read = TrainingConfig.of("cavga").settings().read(config.settings().toJson());
    assertEquals(config.settings(), read);
    assertEquals(0.3, read.get(CommonSettings.SCORE_SHARE));
    for (double wrong : new double[] {0, 1.1, Double.NaN})
      assertThrows(
          IllegalArgumentException.class,
          () -> TrainingConfig.standard().with(CommonSettings.SCORE_SHARE, wrong));
  }
}
