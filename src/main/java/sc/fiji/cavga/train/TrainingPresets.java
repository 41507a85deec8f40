package sc.fiji.cavga.train;

import sc.fiji.cavga.dataset.Subject;
import sc.fiji.cavga.method.cavga.CavgaMethod;
import sc.fiji.cavga.method.cavga.training.CavgaSettings;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.CommonSettings.Variation;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;
import sc.fiji.cavga.settings.Settings;

/**
 * Methods and defaults for what the pictures show. Those for single things were chosen on parts of
 * the training pictures of MNIST and Fashion-MNIST alone: one part learned, another held out as
 * normal, other classes' training pictures as anomalous.
 */
public final class TrainingPresets {

  private TrainingPresets() {}

  /** The method that is used where none is named. */
  public static String method(Subject subject) {
    return subject == Subject.THING
        ? CavgaMethod.NAME
        : TrainingConfig.standard().methods().get(0).name();
  }

  /** A configuration with the defaults for what the pictures show. */
  public static TrainingConfig of(Subject subject, TrainingConfig config) {
    if (subject == Subject.RETINA) return config;
    TrainingConfig whole =
        config
            .with(CommonSettings.FIELD_OF_VIEW, FieldOfViewMode.WHOLE_PICTURE)
            .with(CommonSettings.AUGMENTATION, Variation.NONE);
    if (subject == Subject.SCENE) return whole;
    TrainingConfig small =
        whole
            .with(CommonSettings.SIZE, 32)
            .with(CommonSettings.CHANNELS, 1)
            .with(CommonSettings.BATCH, 32)
            .with(CommonSettings.SCORE_SHARE, 0.1);
    Settings settings = small.settings();
    if (!settings.has(CavgaSettings.EPOCHS)) return small;
    return small
        .with(CavgaSettings.WIDTH, 16)
        // A latent of 2 × 2 positions: a wider one reconstructs what it has never seen too.
        .with(CavgaSettings.LEVELS, 4)
        .with(CavgaSettings.LATENT_CHANNELS, 8)
        .with(CavgaSettings.LEARNING_RATE, 2e-3)
        .with(CavgaSettings.EPOCHS, 12)
        .with(CavgaSettings.WARM_UP, 2)
        .with(CavgaSettings.PATIENCE, 0);
  }
}
